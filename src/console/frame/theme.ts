import { createTheme } from '@mui/material/styles'
import type {} from '@mui/material/themeCssVarsAugmentation'
import { controls } from './controls.ts'
import { dark, light } from './palette.ts'

declare module '@mui/material/styles' {
  interface TypographyVariants {
    code: React.CSSProperties
  }
  interface TypographyVariantsOptions {
    code?: React.CSSProperties
  }
}

const mono = 'ui-monospace, Menlo, "Cascadia Mono", Consolas, monospace'
const sans =
  'Inter, "Segoe UI", -apple-system, "PingFang SC", "Noto Sans SC", "Microsoft YaHei", sans-serif'

/** The look: colours for both schemes, type, radii, and what MUI's own parts should do otherwise. */
export const theme = createTheme({
  cssVariables: { colorSchemeSelector: 'data-theme' },
  colorSchemes: { light: { palette: light }, dark: { palette: dark } },
  shape: { borderRadius: 6 },
  typography: {
    fontFamily: sans,
    h1: { fontSize: 24, lineHeight: '32px', letterSpacing: '-0.02em', fontWeight: 600 },
    h2: { fontSize: 20, lineHeight: '28px', letterSpacing: '-0.015em', fontWeight: 600 },
    h3: { fontSize: 16, lineHeight: '24px', letterSpacing: 0, fontWeight: 600 },
    body1: { fontSize: 14, lineHeight: '22px', letterSpacing: 0 },
    body2: { fontSize: 13, lineHeight: '20px', letterSpacing: 0 },
    caption: { fontSize: 12, lineHeight: '16px', letterSpacing: 0, fontWeight: 500 },
    button: { fontSize: 13, lineHeight: '20px', letterSpacing: 0, fontWeight: 500 },
    code: { fontFamily: mono, fontSize: 12, lineHeight: '20px' },
  },
  transitions: { create: () => 'background-color 120ms, border-color 120ms, color 120ms' },
  components: controls,
})
