import type { BodySize } from './client-limits.ts'
import { isWithin } from './json-size.ts'
import { Refused } from './refused.ts'
import type { Exchange } from './request-facts.ts'

/**
 * Reads a JSON body of at most such a size. `__proto__` stays a plain key, which no schema knows.
 * @returns the parsed body; undefined when there is none.
 * @throws Refused `too_large`, `bad_request`.
 */
export async function readJson(c: Exchange, most: BodySize): Promise<unknown> {
  const bytes = await readBytes(c, most.bytes)
  if (bytes.byteLength === 0) return undefined
  if (!isWithin(bytes, most)) {
    throw new Refused('bad_request', 'The body holds more values, or deeper ones, than this takes.')
  }
  const body = parsed(bytes)
  if (!isPlainText(body)) {
    throw new Refused('bad_request', 'The body contains characters that are no text.')
  }
  return body
}

async function readBytes(c: Exchange, limit: number): Promise<Uint8Array> {
  const announced = c.req.header('content-length')
  if (announced !== undefined && !(Number(announced) <= limit)) throw tooLarge(limit)
  try {
    // The parser of the server lets no more through than was announced.
    if (announced !== undefined) return new Uint8Array(await c.req.arrayBuffer())
    return await counted(c, limit)
  } catch (cause) {
    if (cause instanceof Refused) throw cause
    throw new Refused('bad_request', 'The body ended early.')
  }
}

async function counted(c: Exchange, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of c.req.raw.body ?? []) {
    length += chunk.byteLength
    if (length > limit) throw tooLarge(limit)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** The refusal of a body of more bytes than `limit`. */
export function tooLarge(limit: number): Refused {
  return new Refused('too_large', `The body is larger than ${limit} bytes.`)
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new Refused('bad_request', 'The body is not well-formed JSON.')
  }
}

/** No NUL and no half of a character anywhere. */
function isPlainText(body: unknown): boolean {
  const left: unknown[] = [body]
  while (left.length > 0) {
    const value = left.pop()
    if (typeof value === 'string' && (!value.isWellFormed() || value.includes('\0'))) return false
    for (const part of partsOf(value)) left.push(part)
  }
  return true
}

function partsOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}
