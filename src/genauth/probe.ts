import type { Failure } from './genauth.ts'
import type { SignatureFamily } from './signature.ts'

/** A difference between the clocks below this many seconds explains nothing. */
const noticeableS = 30

/**
 * One sentence for whoever starts the program, about why GenAuth's first answer was not a yes.
 * Seconds between the clocks come from the answer's own `Date`.
 */
export function explainProbe(
  failure: Failure,
  options: { host: string; signature: SignatureFamily; now: Date },
): string {
  const { host } = options
  switch (failure.cause) {
    case 'key':
      return aboutKey(failure, options)
    case 'busy':
      return `GenAuth at ${host} is busy (statusCode 429); it will be asked again when it is needed.`
    case 'silent':
      return `GenAuth at ${host} does not answer: ${failure.detail}.`
    case 'unreadable':
      return `${host} answers, but not as GenAuth does (${failure.detail}); check GENAUTH_HOST.`
    case 'missing':
    case 'answer':
      return `GenAuth at ${host} answers ${numbers(failure)}: ${failure.detail}`
    default:
      return failure.cause satisfies never
  }
}

function aboutKey(
  failure: Failure,
  { host, signature, now }: { host: string; signature: SignatureFamily; now: Date },
): string {
  const aheadS = failure.serverDate
    ? Math.round((now.getTime() - failure.serverDate.getTime()) / 1000)
    : 0
  const isOff = Math.abs(aheadS) >= noticeableS
  if (failure.apiCode === 1305 || isOff) {
    if (!isOff) return `GenAuth at ${host} says that this machine's clock is off (apiCode 1305).`
    const direction = aheadS > 0 ? 'ahead of' : 'behind'
    return `This machine's clock is off by ${Math.abs(aheadS)} s, ${direction} GenAuth's at ${host}; set it right.`
  }
  if (failure.apiCode === 1300) {
    return `GenAuth at ${host} refuses the access key (apiCode 1300); check GENAUTH_ACCESS_KEY_ID and GENAUTH_ACCESS_KEY_SECRET.`
  }
  const unseen = failure.apiCode === undefined || [1301, 1302, 1304, 2020].includes(failure.apiCode)
  if (failure.statusCode !== 403 && unseen) {
    const other = signature === 'authing' ? 'genauth' : 'authing'
    return `GenAuth at ${host} does not see the signature (${numbers(failure)}); it may expect the other family, GENAUTH_SIGNATURE=${other}.`
  }
  return `GenAuth at ${host} refuses the access key (${numbers(failure)}): ${failure.detail}`
}

function numbers(failure: Failure): string {
  const { statusCode, apiCode } = failure
  if (statusCode === undefined) return 'unclearly'
  return apiCode === undefined
    ? `statusCode ${statusCode}`
    : `statusCode ${statusCode}, apiCode ${apiCode}`
}
