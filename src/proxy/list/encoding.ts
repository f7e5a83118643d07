import type { List } from '#contract/list.ts'
import { Refused } from '#proxy/refused.ts'
import { looksLike } from './looks-like.ts'
import { unreadable } from './unreadable.ts'
import { trialOfUtf8 } from './utf8.ts'

export type Encoding = List['encoding']

/** Bytes of the beginning by which a file is known. */
const headBytes = 4_096

/** Bytes of UTF-16 to each digit, Latin letter or line end in it, at the most. */
const leastAscii = 10

/** Said of what has no other name. */
export const notText = 'This is not a list of text; save it as CSV or as plain text.'

/**
 * Which encoding a list is in. UTF-8 is believed only when it is well-formed to its last byte; what is
 * neither that nor UTF-16 is called GB18030 and proven by reading it.
 * @throws Refused `blank_list` without any bytes; `list_unreadable` for what is no text, or damaged.
 */
export async function detectEncoding(bytes: AsyncIterable<Uint8Array>): Promise<Encoding> {
  const trial = trialOfUtf8()
  let head: Uint8Array = new Uint8Array(0)
  let known: Encoding | null = null
  let hasNul = false
  for await (const piece of bytes) {
    const isWhole = head.byteLength === headBytes
    if (!isWhole) head = Buffer.concat([head, piece.subarray(0, headBytes - head.byteLength)])
    if (!isWhole && head.byteLength === headBytes) known = fromHead(head)
    if (isUtf16(known)) return known
    hasNul ||= piece.includes(0)
    trial.take(piece)
  }
  if (head.byteLength === 0) throw new Refused('blank_list', 'The list is empty.')
  known ??= fromHead(head)
  if (isUtf16(known)) return known
  if (hasNul) throw unreadable(notText)
  return trial.passed(known === 'utf-8-bom') ? (known ?? 'utf-8') : 'gb18030'
}

function isUtf16(encoding: Encoding | null): encoding is 'utf-16le' | 'utf-16be' {
  return encoding === 'utf-16le' || encoding === 'utf-16be'
}

/** Encodings that show at once. @throws Refused for what is no text. */
function fromHead(head: Uint8Array): Encoding | null {
  const [first, second, third] = head
  const sentence = looksLike(head)
  if (sentence !== null) throw unreadable(sentence)
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8-bom'
  return byNuls(head)
}

/** UTF-16 without a mark: of the two bytes of a digit or a Latin letter one is NUL, always the same. */
function byNuls(head: Uint8Array): Encoding | null {
  const even = nulsAt(head, 0)
  const odd = nulsAt(head, 1)
  if (even === 0 && odd === 0) return null
  const encoding = odd > even ? 'utf-16le' : 'utf-16be'
  const [most, least] = [Math.max(even, odd), Math.min(even, odd)]
  const isOneSided = most >= 4 * least && most * leastAscii >= head.byteLength
  if (isOneSided && isTextIn(encoding, head)) return encoding
  throw unreadable(notText)
}

function nulsAt(head: Uint8Array, from: 0 | 1): number {
  let found = 0
  for (let index = from; index < head.byteLength; index += 2) {
    if (head[index] === 0) found += 1
  }
  return found
}

function isTextIn(encoding: 'utf-16le' | 'utf-16be', head: Uint8Array): boolean {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true })
    return !/[^\P{Cc}\t\r\n\v\f]/u.test(text)
  } catch {
    return false
  }
}
