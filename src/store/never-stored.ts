/** Keys whose values never reach the database, in whatever spelling a source uses. */
const neverStored = new Set([
  'identitynumber',
  'accesstoken',
  'refreshtoken',
  'mfatoken',
  'password',
  'connections',
])

/**
 * Refuses to store a secret that somebody upstream forgot to take out. Error: a TypeError naming the
 * path of the key, never its value.
 */
export function refuseSecrets(value: unknown, path = 'record'): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    const here = `${path}.${key}`
    if (neverStored.has(key.replaceAll(/[_-]/g, '').toLowerCase())) {
      throw new TypeError(`${here} must never be stored`)
    }
    refuseSecrets(inner, here)
  }
}
