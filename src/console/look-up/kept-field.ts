import { keep, kept } from '#console/session/kept.ts'
import { type Asked, isLookUpAs } from './address.ts'

/** What stood in the field, asked for or not, when somebody left to sign in again. */
export function keptField(): Asked | null {
  const found = kept('look-up')
  if (!Array.isArray(found)) return null
  const [value, as]: unknown[] = found
  return typeof value === 'string' && isLookUpAs(as) ? { value, as } : null
}

/** Keeps what is being typed for the time of signing in; null forgets it. */
export function keepField(asked: Asked | null): void {
  keep('look-up', asked?.value ? [asked.value, asked.as] : null, 'return')
}
