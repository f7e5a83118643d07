import type { Allowance } from '#contract/limits.ts'
import type { Refusal, RefusalCode } from '#contract/refusal.ts'

/** A refusal on its way to the caller: one code of the closed list, a public sentence, a private cause. */
export class Refused extends Error {
  override name = 'Refused'
  readonly code: RefusalCode
  readonly apiCode: number | undefined
  readonly upstreamRequestId: string | undefined
  readonly allowance: Allowance | undefined

  constructor(
    code: RefusalCode,
    message: string,
    more: Partial<Pick<Refusal, 'apiCode' | 'upstreamRequestId'>> & {
      allowance?: Allowance
      cause?: unknown
    } = {},
  ) {
    super(message, { cause: more.cause })
    this.code = code
    this.apiCode = more.apiCode
    this.upstreamRequestId = more.upstreamRequestId
    this.allowance = more.allowance
  }
}
