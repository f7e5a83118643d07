import { styled } from '@mui/material/styles'
import RefreshCw from 'lucide-react/icons/refresh-cw'
import { useEffect, useState } from 'react'
import { Button } from '#console/frame/Button.tsx'
import { staleAfter } from '#console/user/queries.ts'
import { userWords } from '#console/user/words.tsx'
import { useWords } from '#console/words/language.tsx'
import { clockWords } from '#console/words/when.ts'

const Body = styled('div')(({ theme }) => ({
  display: 'flex',
  alignItems: 'center',
  gap: 4,
  marginLeft: 'auto',
  marginRight: -12,
  color: theme.vars.palette.text.secondary,
  '& .old': { color: theme.vars.palette.text.tertiary },
}))

type AsOfProps = {
  /** When it was read, by the proxy's clock. */
  readAt: string
  /** When it arrived, by this browser's: milliseconds since 1970. */
  arrivedAt: number
  isReading: boolean
  onRefresh: () => void
}

/** How old the page is; after a minute it says so. */
export function AsOf({ readAt, arrivedAt, isReading, onRefresh }: AsOfProps) {
  const words = useWords(userWords)
  const [old, setOld] = useState(0)
  useEffect(() => {
    const left = arrivedAt + staleAfter - Date.now()
    const timer = setTimeout(() => setOld(arrivedAt), Math.max(left, 0))
    return () => clearTimeout(timer)
  }, [arrivedAt])
  const isOld = old === arrivedAt
  const at = clockWords(readAt)
  return (
    <Body>
      <span className={isOld ? 'old' : undefined}>{isOld ? words.stale(at) : words.asOf(at)}</span>
      <Button variant="text" disabled={isReading} onClick={onRefresh}>
        <RefreshCw size={14} strokeWidth={1.75} aria-hidden />
        {words.refresh}
      </Button>
    </Body>
  )
}
