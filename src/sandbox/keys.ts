import { createHash } from 'node:crypto'

/** Everything in the sandbox that would be a secret elsewhere: invented, and the same for each seed. */
export type Keys = {
  accessKeyId: string
  accessKeySecret: string
  userPoolId: string
  /** Signs management tokens. */
  tokenSecret: string
  clientId: string
  clientSecret: string
  /** Signs the cookies of the sign-in page. */
  cookieKey: string
  /** The private number of the key that signs id tokens. */
  signingKey: Buffer
}

const drawn = (label: string, seed: number) =>
  createHash('sha256').update(`leaver-desk sandbox, ${label}, ${seed}`).digest()

/** Draws the keys of one seed. They open nothing but a sandbox on this machine. */
export function inventKeys(seed: number): Keys {
  const hex = (label: string, length: number) => drawn(label, seed).toString('hex').slice(0, length)
  return {
    accessKeyId: `sandbox-key-${hex('access key id', 12)}`,
    accessKeySecret: `not-a-real-secret-${hex('access key secret', 32)}`,
    userPoolId: hex('user pool', 24),
    tokenSecret: hex('token secret', 64),
    clientId: 'leaver-desk-sandbox',
    clientSecret: `not-a-real-secret-${hex('client secret', 32)}`,
    cookieKey: hex('cookie key', 64),
    signingKey: drawn('signing key', seed),
  }
}

/** 24 hex digits that depend on the label alone: ids of departments, sources, apps. */
export function idOf(label: string): string {
  return createHash('sha256').update(label).digest('hex').slice(0, 24)
}
