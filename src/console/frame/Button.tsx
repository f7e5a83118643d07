import { styled, type Theme } from '@mui/material/styles'
import type { ComponentProps } from 'react'
import { Link } from 'react-router'
import { touch } from '#console/frame/media.ts'

/**
 * `contained` is the one next step, red (`error`) only where it ends something; `outlined` the rest;
 * `text` Cancel, Back, and links. `small` stands in rows.
 */
export type ButtonLook = {
  variant?: 'outlined' | 'contained' | 'text'
  color?: 'primary' | 'error' | 'inherit'
  size?: 'small' | 'medium'
}

const own = { shouldForwardProp: (prop: string) => !['variant', 'color', 'size'].includes(prop) }

function ground({ vars: { palette } }: Theme, { variant, color }: ButtonLook) {
  const hover = { '&:hover': { background: palette.action.hover } }
  if (variant === 'contained') {
    const fill = color === 'error' ? palette.error.dark : palette.primary.dark
    return { color: '#FFFFFF', background: fill, borderColor: fill }
  }
  if (variant === 'text') {
    const ink = color === 'inherit' ? palette.text.secondary : palette.primary.main
    return { color: ink, background: 'none', borderColor: 'transparent', ...hover }
  }
  return {
    color: palette.text.primary,
    background: palette.background.default,
    borderColor: palette.border.field,
    ...hover,
  }
}

const look = ({ theme, ...wanted }: ButtonLook & { theme: Theme }) => {
  const small = wanted.size === 'small'
  const { palette } = theme.vars
  return {
    ...theme.typography.button,
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    gap: 6,
    minHeight: small ? 28 : 32,
    padding: small ? '3px 9px' : '5px 12px',
    fontSize: small ? 12 : 13,
    textTransform: 'none' as const,
    textDecoration: 'none',
    whiteSpace: 'nowrap' as const,
    borderWidth: 1,
    borderStyle: 'solid',
    borderRadius: 6,
    cursor: 'pointer',
    transition: 'background-color 120ms, border-color 120ms, color 120ms',
    '& svg': { flex: 'none' },
    ...ground(theme, wanted),
    // Closed, yet in reach of the keyboard, so that somebody can learn what is missing.
    '&&[aria-disabled="true"], &&:disabled': {
      color: palette.text.tertiary,
      cursor: 'default',
      ...(wanted.variant !== 'text' && {
        background: palette.background.chip,
        borderColor: palette.background.chip,
      }),
    },
    [touch]: { minHeight: 44 },
  }
}

const Plain = styled('button', own)<ButtonLook>(look)

/** A button; `type="submit"` only where it is said. */
export function Button({ type = 'button', ...props }: ButtonLook & ComponentProps<'button'>) {
  const { color, ...rest } = props
  return <Plain type={type} {...rest} {...(color && { color })} />
}

/** A link that looks like a button. */
export const ButtonLink = styled(Link, own)<ButtonLook>(look)
