import { styled } from '@mui/material/styles'
import Check from 'lucide-react/icons/check'
import type { ReactNode } from 'react'
import { landing } from '#console/batch/useKeptFocus.ts'
import { Unseen } from '#console/frame/announce.tsx'
import { useWords } from '#console/words/language.tsx'
import { draftWords } from './words.ts'

/** `done` is ticked, `now` is where one is, `later` is still closed. */
type StepState = 'done' | 'now' | 'later'

const Block = styled('section')(({ theme }) => {
  const { background, border, success, text, divider } = theme.vars.palette
  return {
    display: 'grid',
    gridTemplateColumns: '40px minmax(0, 1fr)',
    padding: '0 24px 12px',
    position: 'relative',
    '& > .mark': {
      display: 'inline-flex',
      alignItems: 'center',
      justifyContent: 'center',
      // In the middle of the first line, however many there are.
      alignSelf: 'start',
      marginTop: 4,
      width: 24,
      height: 24,
      borderRadius: 12,
      fontSize: 12,
      fontWeight: 600,
      border: '1px solid',
    },
    '&[data-state="now"] > .mark': {
      color: background.default,
      background: text.primary,
      borderColor: text.primary,
    },
    '&[data-state="later"] > .mark': { color: text.secondary, borderColor: border.field },
    '&[data-state="later"] h2': { color: text.secondary },
    '&[data-state="done"] > .mark': { color: success.main },
    '&:not(:last-of-type)::before': {
      content: '""',
      position: 'absolute',
      left: 36,
      top: 32,
      bottom: 4,
      borderLeft: `1px solid ${divider}`,
    },
    '& > .head': {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: '4px 12px',
      minHeight: 32,
      color: text.secondary,
    },
    '& h2': { ...theme.typography.h3, color: text.primary },
    '& > .body': { gridColumn: 2, minWidth: 0, paddingTop: 8 },
    '& .aside': { marginLeft: 'auto' },
    [theme.breakpoints.down('md')]: {
      padding: '0 16px 12px',
      gridTemplateColumns: '36px minmax(0, 1fr)',
      '&:not(:last-of-type)::before': { left: 28 },
    },
  }
})

type StepProps = {
  number: number
  name: string
  state: StepState
  /** Beside the name, in one line. */
  head?: ReactNode
  /** Its name takes over the focus when the control that had it is gone. */
  lands?: boolean
  children?: ReactNode
}

/** One of the three blocks on the way to a start. */
export function Step({ number, name, state, head, lands = false, children }: StepProps) {
  const words = useWords(draftWords)
  return (
    <Block data-state={state} aria-label={name}>
      <span className="mark" aria-hidden>
        {state === 'done' ? <Check size={14} strokeWidth={1.75} /> : number}
      </span>
      <div className="head">
        <h2 {...(lands && landing)}>
          {name}
          {state === 'done' && <Unseen> {words.done}</Unseen>}
        </h2>
        {head}
      </div>
      {children !== undefined && <div className="body">{children}</div>}
    </Block>
  )
}
