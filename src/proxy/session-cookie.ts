import { createHash, randomBytes } from 'node:crypto'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Exchange } from './request-facts.ts'

/** A cookie that only this origin can set or read; on loopback http browsers allow no `__Host-`. */
export type PrivateCookie = {
  read(c: Exchange): string | null
  write(c: Exchange, value: string, maxAgeS: number): void
  clear(c: Exchange): void
}

const opaque = /^[\w-]{43}$/

/** What the browser holds: 256 random bits. */
export function newOpaque(): string {
  return randomBytes(32).toString('base64url')
}

/** What the store holds in its place. */
export function hashed(opaqueValue: string): string {
  return createHash('sha256').update(opaqueValue).digest('hex')
}

/** `Lax`, because the way back from a provider on another site must find it. */
export function privateCookie(plainName: string, secure: boolean): PrivateCookie {
  const name = secure ? `__Host-${plainName}` : plainName
  const options = { path: '/', httpOnly: true, sameSite: 'Lax', secure } as const
  return {
    read(c) {
      const value = getCookie(c, name)
      return value !== undefined && opaque.test(value) ? value : null
    },
    write(c, value, maxAgeS) {
      setCookie(c, name, value, { ...options, maxAge: maxAgeS })
    },
    clear(c) {
      deleteCookie(c, name, options)
    },
  }
}
