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

const isTaken = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'

/** Both servers; only the first on a machine without IPv6. */
async function bindBoth(port: number, answerer: Answerer) {
  const four = newServer(answerer)
  const six = newServer(answerer)
  const bound = await bind(four, port, '127.0.0.1')
  try {
    await bind(six, bound.port, '::1')
    return { port: bound.port, servers: [four, six] }
  } catch (error) {
    if (!isTaken(error)) return { port: bound.port, servers: [four] }
    // Somebody else would answer to localhost.
    await shut(four)
    throw error
  }
}

const attempts = 5

/**
 * Listens on both loopback addresses, so that 127.0.0.1 and localhost both answer. A request that
 * cannot be answered ends with 500, never the process. `port` 0: any that is free on both.
 * @throws Error with one sentence when the port is taken.
 */
export async function listen(port: number, answerer: Answerer) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { port: bound, servers } = await bindBoth(port, answerer)
      const close = async () => {
        await Promise.all(servers.map(shut))
      }
      return { port: bound, close }
    } catch (error) {
      if (!isTaken(error)) throw error
      if (port === 0 && attempt < attempts) continue
      throw new Error(`SANDBOX_PORT: ${port} is taken on this machine.`, { cause: error })
    }
  }
}
