import { once } from 'node:events'
import { createServer } from 'node:http'

/** A site of somebody else: every address of it is an empty page. */
export type Attacker = { origin: string; end(): Promise<void> }

const page =
  '<!doctype html><html lang="en"><title>Your prize</title><body><h1>Your prize</h1></body>'

/** `localhost` is another site than the console; `127.0.0.1` is the same site at another port. */
export async function startAttacker(name: 'localhost' | '127.0.0.1'): Promise<Attacker> {
  const server = createServer((_, res) => {
    res.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port is free.')
  return {
    origin: `http://${name}:${address.port}`,
    async end() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
