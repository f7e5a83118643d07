import type { Components, Theme } from '@mui/material/styles'
import { touch } from '#console/frame/media.ts'

const still = '@media (prefers-reduced-motion: reduce)'

/** What MUI's parts do otherwise here: no ripple, no capitals, quiet outlines, visible focus. */
export const controls: Components<Theme> = {
  MuiCssBaseline: {
    styleOverrides: (theme) => ({
      'html, body, #root': { height: '100%' },
      body: { ...theme.typography.body2, fontVariantNumeric: 'tabular-nums' },
      h1: theme.typography.h1,
      h2: theme.typography.h2,
      h3: theme.typography.h3,
      ':lang(zh)': { textAutospace: 'normal' },
      ':lang(zh) h1, :lang(zh) h2': { letterSpacing: 0 },
      'h1, h2, h3, p, dl, dd, ul, ol': { margin: 0 },
      'ul, ol': { padding: 0, listStyle: 'none' },
      a: { color: theme.vars.palette.primary.main, textUnderlineOffset: 3 },
      ':focus-visible': {
        outline: `2px solid ${theme.vars.palette.primary.main}`,
        outlineOffset: 1,
      },
      [still]: {
        '*, ::before, ::after': { animation: 'none !important', transition: 'none !important' },
      },
    }),
  },
  MuiButtonBase: { defaultProps: { disableRipple: true, disableTouchRipple: true } },
  MuiOutlinedInput: {
    styleOverrides: {
      root: ({ theme }) => ({
        fontSize: 14,
        [touch]: { fontSize: 16 },
        '& .MuiOutlinedInput-notchedOutline': { borderColor: theme.vars.palette.border.field },
        '&.Mui-focused .MuiOutlinedInput-notchedOutline': { borderWidth: 2 },
        '& input:focus-visible': { outline: 'none' },
      }),
      input: { padding: '6px 12px', height: 22 },
    },
  },
  MuiMenu: {
    styleOverrides: {
      paper: ({ theme }) => ({
        borderRadius: 8,
        boxShadow: `0 0 0 1px ${theme.vars.palette.divider}, 0 16px 40px -12px rgba(16, 20, 28, .28)`,
      }),
    },
  },
  MuiMenuItem: {
    styleOverrides: { root: { fontSize: 13, minHeight: 36, [touch]: { minHeight: 44 } } },
  },
  MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
}
