import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Answers one request, whole. */
export type Answerer = (req: IncomingMessage, res: ServerResponse) => Promise<void>

/** Longer than any client keeps an idle connection, so that none is closed under a request. */
const keepAliveMs = 72_000

function newServer(answerer: Answerer): Server {
  const server = createServer({ keepAliveTimeout: keepAliveMs }, (req, res) => {
    answerer(req, res).catch(() => {
      if (!res.headersSent) res.writeHead(500)
      res.end()
    })
  })
  server.on('clientError', (_, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n')
  })
  return server
}

function bind(server: Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      const address = server.address()
      if (typeof address === 'object' && address !== null) resolve(address)
      else reject(new Error('The sandbox has no address.'))
    })
  })
}

function shut(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

/**
 * Listens on both loopback addresses, so that 127.0.0.1 and localhost both answer. A machine without
 * IPv6 does with the first. A request that cannot be answered ends with 500, never the process.
 * @throws Error when the port is taken.
 */
export async function listen(port: number, answerer: Answerer) {
  const four = newServer(answerer)
  const six = newServer(answerer)
  const address = await bind(four, port, '127.0.0.1')
  const both = await bind(six, address.port, '::1').then(
    () => true,
    () => false,
  )
  return {
    port: address.port,
    async close() {
      await Promise.all(both ? [shut(four), shut(six)] : [shut(four)])
    },
  }
}
