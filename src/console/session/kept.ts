import { keeper } from './keeper.ts'

/**
 * What this tab remembers over signing in again, in `sessionStorage`: it belongs to the person who typed
 * it, goes when somebody else signs in or anybody signs out, and is never a secret.
 * `kept('x')` gives back what `keep('x', value)` wrote; whoever reads it has to check its shape.
 */
export const { keep, kept, leave, arrive, close: closeKept } = keeper(() => sessionStorage)
