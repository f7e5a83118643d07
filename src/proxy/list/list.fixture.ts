import type { ListReading } from './read-list.ts'
import { listedRows } from './read-list.ts'

type Encoding = ListReading['encoding']

/** Text or bytes as a list that comes in pieces of this size, as often as it is asked for. */
export function listOf(content: string | Uint8Array, pieceBytes = 65_536) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let from = 0; from < bytes.byteLength; from += pieceBytes) {
      yield bytes.subarray(from, from + pieceBytes)
    }
  }
}

/** All that comes. */
export async function collected<T>(coming: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const each of coming) all.push(each)
  return all
}

/** Every row of a list, without its slices. */
export async function rowsOf(list: ReturnType<typeof listOf>, reading: ListReading, from = 0) {
  const slices = await collected(listedRows(list, reading, from))
  return slices.flat()
}

/** Text in an encoding, with its mark where it has one. */
export function encoded(text: string, encoding: Encoding): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text)
    case 'utf-8-bom':
      return Buffer.from(`\uFEFF${text}`)
    case 'utf-16le':
      return Buffer.from(`\uFEFF${text}`, 'utf16le')
    case 'utf-16be':
      return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()
    case 'gb18030':
      return inGb18030(text)
    default:
      return encoding satisfies never
  }
}

/** Characters that the tests write, with what the decoder reads as them; made when first needed. */
const codes = new Map<string, number[]>()

function inGb18030(text: string): Uint8Array {
  if (codes.size === 0) learnCodes()
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const code = character < '\x80' ? [character.charCodeAt(0)] : codes.get(character)
      if (!code) throw new Error(`No test writes ${character} in GB18030.`)
      return code
    }),
  )
}

/** Two bytes hold what is common in China, four the rest; of the rest the tests know Latin and one plane. */
function learnCodes(): void {
  const decoder = new TextDecoder('gb18030')
  const learn = (...code: number[]) => {
    const character = decoder.decode(Uint8Array.from(code))
    const isOne = [...character].length === 1 && character !== '\uFFFD'
    if (isOne && !codes.has(character)) codes.set(character, code)
  }
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) learn(lead, trail)
  }
  for (const first of [0x81, 0x94, 0x95]) {
    for (let second = 0x30; second <= 0x39; second += 1) {
      for (let third = 0x81; third <= 0xfe; third += 1) {
        for (let fourth = 0x30; fourth <= 0x39; fourth += 1) learn(first, second, third, fourth)
      }
    }
  }
}
