import { z } from 'zod'

/**
 * Every way the proxy may refuse, with the HTTP status it answers. The list is closed: the console
 * has a sentence for each, and a missing one fails the type check.
 */
export const refusals = {
  bad_request: 400,
  blank_list: 400,
  sign_in_required: 401,
  sign_in_failed: 401,
  no_role: 403,
  role_required: 403,
  fresh_sign_in_required: 403,
  auth_time_missing: 403,
  approval_required: 403,
  same_person: 403,
  cross_site: 403,
  protected_user: 403,
  yourself: 403,
  read_only: 403,
  not_found: 404,
  user_gone: 404,
  method_not_allowed: 405,
  changed: 409,
  user_busy: 409,
  list_on_its_way: 409,
  preview_missing: 409,
  nothing_there: 409,
  wrong_state: 409,
  plan_changed: 409,
  plan_expired: 409,
  too_large: 413,
  uri_too_long: 414,
  unsupported_media_type: 415,
  misdirected: 421,
  reason_required: 422,
  typed_words_differ: 422,
  idempotency_key_reused: 422,
  list_too_long: 422,
  list_unreadable: 422,
  too_many_requests: 429,
  header_too_large: 431,
  internal: 500,
  upstream_refused: 502,
  upstream_unclear: 502,
  cannot_record: 503,
  database_silent: 503,
  stopping: 503,
  upstream_busy: 503,
  upstream_silent: 504,
} as const

export type RefusalCode = keyof typeof refusals

/** The refusals of whatever has to ask GenAuth first. */
export const unread = [
  'upstream_refused',
  'upstream_unclear',
  'upstream_silent',
  'upstream_busy',
] as const satisfies readonly RefusalCode[]

/** The refusals of whatever wants somebody who has just signed in. */
export const unfresh = [
  'fresh_sign_in_required',
  'auth_time_missing',
] as const satisfies readonly RefusalCode[]

const codes = Object.keys(refusals).filter((code): code is RefusalCode => code in refusals)

/** The body of every error answer. `message` is a plain English sentence; the console has its own. */
export const Refusal = z.object({
  code: z.enum(codes),
  message: z.string(),
  requestId: z.string(),
  /** GenAuth's own error number, when it gave one. */
  apiCode: z.number().optional(),
  /** GenAuth's id of the call that failed. */
  upstreamRequestId: z.string().optional(),
})
export type Refusal = z.infer<typeof Refusal>
