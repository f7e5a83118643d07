import type { PaletteOptions } from '@mui/material/styles'

declare module '@mui/material/styles' {
  interface TypeBackground {
    subtle: string
    chip: string
  }
  interface TypeText {
    tertiary: string
  }
  interface Palette {
    border: { field: string }
  }
  interface PaletteOptions {
    border?: { field: string }
  }
}

/** Per hue: `main` is ink (text, icon, line), `light` a tint, `dark` a fill under white text. */
export const light: PaletteOptions = {
  background: { default: '#FFFFFF', paper: '#FFFFFF', subtle: '#F7F8FA', chip: '#EEF0F3' },
  action: { hover: '#F3F5F8', selected: '#EDF2FE' },
  divider: '#E2E5EA',
  border: { field: '#7D8695' },
  text: { primary: '#171B24', secondary: '#4F5866', tertiary: '#5F6978', disabled: '#5F6978' },
  primary: { main: '#2B57C8', dark: '#2B57C8', light: '#EDF2FE', contrastText: '#FFFFFF' },
  error: { main: '#B8271C', dark: '#C02B1F', light: '#FDF0EE', contrastText: '#FFFFFF' },
  warning: { main: '#7F4E00', dark: '#7F4E00', light: '#FFF5E0', contrastText: '#FFFFFF' },
  success: { main: '#1A6B40', dark: '#1A6B40', light: '#EAF6EF', contrastText: '#FFFFFF' },
}

export const dark: PaletteOptions = {
  background: { default: '#0F1217', paper: '#0F1217', subtle: '#151920', chip: '#222833' },
  action: { hover: '#1A1F28', selected: '#18243F' },
  divider: '#272D38',
  border: { field: '#6F7A8A' },
  text: { primary: '#E8EBF0', secondary: '#A9B2C0', tertiary: '#8C96A6', disabled: '#8C96A6' },
  primary: { main: '#8CACFF', dark: '#3A63D6', light: '#18243F', contrastText: '#FFFFFF' },
  error: { main: '#FF9186', dark: '#C7372B', light: '#321815', contrastText: '#FFFFFF' },
  warning: { main: '#F0BC62', dark: '#F0BC62', light: '#2C2210', contrastText: '#171B24' },
  success: { main: '#6CCB95', dark: '#6CCB95', light: '#12281C', contrastText: '#171B24' },
}
