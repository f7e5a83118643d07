import type { OperationName, Operations } from '#contract/operations.ts'

type Having<Flag> = {
  [Name in OperationName]: Operations[Name] extends Flag ? Name : never
}[OperationName]

/** Operations whose body is a file. */
export type UploadName = Having<{ upload: true }>
/** Operations that answer with a file. */
export type DownloadName = Having<{ csv: true }>
/** Operations that take JSON, or nothing, and answer with JSON. */
export type CallName = Exclude<OperationName, UploadName | DownloadName>
