import { styled } from '@mui/material/styles'
import { Children, type ReactNode } from 'react'
import { Link } from 'react-router'
import { Visible } from '#console/text/Visible.tsx'
import type { Part } from './words.ts'

const Sentence = styled('span')(({ theme }) => ({
  '& strong': { fontWeight: 500, color: theme.vars.palette.text.primary },
}))

/** Sentences with the names in them emphasised, and other batches as links. */
export function Why({ parts }: { parts: readonly Part[] }) {
  return <Sentence>{Children.toArray(parts.map(shown))}</Sentence>
}

function shown(part: Part): ReactNode {
  if (typeof part === 'string') return part
  if ('batchId' in part) return <Link to={`/batches/${part.batchId}`}>{`#${part.batchId}`}</Link>
  const text = <Visible text={part.text} />
  return part.strong === true ? <strong>{text}</strong> : text
}
