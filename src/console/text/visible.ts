import { unseen } from '#contract/unseen.ts'

/** A stretch of plain text, or one character that would otherwise not be seen; `at`: where it begins. */
export type Part = { at: number; text: string; mark: boolean }

const one = new RegExp(`[${unseen}]`, 'u')
const stretches = new RegExp(`[${unseen}]|[^${unseen}]+`, 'gu')

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** The lines of a text, each with where it begins: a line break is to be seen as one, and not as a mark. */
export function linesOf(text: string): readonly Pick<Part, 'at' | 'text'>[] {
  return [...text.matchAll(/(?<=^|\n)[^\n]*/g)].map(({ 0: line, index }) => ({
    at: index,
    text: line,
  }))
}

/** Splits a text so that every character which is not seen is named: `U+202E`. */
export function partsOf(text: string): readonly Part[] {
  return [...text.matchAll(stretches)].map(({ 0: found, index }) =>
    one.test(found)
      ? { at: index, text: codePoint(found), mark: true }
      : { at: index, text: found, mark: false },
  )
}
