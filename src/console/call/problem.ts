import type { Allowance } from '#contract/limits.ts'
import type { Refusal, RefusalCode } from '#contract/refusal.ts'

/** `offline`: no answer came, so nobody knows what became of the request. */
export type ProblemCode = RefusalCode | 'offline'

/** Why a call has no answer: the proxy's refusal, or that nothing came back. */
export class Problem extends Error {
  override name = 'Problem'
  readonly code: ProblemCode
  readonly requestId: string | null
  readonly apiCode: number | null
  readonly upstreamRequestId: string | null
  readonly allowance: Allowance | null

  constructor(code: ProblemCode, refusal?: Partial<Refusal>, allowance: Allowance | null = null) {
    super(refusal?.message ?? code)
    this.code = code
    this.requestId = refusal?.requestId ?? null
    this.apiCode = refusal?.apiCode ?? null
    this.upstreamRequestId = refusal?.upstreamRequestId ?? null
    this.allowance = allowance
  }
}

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: Problem
  }
}
