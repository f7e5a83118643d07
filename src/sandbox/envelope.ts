import type { Answer } from './answer.ts'
import { inLanguage } from './messages.ts'
import type { Policy } from './policy.ts'

/** An answer as it goes over the wire. */
export type Envelope = {
  httpStatus: number
  statusCode: number
  apiCode?: number
  headers: Record<string, string>
  body: string
}

/** Arrays of text that the documents' examples show as JSON text. */
const textArrays = new Set(['originConnIds', 'departmentIds', 'postIdList'])
const lists = new Set(['list', 'identities'])

const bare = (list: readonly unknown[]) =>
  list.length === 0 ? null : list.length === 1 ? list[0] : list

/** The same data as the examples in the documents spell it: see `shape` in policy.ts. */
function asInExamples(data: unknown, key = 'list'): unknown {
  if (Array.isArray(data)) {
    if (textArrays.has(key)) return JSON.stringify(data)
    const each = data.map((item) => asInExamples(item, ''))
    return lists.has(key) ? bare(each) : each
  }
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, asInExamples(value, name)]),
  )
}

function retryAfter(policy: Policy, waitMs: number, now: Date): Record<string, string> {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000))
  switch (policy['retry-after']) {
    case 'none':
      return {}
    case 'seconds':
      return { 'retry-after': String(seconds) }
    case 'date':
      return { 'retry-after': new Date(now.getTime() + seconds * 1000).toUTCString() }
    default:
      return policy['retry-after'] satisfies never
  }
}

const isHttp = (statusCode: number) => statusCode >= 400 && statusCode < 600 && statusCode !== 499

export type Setting = {
  policy: Policy
  language: string | undefined
  requestId: string
  now: Date
  /** How long to wait after 429, in milliseconds. */
  waitMs?: number
}

/** Wraps an answer. Unless policy says otherwise HTTP says 200, whatever the statusCode is. */
export function wrap(answer: Answer, setting: Setting): Envelope {
  const { statusCode, apiCode, message } = answer
  const { policy, language, requestId, now, waitMs = 1000 } = setting
  const data = answer.data()
  const body = JSON.stringify({
    statusCode,
    message: inLanguage(message, language),
    ...(apiCode !== undefined && { apiCode }),
    requestId,
    data: policy.shape === 'examples' ? asInExamples(data) : data,
  })
  const asHttp = policy['error-http'] === 'status' && isHttp(statusCode)
  return {
    httpStatus: asHttp ? statusCode : 200,
    statusCode,
    ...(apiCode !== undefined && { apiCode }),
    headers: {
      'content-type': 'application/json; charset=utf-8',
      ...(statusCode === 429 && retryAfter(policy, waitMs, now)),
    },
    body,
  }
}
