import type { Unread } from '#contract/user.ts'
import type { Failure } from '#genauth/genauth.ts'
import { Refused } from './refused.ts'

/** Why an upstream call gave nothing, in the contract's words. */
export function unread(failure: Failure): Unread {
  return {
    code: codeOf(failure),
    ...(failure.apiCode !== undefined && { apiCode: failure.apiCode }),
    ...(failure.requestId !== undefined && { upstreamRequestId: failure.requestId }),
  }
}

/** The same as a refusal of the whole request. */
export function refusedBy(failure: Failure): Refused {
  const { code, ...numbers } = unread(failure)
  return new Refused(code, sentences[code], { ...numbers, cause: failure.detail })
}

function codeOf(failure: Failure): Unread['code'] {
  switch (failure.cause) {
    case 'key':
    case 'answer':
    case 'missing':
      return 'upstream_refused'
    case 'busy':
      return 'upstream_busy'
    case 'unreadable':
      return 'upstream_unclear'
    case 'silent':
      return 'upstream_silent'
    default:
      return failure.cause satisfies never
  }
}

const sentences: Record<Unread['code'], string> = {
  upstream_refused: 'GenAuth answered, and refused.',
  upstream_busy: 'GenAuth is being asked too often and wants a pause.',
  upstream_unclear: 'GenAuth answered something that cannot be read.',
  upstream_silent: 'GenAuth did not answer.',
}
