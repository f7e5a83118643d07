import type { z } from 'zod'
import type { Answered, OperationName, Operations } from '#contract/operations.ts'
import type { Role } from '#contract/role.ts'
import type { Received } from '#store/batch-records.ts'

/** Who is asking, as read from the store for this very request. */
export type Caller = {
  personId: string
  iss: string
  sub: string
  name: string
  email: string | null
  emailVerified: boolean
  ownUserId: string | null
  role: Role | null
  /** The session that the request came with, hashed; and when the person last proved who they are. */
  sessionHash: string
  authTime: Date | null
}

type Parsed<N extends OperationName, Part extends string> = Operations[N] extends {
  [P in Part]: infer S extends z.ZodType
}
  ? z.output<S>
  : undefined

/** What is known of a call before any file that comes with it. */
type Asking<N extends OperationName> = {
  params: Parsed<N, 'params'>
  query: Parsed<N, 'query'>
  body: Parsed<N, 'body'>
  /** null only where the operation is public. */
  caller: N extends 'whoAmI' ? Caller | null : Caller
  requestId: string
  /** Fires when the caller has gone away. */
  signal: AbortSignal
}

export type Call<N extends OperationName> = Asking<N> & {
  /** The file that came with the call: its bytes are kept, and dropped again if the handler refuses. */
  upload: Operations[N] extends { upload: true } ? Received : undefined
}

/** Implements one operation; refuses by throwing `Refused`. What it returns is parsed before it leaves. */
export type Handler<N extends OperationName> = (call: Call<N>) => Promise<Answered<N>>

export type Handlers = { [N in OperationName]: Handler<N> }

/** Refuses, by throwing `Refused`, a file of which no byte is to be kept. Its handler looks again. */
export type Admissions = { [N in OperationName]?: (asking: Asking<N>) => Promise<void> }
