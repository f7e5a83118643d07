import { expect, test } from 'vitest'
import type { Failure } from './genauth.ts'
import { explainProbe } from './probe.ts'

const now = new Date('2026-11-21T20:45:00Z')
const options = { host: 'https://api.genauth.ai', signature: 'authing', now } as const

function key(more: Partial<Failure>): Failure {
  return { kind: 'refused', cause: 'key', statusCode: 401, detail: 'no', ...more }
}

test.each<[string, Failure, string]>([
  [
    'a refused key',
    key({ apiCode: 1300, serverDate: now }),
    'GenAuth at https://api.genauth.ai refuses the access key (apiCode 1300); check GENAUTH_ACCESS_KEY_ID and GENAUTH_ACCESS_KEY_SECRET.',
  ],
  [
    'a clock that is ahead',
    key({ apiCode: 1305, serverDate: new Date('2026-11-21T20:38:00Z') }),
    "This machine's clock is off by 420 s, ahead of GenAuth's at https://api.genauth.ai; set it right.",
  ],
  [
    'a clock that is behind, though the apiCode blames the key',
    key({ apiCode: 1300, serverDate: new Date('2026-11-22T20:45:00Z') }),
    "This machine's clock is off by 86400 s, behind GenAuth's at https://api.genauth.ai; set it right.",
  ],
  [
    'a clock that is off by nobody knows how much',
    key({ apiCode: 1305 }),
    "GenAuth at https://api.genauth.ai says that this machine's clock is off (apiCode 1305).",
  ],
  [
    'a signature that is not seen',
    key({ apiCode: 1304 }),
    'GenAuth at https://api.genauth.ai does not see the signature (statusCode 401, apiCode 1304); it may expect the other family, GENAUTH_SIGNATURE=genauth.',
  ],
  [
    'a key without the right to list users',
    key({ statusCode: 403, detail: 'no permission' }),
    'GenAuth at https://api.genauth.ai refuses the access key (statusCode 403): no permission',
  ],
  [
    'no connection',
    { kind: 'ambiguous', cause: 'silent', detail: 'ECONNREFUSED' },
    'GenAuth at https://api.genauth.ai does not answer: ECONNREFUSED.',
  ],
  [
    'something that is not GenAuth',
    {
      kind: 'ambiguous',
      cause: 'unreadable',
      detail: 'HTTP 200: the answer is text/html, not JSON',
    },
    'https://api.genauth.ai answers, but not as GenAuth does (HTTP 200: the answer is text/html, not JSON); check GENAUTH_HOST.',
  ],
  [
    'a busy GenAuth',
    { kind: 'refused', cause: 'busy', statusCode: 429, detail: '' },
    'GenAuth at https://api.genauth.ai is busy (statusCode 429); it will be asked again when it is needed.',
  ],
  [
    'another refusal',
    { kind: 'refused', cause: 'answer', statusCode: 402, detail: 'upgrade your plan' },
    'GenAuth at https://api.genauth.ai answers statusCode 402: upgrade your plan',
  ],
])('%s is explained in one sentence', (_, failure, sentence) => {
  expect(explainProbe(failure, options)).toBe(sentence)
})

test('the other family is named from either side', () => {
  const sentence = explainProbe(key({}), { ...options, signature: 'genauth' })
  expect(sentence).toContain('GENAUTH_SIGNATURE=authing')
})
