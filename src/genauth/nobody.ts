import type { UserIdType } from './genauth.ts'

/** apiCodes of a 404 that is about the pool or an application, not about the user. */
const otherThings = [2224, 2011]

/**
 * Whether a refusal says that the user does not exist. GenAuth has three ways: statusCode 404,
 * apiCode 2004, or a sentence. An answer about the caller's rights or pace, or about a fault of the
 * server, never counts, and neither does a router's own 404: "nobody" is what proves a deletion.
 */
export function saysNobody(answer: {
  statusCode: number
  apiCode?: number | undefined
  message: string
}): boolean {
  const { statusCode, apiCode, message } = answer
  if (statusCode < 400 || statusCode > 499 || [401, 403, 429].includes(statusCode)) return false
  if (apiCode !== undefined && otherThings.includes(apiCode)) return false
  if (/^\s*cannot (get|post) /i.test(message)) return false
  if (statusCode === 404 || apiCode === 2004) return true
  return /用户不存在|user (does not|doesn't|not) exist/i.test(message)
}

/** Every id that GenAuth itself gives out looks like this. */
const canonical = /^[0-9a-f]{24}$/i

/**
 * Whether a refusal of get-user says that the id is malformed for its kind (400, "参数 userId
 * 格式错误"): then nobody of this kind has it. Not believed of a user id that has the shape of
 * GenAuth's own, because the same answer would then prove a deletion that did not happen.
 */
export function saysMalformed(
  refusal: { statusCode?: number; detail: string },
  userId: string,
  userIdType: UserIdType,
): boolean {
  if (refusal.statusCode !== 400 || !refusal.detail.includes('userId')) return false
  if (userIdType === 'user_id' && canonical.test(userId)) return false
  return /格式|format|malformed|invalid/i.test(refusal.detail)
}
