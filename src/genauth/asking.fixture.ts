import { openGenAuth } from './client.ts'
import type { GenAuth, Read, Written } from './genauth.ts'

export const key = { id: '60b9c1ea5e2c4f0001a7d2b3', secret: 'not-a-real-secret-0123456789' }
export const success = { statusCode: 200, message: '', data: { success: true } }

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
