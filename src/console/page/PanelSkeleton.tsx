import { styled } from '@mui/material/styles'
import { Unseen } from '#console/frame/announce.tsx'
import { Skeleton } from '#console/state/Skeleton.tsx'
import { kindWords } from '#console/text/kind-words.ts'
import { userWords } from '#console/user/words.tsx'
import { useWords } from '#console/words/language.tsx'

const Body = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: 12,
  padding: '20px 24px',
  '& dl': { display: 'grid', gap: 3, margin: 0 },
  '& dl > div': { display: 'grid', gridTemplateColumns: '64px 1fr', gap: 20 },
  '& dt': { color: theme.vars.palette.text.secondary },
}))

const kinds = ['user_id', 'email', 'username', 'phone'] as const

/** The labels stay, and bars stand where the values will be. */
export function PanelSkeleton() {
  const { label } = useWords(kindWords)
  const { loading } = useWords(userWords)
  return (
    <Body aria-busy>
      <Unseen role="status">{loading}</Unseen>
      <Skeleton wide={160} />
      <dl>
        {kinds.map((kind) => (
          <div key={kind}>
            <dt>{label[kind]}</dt>
            <dd>
              <Skeleton wide={176} />
            </dd>
          </div>
        ))}
      </dl>
    </Body>
  )
}
