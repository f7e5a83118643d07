import { styled } from '@mui/material/styles'
import { Banner } from '#console/state/Banner.tsx'
import { Name } from '#console/text/Name.tsx'
import { Visible } from '#console/text/Visible.tsx'
import { useWords } from '#console/words/language.tsx'
import type { User } from '#contract/user.ts'
import { type Change, difference } from './difference.ts'
import { differenceWords } from './words.tsx'

const Body = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: 8,
  '& table': { width: '100%', borderCollapse: 'collapse', fontSize: 12, lineHeight: '18px' },
  '& th, & td': {
    textAlign: 'left',
    verticalAlign: 'top',
    padding: '4px 8px 4px 0',
    borderBottom: `1px solid ${theme.vars.palette.divider}`,
    overflowWrap: 'anywhere',
  },
  '& th': { ...theme.typography.caption, color: theme.vars.palette.text.secondary },
  '& del': { color: theme.vars.palette.text.secondary },
  '& ins': { textDecoration: 'none', fontWeight: 600 },
  '& del, & ins': { display: 'block' },
}))

function Items({ items, tag: Tag }: { items: Change['gone']; tag: 'del' | 'ins' }) {
  const words = useWords(differenceWords)
  if (items === null) return words.unread
  if (items.length === 0) return words.nothing
  return items.map((item) => (
    <Tag key={item}>
      <Visible text={item} />
    </Tag>
  ))
}

/** Somebody else was faster: what stood there when the reader looked, and what stands there now. */
export function Difference({ before, now }: { before: User; now: User }) {
  const words = useWords(differenceWords)
  const changes = difference(before, now)
  return (
    <Body role="alert">
      <Banner>
        <strong>{words.changed(<Name user={before.summary} alone />)}</strong>{' '}
        {changes.length === 0 && words.changedUnseen} {words.changedNext}
      </Banner>
      {changes.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{words.partHead}</th>
              <th scope="col">{words.before}</th>
              <th scope="col">{words.now}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ part, gone, come }) => (
              <tr key={part}>
                <th scope="row">{words.part[part]}</th>
                <td>
                  <Items items={gone} tag="del" />
                </td>
                <td>
                  <Items items={come} tag="ins" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Body>
  )
}
