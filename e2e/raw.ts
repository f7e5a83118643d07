import { once } from 'node:events'
import { type IncomingMessage, type RequestOptions, request } from 'node:http'
import { text } from 'node:stream/consumers'
import type { World } from './world.ts'

/** One request without a browser, which sends what it is told. */
export async function rawly({ url }: World, path: string, options: RequestOptions) {
  const asking = request(url + path, options).end()
  const [answer]: IncomingMessage[] = await once(asking, 'response')
  if (answer === undefined) throw new Error('No answer came.')
  return { status: answer.statusCode, headers: answer.headers, text: await text(answer) }
}
