/** Written by the build from the contract: where each operation is asked for, and nothing else of it. */
declare module 'virtual:operations' {
  import type { OperationName } from '#contract/operations.ts'

  export const operations: {
    readonly [Name in OperationName]: { readonly method: 'get' | 'post'; readonly path: string }
  }
}
