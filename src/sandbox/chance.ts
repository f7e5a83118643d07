/** A non-empty list, so that picking from it always gives something. */
export type Some<T> = readonly [T, ...T[]]

/** Repeatable chance: the same seed gives the same draws in the same order. */
export type Chance = {
  /** A whole number from 0 to below `n`. */
  below(n: number): number
  one<T>(list: Some<T>): T
  /** True with probability `p`. */
  often(p: number): boolean
  /** `n` different members of the list, in its order; all of them when it has no more. */
  several<T>(list: readonly T[], n: number): T[]
  hex(length: number): string
}

/** 32-bit FNV-1a over a text, its bits mixed once more so that near texts give far numbers. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Draws that depend on the parts alone: a seed, a person's number, what is drawn for. */
export function chance(...parts: readonly (string | number)[]): Chance {
  let state = hashOf(parts.join('\u0000'))
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const below = (n: number) => Math.floor((next() / 0x1_0000_0000) * n)
  return {
    below,
    one: (list) => list[below(list.length)] ?? list[0],
    often: (p) => next() / 0x1_0000_0000 < p,
    several(list, n) {
      let wanted = Math.min(n, list.length)
      return list.filter((_, i) => {
        const taken = below(list.length - i) < wanted
        if (taken) wanted -= 1
        return taken
      })
    },
    hex(length) {
      let digits = ''
      while (digits.length < length) digits += next().toString(16).padStart(8, '0')
      return digits.slice(0, length)
    },
  }
}
