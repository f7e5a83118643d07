import type { Components, Theme } from '@mui/material/styles'

const touch = '@media (pointer: coarse)'
const still = '@media (prefers-reduced-motion: reduce)'

/** What MUI's parts do otherwise here: no ripple, no capitals, quiet outlines, visible focus. */
export const controls: Components<Theme> = {
  MuiCssBaseline: {
    styleOverrides: (theme) => ({
      'html, body, #root': { height: '100%' },
      body: { ...theme.typography.body2, fontVariantNumeric: 'tabular-nums' },
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
  MuiButton: {
    defaultProps: { variant: 'outlined', disableElevation: true },
    styleOverrides: {
      root: ({ theme, ownerState }) => ({
        minWidth: 0,
        minHeight: ownerState.size === 'small' ? 28 : 32,
        padding: ownerState.size === 'small' ? '3px 10px' : '5px 12px',
        fontSize: ownerState.size === 'small' ? 12 : 13,
        whiteSpace: 'nowrap',
        textTransform: 'none',
        [touch]: { minHeight: 44 },
        '&&[aria-disabled="true"]': {
          background: theme.vars.palette.background.chip,
          borderColor: theme.vars.palette.background.chip,
          color: theme.vars.palette.text.tertiary,
          cursor: 'default',
        },
        '& svg': { flex: 'none' },
        gap: 6,
        '&.MuiButton-outlined': {
          color: theme.vars.palette.text.primary,
          borderColor: theme.vars.palette.border.field,
          background: theme.vars.palette.background.default,
          '&:hover': { background: theme.vars.palette.action.hover },
        },
        '&.MuiButton-contained, &.MuiButton-contained:hover': {
          color: '#FFFFFF',
          background:
            ownerState.color === 'error'
              ? theme.vars.palette.error.dark
              : theme.vars.palette.primary.dark,
        },
        '&.MuiButton-text': {
          color:
            ownerState.color === 'primary'
              ? theme.vars.palette.primary.main
              : theme.vars.palette.text.secondary,
          '&:hover': { background: theme.vars.palette.action.hover },
        },
      }),
    },
  },
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
  MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
}
