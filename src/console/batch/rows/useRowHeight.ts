import useMediaQuery from '@mui/material/useMediaQuery'

/** Whether the screen is narrow (under 900 px): two-line rows; reading and stopping only. */
export function useIsNarrow(): boolean {
  return useMediaQuery('(max-width: 899.95px)', { noSsr: true })
}

/** Height of one row of a list, in px: the same number that the table's styles give it. */
export function useRowHeight(): number {
  const narrow = useIsNarrow()
  const touch = useMediaQuery('(pointer: coarse)', { noSsr: true })
  if (narrow) return 60
  return touch ? 48 : 40
}
