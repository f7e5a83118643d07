import { promisify } from 'node:util'
import type { BrotliOptions, ZlibOptions } from 'node:zlib'
import { brotliDecompress, gunzip } from 'node:zlib'
import type { Came, Head } from './came.ts'

type Headers = Readonly<Record<string, string | string[] | undefined>>

/** The packings asked for in `accept-encoding`, and no others. */
export const acceptEncoding = 'gzip, br'

const unpackings = {
  gzip: promisify<Buffer, ZlibOptions, Buffer>(gunzip),
  br: promisify<Buffer, BrotliOptions, Buffer>(brotliDecompress),
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Gathers one answer. `add` tells when the answer has grown beyond `maxBytes`, packed or unpacked. */
export function collector(maxBytes: number) {
  const chunks: Buffer[] = []
  let size = 0
  let head: Head | undefined
  let encoding: string | null = null
  const tooLarge = `the answer is larger than ${maxBytes} bytes`
  const spoilt = (why: string): Came =>
    head === undefined ? { kind: 'garbled', why } : { kind: 'spoilt', head, why }

  return {
    begin(httpStatus: number, headers: Headers) {
      const first = (name: string) => [headers[name]].flat()[0] ?? null
      encoding = first('content-encoding')?.trim().toLowerCase() ?? null
      head = {
        httpStatus,
        contentType: first('content-type'),
        retryAfter: first('retry-after'),
        date: first('date'),
      }
    },
    add(chunk: Buffer): Came | undefined {
      size += chunk.length
      if (size > maxBytes) return spoilt(tooLarge)
      chunks.push(chunk)
      return undefined
    },
    async came(): Promise<Came> {
      if (head === undefined) return spoilt('the answer has no head')
      try {
        const bytes = await unpacked(Buffer.concat(chunks), encoding, maxBytes)
        return { kind: 'reply', head, body: utf8.decode(bytes) }
      } catch {
        return spoilt('the answer cannot be unpacked, is too large, or is not UTF-8')
      }
    },
  }
}

async function unpacked(bytes: Buffer, encoding: string | null, maxBytes: number): Promise<Buffer> {
  if (encoding === null || encoding === 'identity' || encoding === '') return bytes
  if (encoding !== 'gzip' && encoding !== 'br') throw new TypeError('packed in an unknown way')
  return unpackings[encoding](bytes, { maxOutputLength: maxBytes })
}
