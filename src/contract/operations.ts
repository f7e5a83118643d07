import type { z } from 'zod'
import { actOperations } from './act-operations.ts'
import { batchOperations } from './batch-operations.ts'
import { draftOperations } from './draft-operations.ts'
import { listOperations } from './list-operations.ts'
import { sessionOperations } from './session-operations.ts'
import { userOperations } from './user-operations.ts'

/** Everything that the browser may ask. A name stands here once, with its answer and who may have it. */
export const operations = {
  ...sessionOperations,
  ...userOperations,
  ...actOperations,
  ...draftOperations,
  ...batchOperations,
  ...listOperations,
} as const

export type Operations = typeof operations
export type OperationName = keyof Operations

type Input<N extends OperationName, Part extends string> = Operations[N] extends {
  [P in Part]: infer S extends z.ZodType
}
  ? { [P in Part]: z.input<S> }
  : { [P in Part]?: never }

/** What a caller gives: path parameters, query and body, each only where the operation has one. */
export type Asked<N extends OperationName> = Input<N, 'params'> &
  Input<N, 'query'> &
  Input<N, 'body'>
/** What the caller gets. */
export type Answered<N extends OperationName> = z.output<Operations[N]['reply']>
