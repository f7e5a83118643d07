import { unreadable } from './unreadable.ts'

/** So many different characters that are well-formed in UTF-8 do not stand in GB18030 by accident. */
const enough = 4
/** Well-formed characters to each broken one, at the least, in UTF-8 that was damaged on its way. */
const wholePerBroken = 8

/**
 * Tells UTF-8 from UTF-8 with a broken byte in it, and both from another encoding. A broken one must
 * not pass for GB18030: nearly every pair of its bytes is a character there, only another one.
 */
export function trialOfUtf8() {
  const strict = new TextDecoder('utf-8', { fatal: true })
  const lenient = new TextDecoder('utf-8')
  const different = new Set<string>()
  const lines = lineBreaks()
  let brokenAt: number | null = null
  let line = 1
  let whole = 0
  let broken = 0

  const isWellFormed = (piece: Uint8Array | null): boolean => {
    try {
      if (piece) strict.decode(piece, { stream: true })
      else strict.decode()
      return true
    } catch {
      return false
    }
  }

  const look = (piece: Uint8Array | null): void => {
    const failed = brokenAt === null && !isWellFormed(piece)
    const text = piece ? lenient.decode(piece, { stream: true }) : lenient.decode()
    if (failed) brokenAt = line + lines.count(text.slice(0, text.indexOf('\uFFFD')))
    if (brokenAt === null) line += lines.count(text)
    weigh(text)
  }

  const weigh = (text: string): void => {
    for (const [character] of text.matchAll(/[\u{80}-\u{10FFFF}]/gu)) {
      if (character === '\uFFFD') broken += 1
      else whole += 1
      if (different.size < enough && character !== '\uFFFD') different.add(character)
    }
  }

  return {
    take: (piece: Uint8Array): void => look(piece),
    /**
     * After the last piece: whether all was UTF-8. False: it is in another encoding.
     * @param certain it began with UTF-8's mark
     * @throws Refused `list_unreadable` when it is UTF-8, but damaged.
     */
    passed(certain: boolean): boolean {
      look(null)
      if (brokenAt === null) return true
      if (certain || (different.size >= enough && whole >= broken * wholePerBroken)) {
        throw unreadable(
          `This list is in UTF-8, but line ${brokenAt} holds a byte that is none. Save it again in UTF-8.`,
        )
      }
      return false
    },
  }
}

/** Counts line breaks in a text that comes in pieces: CRLF is one of them even where it is cut. */
function lineBreaks() {
  let afterReturn = false
  return {
    count(text: string): number {
      const found = text.match(/\r\n?|\n/g)?.length ?? 0
      const again = afterReturn && text.startsWith('\n') ? 1 : 0
      if (text !== '') afterReturn = text.endsWith('\r')
      return found - again
    },
  }
}
