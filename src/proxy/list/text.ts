import { setImmediate } from 'node:timers/promises'
import { type Encoding, notText } from './encoding.ts'
import { unreadable } from './unreadable.ts'

/** Bytes that are read in one go, before anybody else gets a turn. */
const bytesAtOnce = 16 * 1024

const labels: Record<Encoding, string> = {
  'utf-8': 'utf-8',
  'utf-8-bom': 'utf-8',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  gb18030: 'gb18030',
}
const damaged: Record<Encoding, string> = {
  'utf-8': 'This list is not UTF-8 throughout. Save it again in UTF-8.',
  'utf-8-bom': 'This list is not UTF-8 throughout. Save it again in UTF-8.',
  'utf-16le': 'This list is damaged: not all of it is UTF-16. Save it again in UTF-8.',
  'utf-16be': 'This list is damaged: not all of it is UTF-16. Save it again in UTF-8.',
  gb18030: 'This list is neither in UTF-8 nor in UTF-16 nor in GB18030. Save it in UTF-8.',
}

/**
 * The text of a list, piece by piece, without its byte order mark; no half character, no NUL.
 * @throws Refused `list_unreadable` at the first byte that does not belong to the encoding.
 */
export async function* textOf(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(labels[encoding], { fatal: true })
  const decoded = (piece?: Uint8Array): string => {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode()
    } catch (cause) {
      throw unreadable(damaged[encoding], cause)
    }
  }
  let isFirst = true
  for await (const piece of small(bytes)) {
    const text = decoded(piece)
    if (text.includes('\0')) throw unreadable(notText)
    if (text !== '') {
      // The decoder takes off the marks of UTF-8 and UTF-16 itself.
      yield isFirst && encoding === 'gb18030' ? text.replace(/^\uFEFF/, '') : text
      isFirst = false
    }
  }
  const last = decoded()
  if (last !== '') yield last
}

async function* small(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    for (let from = 0; from < piece.byteLength; from += bytesAtOnce) {
      yield piece.subarray(from, from + bytesAtOnce)
      await setImmediate()
    }
  }
}
