import { styled, useColorScheme } from '@mui/material/styles'
import Monitor from 'lucide-react/icons/monitor'
import Moon from 'lucide-react/icons/moon'
import Sun from 'lucide-react/icons/sun'
import { touch } from '#console/frame/media.ts'
import { useLanguage, useWords } from '#console/words/language.tsx'
import { frameWords } from './words.ts'

const Quiet = styled('button')(({ theme }) => ({
  display: 'inline-flex',
  alignItems: 'center',
  justifyContent: 'center',
  gap: 6,
  minWidth: 32,
  height: 32,
  padding: '0 6px',
  border: 0,
  borderRadius: 6,
  background: 'none',
  font: 'inherit',
  color: theme.vars.palette.text.secondary,
  cursor: 'pointer',
  whiteSpace: 'nowrap',
  '& strong': { fontWeight: 600, color: theme.vars.palette.text.primary },
  '&:hover': { background: theme.vars.palette.background.chip },
  [touch]: { minWidth: 44, height: 44 },
}))

/** The other language, named in itself, and the way to it. */
export function useOtherLanguage() {
  const { language, choose } = useLanguage()
  const words = useWords(frameWords)
  return language === 'en'
    ? { lang: 'zh-CN', label: words.toChinese, choose: () => choose('zh') }
    : { lang: 'en', label: words.toEnglish, choose: () => choose('en') }
}

/** 中 / EN: one button that switches to the other language and is named in it. */
export function LanguageSwitch() {
  const { lang, label, choose } = useOtherLanguage()
  return (
    <Quiet type="button" lang={lang} aria-label={label} onClick={choose}>
      <span aria-hidden>
        {lang === 'en' ? <strong>中</strong> : '中'} / {lang === 'en' ? 'EN' : <strong>EN</strong>}
      </span>
    </Quiet>
  )
}

const icons = { light: Sun, dark: Moon, system: Monitor }
const next = { light: 'dark', dark: 'system', system: 'light' } as const

/** The theme now, and the way to the next: light, dark, as the system; kept in this browser. */
export function useNextTheme() {
  const { mode = 'system', setMode } = useColorScheme()
  const words = useWords(frameWords)
  return {
    Icon: icons[mode],
    name: words.themeName[mode],
    label: words.theme[mode],
    choose: () => setMode(next[mode]),
  }
}

/** Switches to the next theme. `named` writes the present one out. */
export function ThemeSwitch({ named = false }: { named?: boolean }) {
  const { Icon, name, label, choose } = useNextTheme()
  return (
    <Quiet type="button" aria-label={label} title={label} onClick={choose}>
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      {named && <span aria-hidden>{name}</span>}
    </Quiet>
  )
}
