import { styled } from '@mui/material/styles'
import { useState } from 'react'
import { Link } from 'react-router'
import { OutcomeChip } from '#console/chip/OutcomeChip.tsx'
import { Button } from '#console/frame/Button.tsx'
import { providerName, sourceName } from '#console/provider/names.ts'
import { Section } from '#console/state/Section.tsx'
import { Visible } from '#console/text/Visible.tsx'
import { type Language, useLanguage, useWords } from '#console/words/language.tsx'
import { minuteWords } from '#console/words/when.ts'
import { historyLimit } from '#contract/limits.ts'
import type { HistoryEntry } from '#contract/user.ts'
import { historyWords } from './words.tsx'

const first = 3

function aboutName(action: HistoryEntry['action'], about: string, language: Language): string {
  return action === 'deleteSyncRelation'
    ? providerName(about, language)
    : sourceName({ name: about, provider: about }, language)
}

const List = styled('ul')(({ theme }) => ({
  '& li': {
    display: 'grid',
    gridTemplateColumns: '104px minmax(0, 1fr) auto',
    alignItems: 'start',
    gap: 8,
    padding: '4px 0',
  },
  '& time': { color: theme.vars.palette.text.secondary },
  '& p': { color: theme.vars.palette.text.secondary, overflowWrap: 'anywhere' },
}))

/** What was done to a user from here, newest first. `now` decides how a day is told. */
export function History({ entries, now }: { entries: readonly HistoryEntry[]; now: Date }) {
  const words = useWords(historyWords)
  const { language } = useLanguage()
  const [all, setAll] = useState(false)
  // The proxy gives no more; whether there are older ones is not told.
  const many = entries.length < historyLimit ? words.all : words.last
  return (
    <Section
      id="history"
      title={words.history}
      side={
        entries.length > first && (
          <Button size="small" variant="text" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? words.fewer : many(entries.length)}
          </Button>
        )
      }
    >
      {entries.length === 0 && <p className="quiet">{words.none}</p>}
      <List>
        {(all ? entries : entries.slice(0, first)).map((entry) => (
          <li key={entry.entryId}>
            <time dateTime={entry.at}>{minuteWords(entry.at, now, language)}</time>
            <div>
              {words.told({
                action: entry.action,
                about: entry.about && (
                  <Visible text={aboutName(entry.action, entry.about, language)} />
                ),
                who: <Visible text={entry.who ?? words.somebody} />,
                isDone: entry.outcome === 'done',
              })}
              {entry.reason !== null && (
                <p>
                  <Visible text={entry.reason} />
                </p>
              )}
              {entry.batchId !== null && (
                <Link to={`/batches/${entry.batchId}`}>{words.batch(entry.batchId)}</Link>
              )}
            </div>
            <OutcomeChip outcome={entry.outcome} />
          </li>
        ))}
      </List>
    </Section>
  )
}
