import { styled } from '@mui/material/styles'
import Search from 'lucide-react/icons/search'
import X from 'lucide-react/icons/x'
import { type Ref, useEffect, useRef, useState } from 'react'
import { Key } from '#console/frame/Key.tsx'
import { touch } from '#console/frame/media.ts'
import { lookUpFieldId } from '#console/frame/shortcut.ts'
import { Choice } from '#console/table/Choice.tsx'
import { looksIcons } from '#console/text/kind-icons.ts'
import { kindWords } from '#console/text/kind-words.ts'
import { Visible } from '#console/text/Visible.tsx'
import { useWords } from '#console/words/language.tsx'
import { detect } from '#contract/detect.ts'
import { lookUpLimit } from '#contract/limits.ts'
import { type UserIdType, userIdTypes } from '#contract/user-id-type.ts'
import type { Asked, LookUpAs } from './address.ts'
import { keepField, keptField } from './kept-field.ts'
import { lookUpWords } from './words.tsx'

const Box = styled('div')(({ theme }) => ({
  display: 'flex',
  alignItems: 'center',
  gap: 10,
  height: 44,
  padding: '0 8px 0 13px',
  border: `1px solid ${theme.vars.palette.border.field}`,
  borderRadius: 8,
  background: theme.vars.palette.background.default,
  '&:focus-within': {
    borderColor: theme.vars.palette.primary.main,
    boxShadow: `inset 0 0 0 1px ${theme.vars.palette.primary.main}`,
  },
  '& svg': { flex: 'none', color: theme.vars.palette.text.secondary },
  '& input': {
    flex: 1,
    minWidth: 0,
    height: 40,
    border: 0,
    padding: 0,
    background: 'none',
    color: theme.vars.palette.text.primary,
    font: 'inherit',
    fontSize: 15,
    outline: 'none',
    '&::placeholder': { color: theme.vars.palette.text.tertiary, opacity: 1 },
    '&::-webkit-search-cancel-button': { display: 'none' },
  },
  '&:focus-within kbd': { display: 'none' },
  [theme.breakpoints.down('md')]: { height: 48, '& kbd': { display: 'none' } },
}))

const Clear = styled('button')(({ theme }) => ({
  display: 'inline-flex',
  alignItems: 'center',
  justifyContent: 'center',
  width: 28,
  height: 28,
  padding: 0,
  border: 0,
  borderRadius: 6,
  background: 'none',
  cursor: 'pointer',
  '&:hover': { background: theme.vars.palette.background.chip },
  [touch]: { width: 44, height: 44 },
}))

const Line = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 6,
  minHeight: 40,
  color: theme.vars.palette.text.secondary,
  [theme.breakpoints.down('md')]: { '&[data-empty]': { display: 'none' } },
}))

type LookUpFieldProps = {
  asked: Asked | null
  onAsk: (asked: Asked) => void
  onClear: () => void
  kindRef: Ref<HTMLSelectElement>
  autoFocus: boolean
}

/** One field for every identifier. It asks when Enter is pressed, and never while somebody types. */
export function LookUpField({ asked, onAsk, onClear, kindRef, autoFocus }: LookUpFieldProps) {
  const words = useWords(lookUpWords)
  const kinds = useWords(kindWords)
  const focusOnArrival = useRef(autoFocus)
  const [shown, setShown] = useState(asked)
  const [initially] = useState(() => keptField() ?? asked)
  const [text, setText] = useState(initially?.value ?? '')
  const [as, setAs] = useState<LookUpAs>(initially?.as ?? 'auto')
  useEffect(() => keepField({ value: text, as }), [text, as])
  // On another page of the desk it is forgotten, as ever.
  useEffect(() => () => keepField(null), [])
  // Back and forward bring another question; what is being typed stays otherwise.
  if (asked?.value !== shown?.value || asked?.as !== shown?.as) {
    setShown(asked)
    if (asked !== null) {
      setText(asked.value)
      setAs(asked.as)
    }
  }

  const fieldRef = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (focusOnArrival.current) fieldRef.current?.focus()
  }, [])

  const detected = detect(text)
  const Looks = looksIcons[detected.looks]
  const ask = (how: LookUpAs) => {
    if (detected.value !== '') onAsk({ value: detected.value, as: how })
  }
  const options: { value: LookUpAs; label: string }[] = [
    { value: 'auto', label: words.auto },
    ...userIdTypes.map((kind: UserIdType) => ({ value: kind, label: kinds.label[kind] })),
    ...(as === 'name' ? [{ value: 'name' as const, label: words.name }] : []),
  ]

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        ask(as)
      }}
    >
      <Box>
        <Search size={18} strokeWidth={1.75} aria-hidden />
        <input
          id={lookUpFieldId}
          type="search"
          enterKeyHint="search"
          aria-label={words.field}
          placeholder={words.placeholder}
          value={text}
          maxLength={lookUpLimit}
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          ref={fieldRef}
          onChange={(event) => {
            setText(event.target.value)
            // Nobody chose the search by name from the menu; another value may be of any kind again.
            if (as === 'name') setAs('auto')
          }}
        />
        <Key aria-hidden>/</Key>
        {text !== '' && (
          <Clear
            type="button"
            aria-label={words.clear}
            onClick={() => {
              setText('')
              setAs('auto')
              onClear()
              fieldRef.current?.focus()
            }}
          >
            <X size={16} strokeWidth={1.75} aria-hidden />
          </Clear>
        )}
      </Box>
      <Line data-empty={detected.value === '' ? '' : undefined}>
        <Looks size={14} strokeWidth={1.75} aria-hidden />
        {detected.value === '' ? words.anyKind : words.looksLike[detected.looks]}
        {detected.value !== text.trim() && (
          <>
            {' · '}
            {words.reads(
              <code>
                <Visible text={detected.value} />
              </code>,
            )}
          </>
        )}
        {' · '}
        <Choice
          label={words.lookUpAs}
          value={as}
          options={options}
          ref={kindRef}
          onChoose={(how) => {
            setAs(how)
            if (asked !== null) ask(how)
          }}
        />
      </Line>
    </form>
  )
}
