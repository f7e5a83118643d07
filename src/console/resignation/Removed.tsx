import { styled } from '@mui/material/styles'
import { useState } from 'react'
import { Button } from '#console/frame/Button.tsx'
import { FirstItems, firstItems } from '#console/text/FirstItems.tsx'
import { Visible } from '#console/text/Visible.tsx'
import { useWords } from '#console/words/language.tsx'
import { figure } from '#console/words/plural.ts'
import type { Access, AccessItem } from '#contract/user.ts'
import { type Right, resignationWords } from './words.tsx'

const rights: readonly Right[] = ['departments', 'roles', 'groups', 'positions', 'authorizations']
const examples = 3

const Body = styled('table')(({ theme }) => ({
  width: '100%',
  borderCollapse: 'collapse',
  margin: '2px 0',
  '& caption': {
    ...theme.typography.caption,
    textAlign: 'left',
    paddingBottom: 4,
    color: theme.vars.palette.text.secondary,
  },
  '& td, & th': {
    verticalAlign: 'top',
    padding: '5px 10px 5px 0',
    borderTop: `1px solid ${theme.vars.palette.divider}`,
    borderBottom: `1px solid ${theme.vars.palette.divider}`,
    fontWeight: 400,
    textAlign: 'left',
  },
  '& .count': { width: 36, textAlign: 'right', fontWeight: 600 },
  '& th': { width: 128 },
  '& .what': { color: theme.vars.palette.text.secondary, overflowWrap: 'anywhere' },
  '& .lost': { color: theme.vars.palette.error.main },
}))

const Flush = styled(Button)({ marginLeft: -10 })

function written(item: AccessItem): string {
  return item.namespace === null ? item.name : `${item.namespace}: ${item.name}`
}

function Examples({
  right,
  items,
  all,
}: {
  right: Right
  items: readonly AccessItem[]
  all: boolean
}) {
  const words = useWords(resignationWords)
  if (all) {
    return (
      <ul>
        <FirstItems items={items}>
          {(item) => (
            <li key={`${item.namespace} ${item.code} ${item.name}`}>
              <Visible text={written(item)} />
            </li>
          )}
        </FirstItems>
      </ul>
    )
  }
  if (right === 'authorizations' && items.length > 0) {
    return words.inNamespaces(new Set(items.map(({ namespace }) => namespace)).size)
  }
  const shown = items.slice(0, examples).map(({ name }) => name)
  return <Visible text={words.andMore(shown, items.length - shown.length)} />
}

/** What goes with a resignation: counts, nouns, examples; everything on request. */
export function Removed({ access }: { access: Access }) {
  const words = useWords(resignationWords)
  const [all, setAll] = useState(false)
  const counts = rights.map((right) => {
    const section = access[right]
    return section.state === 'read' ? section.items.length : 0
  })
  const total = counts.reduce((sum, count) => sum + count, 0)
  const showMore = counts.some((count) => count > firstItems)
    ? words.showMore
    : words.showAll(total)
  return (
    <>
      <Body>
        <caption>{words.removed}</caption>
        <tbody>
          {rights.map((right) => {
            const section = access[right]
            const count = section.state === 'read' ? section.items.length : 0
            return (
              <tr key={right}>
                <td className="count">{section.state === 'read' ? figure(count) : '?'}</td>
                <th scope="row">{words.noun(right, count)}</th>
                {section.state === 'read' ? (
                  <td className="what">
                    <Examples right={right} items={section.items} all={all} />
                  </td>
                ) : (
                  <td className="lost">{words.unread}</td>
                )}
              </tr>
            )
          })}
        </tbody>
      </Body>
      {total > 0 && (
        <div>
          <Flush variant="text" size="small" onClick={() => setAll(!all)} aria-expanded={all}>
            {all ? words.showFewer : showMore}
          </Flush>
        </div>
      )}
    </>
  )
}
