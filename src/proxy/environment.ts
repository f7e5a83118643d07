import { readFileSync } from 'node:fs'

/** What stops the start: one sentence that names the variable. */
export class Misconfigured extends Error {
  override name = 'Misconfigured'
}

/** The environment, read strictly: what is set has a meaning, or the start ends with a sentence. */
export type Environment = {
  /** null: not set. */
  text(name: string): string | null
  /** As {@link text}, and also from the file that `NAME_FILE` names. */
  secret(name: string): string | null
  /** Whether the variable, or its file, is set at all. */
  has(name: string): boolean
  whole(name: string, by: { usually: number; from: number; to: number }): number
  oneOf<const T extends string>(name: string, allowed: readonly T[], usually: NoInfer<T>): T
  /** Names that are set and begin so. */
  beginning(prefix: string): string[]
}

/** @throws Misconfigured from each reading that finds something malformed. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const text = (name: string) => {
    const value = env[name]
    if (value === undefined) return null
    // An empty value is what is left of a secret that got lost on the way.
    if (value.trim() === '') throw new Misconfigured(`${name} is set but empty.`)
    return value.trim()
  }

  const secret = (name: string) => {
    const file = text(`${name}_FILE`)
    if (file === null) return text(name)
    if (env[name] !== undefined) {
      throw new Misconfigured(`${name} and ${name}_FILE are both set; only one may be.`)
    }
    const value = contents(`${name}_FILE`, file).trim()
    if (value === '') throw new Misconfigured(`The file that ${name}_FILE names is empty.`)
    return value
  }

  return {
    text,
    secret,
    has: (name) => env[name] !== undefined || env[`${name}_FILE`] !== undefined,
    whole(name, { usually, from, to }) {
      const value = text(name)
      if (value === null) return usually
      const number = /^\d{1,10}$/.test(value) ? Number(value) : Number.NaN
      if (number >= from && number <= to) return number
      throw new Misconfigured(`${name} must be a whole number from ${from} to ${to}.`)
    },
    oneOf(name, allowed, usually) {
      const value = text(name)
      if (value === null) return usually
      const found = allowed.find((each) => each === value)
      if (found !== undefined) return found
      throw new Misconfigured(`${name} must be ${allowed.join(' or ')}.`)
    },
    beginning: (prefix) =>
      Object.keys(env).filter((name) => name.startsWith(prefix) && env[name] !== undefined),
  }
}

function contents(name: string, path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new Misconfigured(`${name} names a file that cannot be read: ${path}.`)
  }
}
