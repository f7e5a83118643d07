import { createHash } from 'node:crypto'
import type { Accepted, BadPart } from './audit-acceptance.ts'
import { acceptedBy } from './audit-acceptance.ts'
import type { ChainKeys } from './audit-link.ts'
import { isSealed, saltedDigest, sealedText, seedOf } from './audit-link.ts'
import type { AuditEntryTable } from './tables.ts'

/** An end of the chain, as the database or the outside has it. */
export type ChainEnd = { seq: number; mac: string }

export type Bad = { seq: number; why: string }

/** An entry with its erasable parts, as text in the order in which they were digested; null: erased. */
export type Found = {
  entry: AuditEntryTable
  personal: readonly [salt: string, ...parts: string[]] | null
  snapshot: readonly [salt: string, ...parts: string[]] | null
}

/** Goes along the chain from its seed, entry by entry, and remembers the first that does not hold. */
export class AuditWalk {
  /** How many entries were met, and the last of them. */
  entries = 0
  last: ChainEnd
  /** Erasable parts that are not what their entry says and that nobody has accepted. */
  parts: (BadPart & Bad)[] = []
  readonly #keys: ChainKeys
  readonly #seeds: readonly string[]
  readonly #outside: ChainEnd | undefined
  readonly #state = createHash('sha256')
  #bad: Bad | null = null
  #outsideMet: boolean
  /** Up to here whatever the outside says was accepted. */
  #acceptedThrough = 0

  constructor(keys: ChainKeys, belongsTo: string, outside: ChainEnd | undefined) {
    this.#keys = keys
    this.#seeds = keys.map((key) => seedOf(key, belongsTo))
    this.last = { seq: 0, mac: seedOf(keys[0], belongsTo) }
    this.#outside = outside
    this.#outsideMet = !outside || (outside.seq === 0 && this.#seeds.includes(outside.mac))
  }

  /** Digest over all entries so far, broken or not. */
  get state(): string {
    return this.#state.copy().digest('hex')
  }

  /** The first entry that does not hold. */
  get bad(): Bad | null {
    const [part] = this.parts
    return part && (!this.#bad || part.seq < this.#bad.seq) ? part : this.#bad
  }

  step(found: Found): void {
    const { entry } = found
    const text = sealedText(entry)
    const before = this.entries === 0 ? this.#seeds : [this.last.mac]
    const sealed = before.some((mac) => isSealed(this.#keys, text, mac, entry.mac))
    const accepted = sealed ? acceptedBy(entry) : null
    if (accepted && accepted.through === entry.seq - 1 && accepted.state === this.state) {
      this.#accept(accepted)
    } else if (entry.seq !== this.last.seq + 1) {
      this.#bad ??= { seq: this.last.seq + 1, why: 'the entry is missing' }
    } else if (!sealed) {
      this.#bad ??= {
        seq: entry.seq,
        why: 'it was changed, or does not follow the entry before it',
      }
    }
    this.#check(entry.seq, 'its personal part', found.personal, entry.personalDigest)
    this.#check(entry.seq, 'its snapshot', found.snapshot, entry.snapshotDigest)
    if (this.#outside?.seq === entry.seq && this.#outside.mac === entry.mac) this.#outsideMet = true
    this.#state.update(`${text}\n${entry.mac}\n`)
    this.last = { seq: entry.seq, mac: entry.mac }
    this.entries += 1
  }

  /** Compares the end of the walk with the head in the database and the one outside. */
  arrive(head: ChainEnd | null): void {
    const { seq, mac } = this.last
    if (!head) this.#bad ??= { seq, why: 'the head of the chain is missing' }
    else if (head.seq > seq)
      this.#bad ??= { seq: seq + 1, why: 'the entry is missing: the end was cut' }
    else if (head.seq < seq) this.#bad ??= { seq: head.seq + 1, why: 'it stands beyond the head' }
    else if (!(head.mac === mac || (seq === 0 && this.#seeds.includes(head.mac)))) {
      this.#bad ??= { seq, why: 'the head of the chain is another one' }
    }
    const outside = this.#outside
    if (!outside || this.#outsideMet || outside.seq <= this.#acceptedThrough) return
    this.#bad ??=
      outside.seq > seq
        ? { seq: seq + 1, why: 'the head kept outside is ahead: cut, or restored from a backup' }
        : { seq: outside.seq, why: 'the head kept outside says otherwise' }
  }

  #accept(accepted: Accepted): void {
    this.#bad = null
    this.#acceptedThrough = accepted.through
    this.parts = this.parts.filter(
      (part) =>
        !accepted.parts.some(({ seq, digest }) => seq === part.seq && digest === part.digest),
    )
  }

  #check(seq: number, name: string, part: Found['personal'], expected: string | null): void {
    if (!part) return
    const digest = saltedDigest(...part)
    if (digest !== expected) this.parts.push({ seq, digest, why: `${name} was changed` })
  }
}
