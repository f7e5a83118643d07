import { styled } from '@mui/material/styles'
import { type ReactNode, useEffect, useState } from 'react'
import { useLocation } from 'react-router'
import { AccessSection, isPreviewWhole } from '#console/access/AccessSection.tsx'
import type { Act } from '#console/act/words.ts'
import { History } from '#console/history/History.tsx'
import { Identities } from '#console/identity/Identities.tsx'
import { InSelection } from '#console/selection/InSelection.tsx'
import { useMay, useStill } from '#console/session/session.tsx'
import { Suspended } from '#console/suspension/Suspended.tsx'
import { SyncRelations } from '#console/sync-relation/SyncRelations.tsx'
import { Identifiers } from '#console/user/Identifiers.tsx'
import { Standing } from '#console/user/Standing.tsx'
import { UserHeader } from '#console/user/UserHeader.tsx'
import { useLanguage } from '#console/words/language.tsx'
import type { ActReply } from '#contract/act.ts'
import type { User } from '#contract/user.ts'
import type { UserIdType } from '#contract/user-id-type.ts'
import { AsOf } from './AsOf.tsx'
import { PanelTabs, partIn, showPart } from './PanelTabs.tsx'
import { actOf, countsOf, isAboutAccount } from './panel.ts'
import type { AccountAct } from './question.ts'
import { UserActs } from './UserActs.tsx'
import { UserDialogs } from './UserDialogs.tsx'
import { useQuestion } from './useQuestion.ts'

const Alone = styled('div')({ '&[data-alone]': { maxWidth: 880, margin: '0 auto' } })

type UserDetailProps = {
  user: User
  foundAs: readonly UserIdType[]
  /** When the user arrived here, in milliseconds since 1970. */
  arrivedAt: number
  isReading: boolean
  /** What was done last, to be shown where it was started. */
  done?: { action: Act['action']; result: ReactNode }
  alone: boolean
  onAlone: (alone: boolean) => void
  onClose: () => void
  onRefresh: () => void
  readAgain: () => Promise<User>
  onEnded: (act: Act, reply: ActReply) => void
}

/** One person as they are: who, which ways in, what may bring them back, what they have, what was done. */
export function UserDetail(props: UserDetailProps) {
  const { user, done, onRefresh } = props
  const { hash } = useLocation()
  const { language } = useLanguage()
  const mayAct = useMay('operator')
  const still = useStill()
  const [withoutPreview, setWithoutPreview] = useState(false)
  const isOpen = mayAct && still === null && user.handsOff === null
  const { asking, ask, close, onWrite } = useQuestion(user, isOpen)
  const askFor = (action: AccountAct, reason = '') =>
    ask({ action, withoutPreview: withoutPreview && !isWhole }, { reason })
  const isWhole = isPreviewWhole(user.access)
  const now = new Date(props.arrivedAt)
  const part = partIn(hash)
  useEffect(() => {
    if (part !== undefined) showPart(part)
  }, [part])

  return (
    <Alone data-alone={props.alone ? '' : undefined}>
      <UserHeader
        user={user.summary}
        foundAs={props.foundAs}
        alone={props.alone}
        onAlone={props.onAlone}
        onClose={props.onClose}
      >
        <Identifiers user={user.summary} />
        {user.summary.status === 'Suspended' && <Suspended user={user} now={now} />}
        <Standing user={user} mayAct={mayAct} still={still} now={now} />
        <div className="acts">
          {isOpen && <UserActs user={user} closed={!isWhole && !withoutPreview} onAsk={askFor} />}
          <AsOf
            readAt={user.readAt}
            arrivedAt={props.arrivedAt}
            isReading={props.isReading}
            onRefresh={onRefresh}
          />
        </div>
        {isOpen && <InSelection user={user.summary} alone={props.alone} />}
        {done !== undefined && isAboutAccount(done.action) && done.result}
      </UserHeader>
      <PanelTabs counts={countsOf(user)} hash={hash} />
      <Identities
        user={user}
        retry={onRefresh}
        {...(isOpen && { onUnlink: (extIdpId) => ask({ action: 'unlinkIdentity', extIdpId }) })}
        {...(done?.action === 'unlinkIdentity' && { result: done.result })}
      />
      <SyncRelations
        user={user}
        retry={onRefresh}
        {...(isOpen && { onDelete: (provider) => ask({ action: 'deleteSyncRelation', provider }) })}
        {...(done?.action === 'deleteSyncRelation' && { result: done.result })}
      />
      <AccessSection
        user={user}
        retry={onRefresh}
        {...(isOpen && { proceed: { ticked: withoutPreview, onTick: setWithoutPreview } })}
      />
      <History entries={user.history} now={now} />
      {asking !== null && (
        <UserDialogs
          question={asking.question}
          user={asking.about}
          readAgain={props.readAgain}
          written={asking.written}
          onWrite={onWrite}
          onEnded={(reply) => {
            close()
            props.onEnded(actOf(asking.question, asking.about, language), reply)
          }}
          onClose={close}
          onInstead={askFor}
          onSyncRelations={() => {
            close()
            showPart('sync-relations')
          }}
        />
      )}
    </Alone>
  )
}
