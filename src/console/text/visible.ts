/** A stretch of plain text, or one character that would otherwise not be seen; `at`: where it begins. */
export type Part = { at: number; text: string; mark: boolean }

// Controls and format characters (bidi, zero width, tags), line separators, fillers drawn as nothing.
const unseen = String.raw`\p{Cc}\p{Cf}\p{Cs}\u034F\u115F\u1160\u17B4\u17B5\u2028\u2029\u3164\uFFA0`
const one = new RegExp(`[${unseen}]`, 'u')
const stretches = new RegExp(`[${unseen}]|[^${unseen}]+`, 'gu')

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** Splits a text so that every character which is not seen is named: `U+202E`. */
export function partsOf(text: string): readonly Part[] {
  return [...text.matchAll(stretches)].map(({ 0: found, index }) =>
    one.test(found)
      ? { at: index, text: codePoint(found), mark: true }
      : { at: index, text: found, mark: false },
  )
}
