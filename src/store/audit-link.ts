import {
  createHmac,
  createSecretKey,
  hash,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import type { AuditEntryTable } from './tables.ts'

/** An entry before it is sealed. */
export type Link = Omit<AuditEntryTable, 'mac'>

/** The chain's keys, one per secret key: the first seals, all verify. */
export type ChainKeys = readonly [KeyObject, ...KeyObject[]]

/** Derives the keys, so that whoever holds one sub-key of SECRET_KEY holds no other. */
export function chainKeys(secretKeys: readonly Buffer[]): ChainKeys {
  const [first, ...rest] = secretKeys.map((secret) =>
    createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', 'leaver-desk audit chain', 32))),
  )
  if (!first) throw new TypeError('the audit chain needs a secret key')
  return [first, ...rest]
}

/** What the first entry has for a predecessor: bound to the pool, so that no other chain fits before it. */
export function seedOf(key: KeyObject, belongsTo: string): string {
  return hmac(key, JSON.stringify(['leaver-desk audit chain', belongsTo]))
}

/** The HMAC over an entry's {@link sealedText} and its predecessor's HMAC. */
export function seal(key: KeyObject, text: string, previous: string): string {
  return hmac(key, `${text}\n${previous}`)
}

/** Whether one of the keys sealed this text after that predecessor. */
export function isSealed(keys: ChainKeys, text: string, previous: string, mac: string): boolean {
  return keys.some((key) => seal(key, text, previous) === mac)
}

/** Everything of an entry that the chain protects, in one unambiguous text. */
export function sealedText(link: Link): string {
  return JSON.stringify([
    link.seq,
    link.entryId,
    link.at,
    link.kind,
    link.action,
    link.personId,
    link.userId,
    link.batchId,
    link.batchRow,
    link.intentSeq,
    link.outcome,
    link.requestId,
    link.facts,
    link.personalDigest,
    link.snapshotDigest,
  ])
}

/** A salt that goes when the part it belongs to is erased, so that nobody can guess back from the digest. */
export function newSalt(): string {
  return randomBytes(16).toString('hex')
}

/** How a part that may be erased enters the chain. */
export function saltedDigest(salt: string, ...parts: string[]): string {
  return hash('sha256', JSON.stringify([salt, ...parts]))
}

function hmac(key: KeyObject, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex')
}
