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

const isHttp = (statusCode: number) => statusCode >= 400 && statusCode < 600 && statusCode !== 499

export type Setting = {
  policy: Policy
  language: string | undefined
  requestId: string
  /** For 429 alone. */
  retryAfter: string | undefined
}

/** Wraps an answer. Unless policy says otherwise HTTP says 200, whatever the statusCode is. */
export function wrap(answer: Answer, setting: Setting): Envelope {
  const { statusCode, apiCode, message } = answer
  const { policy, language, requestId, retryAfter } = setting
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
      ...(retryAfter !== undefined && { 'retry-after': retryAfter }),
    },
    body,
  }
}
