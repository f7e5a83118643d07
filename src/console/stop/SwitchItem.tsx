import MenuItem from '@mui/material/MenuItem'
import type { ComponentProps } from 'react'
import { useDesk, useMay } from '#console/session/session.tsx'
import { useWords } from '#console/words/language.tsx'
import { stopWords } from './words.tsx'

/** Which of the two questions the menu leads to; null: this person may turn the switch neither way now. */
export function useSwitchQuestion(): 'stop' | 'allow' | null {
  const { stopped } = useDesk()
  const mayStop = useMay('operator')
  const mayAllow = useMay('approver')
  if (stopped === null) return mayStop ? 'stop' : null
  return mayAllow ? 'allow' : null
}

type SwitchItemProps = Omit<ComponentProps<typeof MenuItem>, 'children'> & {
  question: 'stop' | 'allow'
}

/** *Stop everything…* in the operator's menu; while everything is stopped, *Allow again…*. */
export function SwitchItem({ question, ...item }: SwitchItemProps) {
  const words = useWords(stopWords)
  return <MenuItem {...item}>{question === 'stop' ? words.open : words.openAgain}</MenuItem>
}
