import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'

/** What is known of a request while it is answered: for the answer's headers and the log line. */
type Facts = {
  requestId: string
  nonce: string
  /** The pattern that matched, never the address itself. */
  route: string
  /** Requests that come by themselves, again and again, are logged at `debug` only. */
  quiet: boolean
  personId: string | null
}

/** `Bindings`: the request as it is on its socket, where it came over one. */
export type Env = { Variables: Facts; Bindings: Partial<HttpBindings> }
export type Exchange = Context<Env>
