import { styled } from '@mui/material/styles'
import { providerLetters } from './names.ts'

const Body = styled('span')(({ theme }) => ({
  ...theme.typography.caption,
  fontWeight: 600,
  display: 'inline-flex',
  alignItems: 'center',
  justifyContent: 'center',
  flex: 'none',
  width: 28,
  height: 28,
  borderRadius: 6,
  color: theme.vars.palette.text.secondary,
  background: theme.vars.palette.background.chip,
}))

/** A provider's mark. Logos that GenAuth names are never loaded: they would tell others who looks. */
export function ProviderTile({ provider }: { provider: string | null }) {
  return <Body aria-hidden>{provider === null ? '?' : providerLetters(provider)}</Body>
}
