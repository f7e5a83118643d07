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

/** 中 / EN: one button that switches to the other language and is named in it. */
export function LanguageSwitch() {
  const { language, choose } = useLanguage()
  const words = useWords(frameWords)
  const english = language === 'en'
  return (
    <Quiet
      type="button"
      lang={english ? 'zh-CN' : 'en'}
      aria-label={english ? words.toChinese : words.toEnglish}
      onClick={() => choose(english ? 'zh' : 'en')}
    >
      <span aria-hidden>
        {english ? '中' : <strong>中</strong>} / {english ? <strong>EN</strong> : 'EN'}
      </span>
    </Quiet>
  )
}

const icons = { light: Sun, dark: Moon, system: Monitor }
const next = { light: 'dark', dark: 'system', system: 'light' } as const

/** Light, dark, as the system: kept in this browser. `named` writes the theme out. */
export function ThemeSwitch({ named = false }: { named?: boolean }) {
  const { mode = 'system', setMode } = useColorScheme()
  const words = useWords(frameWords)
  const Icon = icons[mode]
  return (
    <Quiet
      type="button"
      aria-label={words.theme[mode]}
      title={words.theme[mode]}
      onClick={() => setMode(next[mode])}
    >
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      {named && <span aria-hidden>{words.themeName[mode]}</span>}
    </Quiet>
  )
}
