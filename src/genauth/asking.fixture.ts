import { openGenAuth } from './client.ts'
import type { GenAuth, Read, Written } from './genauth.ts'
import { type Answer, envelope, serve } from './server.fixture.ts'

export const key = { id: '60b9c1ea5e2c4f0001a7d2b3', secret: 'not-a-real-secret-0123456789' }
export const success = { statusCode: 200, message: '', data: { success: true } }

export const ok = (data: unknown) => envelope({ statusCode: 200, message: 'Success', data })
export const liWei = {
  userId: '6229ffa0c1d2e3f4a5b6c7d8',
  status: 'Activated',
  username: 'liwei',
  identityNumber: '110101199003070000',
}

/** A client with an invented key; 10 s unless the test is about time. */
export function open(host: string, timeoutMs = 10_000): GenAuth {
  const options = { host, accessKeyId: key.id, accessKeySecret: key.secret, timeoutMs }
  return openGenAuth({ ...options, signature: 'authing' })
}

/** `ok`, or the failure's kind and cause. */
export function inWords(result: Read<unknown> | Written): string {
  return result.ok ? 'ok' : `${result.failure.kind} ${result.failure.cause}`
}

/** The same lie told to a read and to a write. */
export async function toldTo(host: string, timeoutMs?: number): Promise<[string, string]> {
  const genauth = open(host, timeoutMs)
  const told = await Promise.all([genauth.getUser('liwei', 'username'), genauth.resignUser('u1')])
  await genauth.close()
  return [inWords(told[0]), inWords(told[1])]
}

/** What came of a question to a server that gives one answer, and every request line and body it saw. */
export async function asking(answer: Answer, ask: (genauth: GenAuth) => Promise<unknown>) {
  await using server = await serve(answer)
  const genauth = open(server.host)
  const result = await ask(genauth)
  await genauth.close()
  const sent = server.received.map(({ method, target, body }) => {
    const line = `${method} ${decodeURIComponent(target)}`
    return body === '' ? line : `${line} ${body}`
  })
  return { result, sent }
}
