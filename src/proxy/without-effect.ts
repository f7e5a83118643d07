import type { Environment } from './environment.ts'

/** Guards and keepings that are designed and not built: whoever sets one must not believe in it. */
const notBuilt = ['KEEP_PERSONAL_DAYS']

/** Variables that are set and have no effect yet. */
export function withoutEffect(env: Pick<Environment, 'has'>): string[] {
  return notBuilt.filter(env.has)
}
