import { styled } from '@mui/material/styles'
import { ActDialog } from '#console/act/ActDialog.tsx'
import { sessionsOf } from '#console/act/may.ts'
import { type DialogProps, useAct } from '#console/act/useAct.ts'
import { call } from '#console/call/call.ts'
import { dialogWords } from '#console/dialog/words.tsx'
import { FirstItems } from '#console/text/FirstItems.tsx'
import { Id } from '#console/text/Id.tsx'
import { Name } from '#console/text/Name.tsx'
import { Visible } from '#console/text/Visible.tsx'
import { useWords } from '#console/words/language.tsx'
import { activeSessionWords } from './words.tsx'

const Apps = styled('ul')(({ theme }) => ({
  border: `1px solid ${theme.vars.palette.divider}`,
  borderRadius: 8,
  maxHeight: 280,
  overflowY: 'auto',
  '& li': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: 12,
    minHeight: 36,
    padding: '2px 12px',
    overflowWrap: 'anywhere',
  },
  '& li + li': { borderTop: `1px solid ${theme.vars.palette.divider}` },
}))

/** Asks before somebody is signed out, and lists every app. */
export function EndSessionsDialog(dialog: DialogProps) {
  const words = useWords(activeSessionWords)
  const common = useWords(dialogWords)
  const acting = useAct(
    dialog,
    () => ({}),
    (body, key) =>
      call('endSessions', { params: { userId: dialog.user.summary.userId }, body }, { key }),
  )
  const { summary, access } = acting.user
  const count = sessionsOf(access)
  const nothing = count === 0 ? words.nothingLeft : null
  return (
    <ActDialog
      acting={acting}
      title={words.title(count, <Name user={summary} alone />)}
      reason={{ label: common.reason, required: false }}
      typing={null}
      tone="primary"
      confirm={words.confirm(count)}
      sending={words.sending}
      closed={count === null ? words.unread : nothing}
    >
      {access.apps.state === 'read' && access.apps.items.length > 0 && (
        <>
          <p>{words.signedOutOf(access.apps.items.length)}</p>
          <Apps>
            <FirstItems items={access.apps.items}>
              {({ name, code }) => (
                <li key={`${code} ${name}`}>
                  <Visible text={name} />
                  {code !== null && code !== name && <Id value={code} short />}
                </li>
              )}
            </FirstItems>
          </Apps>
        </>
      )}
      <p className="quiet">{words.mayReturn}</p>
    </ActDialog>
  )
}
