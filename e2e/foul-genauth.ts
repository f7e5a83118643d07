import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, request } from 'node:http'
import { buffer } from 'node:stream/consumers'

/** Puts other words into what a call answered; `call` is the last part of the path. */
export type Foul = (call: string, answer: unknown) => unknown

/** Stands before a GenAuth and speaks for it. */
export type FoulGenauth = { url: string; end(): Promise<void> }

/** Hands every call on to the GenAuth at `host`, as it came, and answers in words of its own. */
export async function foulGenauth(host: string, foul: Foul): Promise<FoulGenauth> {
  const server = createServer(async (req, res) => {
    const body = await buffer(req)
    const { status, headers, text } = await handedOn(new URL(req.url ?? '/', host), {
      method: req.method ?? 'GET',
      headers: req.headers,
      body,
    })
    const call = new URL(req.url ?? '/', host).pathname.split('/').at(-1) ?? ''
    const bytes = Buffer.from(JSON.stringify(foul(call, JSON.parse(text))))
    res.writeHead(status, { ...headers, 'content-length': bytes.byteLength }).end(bytes)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port is free.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    async end() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

type Asked = { method: string; headers: IncomingHttpHeaders; body: Buffer }

/** The signature covers what is sent, so it is sent byte for byte. */
async function handedOn(address: URL, { method, headers, body }: Asked) {
  const asking = request(address, { method, headers }).end(body)
  const [answer] = await once(asking, 'response')
  const text = (await buffer(answer)).toString('utf8')
  const { 'transfer-encoding': _, ...rest }: IncomingHttpHeaders = answer.headers
  return { status: Number(answer.statusCode), headers: rest, text }
}
