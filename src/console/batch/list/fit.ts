import { listFileLimit } from '#contract/limits.ts'

/** Why something that was dropped or chosen is not sent at all. */
export type Unfit =
  | { why: 'several'; count: number }
  | { why: 'folder' | 'nothing' }
  | { why: 'too_large'; name: string; bytes: number }
  | { why: 'empty' | 'not_text' | 'gone' | 'busy'; name: string }

/** Formats that hold tables and are no text; more than a hint is not needed, for the proxy looks inside. */
const notText = /\.(?:xlsx?|xlsm|xlsb|ods|numbers|et|docx?|pdf|zip|rar|7z|gz|png|jpe?g)$/i

/** Looks at what was dropped or chosen, before any of it is read or sent. */
export function unfitAmong(
  files: readonly { name: string; size: number }[],
  hasFolder: boolean,
): Unfit | null {
  const [file, ...rest] = files
  if (hasFolder && rest.length === 0) return { why: 'folder' }
  if (file === undefined) return { why: 'nothing' }
  const { name, size } = file
  if (rest.length > 0) return { why: 'several', count: files.length }
  if (notText.test(name)) return { why: 'not_text', name }
  if (size === 0) return { why: 'empty', name }
  return size > listFileLimit ? { why: 'too_large', name, bytes: size } : null
}

/** Looks at pasted lines in the same way; `name` is what they are called. */
export function unfitLines(bytes: number, name: string): Unfit | null {
  return bytes > listFileLimit ? { why: 'too_large', name, bytes } : null
}

/** Megabytes with one digit, never fewer than there are: *20.1* is said of one byte too many. */
export function megabytes(bytes: number): string {
  return (Math.ceil((bytes / 1_048_576) * 10) / 10).toFixed(1)
}
