import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createSocketServer, type Server, type Socket } from 'node:net'

export type Received = {
  method: string
  /** As it stood in the request line. */
  target: string
  headers: IncomingMessage['headers']
  body: string
}

export type Answer = (received: Received, response: ServerResponse) => void

/** A real HTTP server for one test (`await using`): it records what it receives and answers as it is told. */
export async function serve(answer: Answer) {
  const received: Received[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method = '', url: target = '', headers } = request
      const one = { method, target, headers, body: Buffer.concat(chunks).toString() }
      received.push(one)
      answer(one, response)
    })
  })
  return { ...(await listening(server)), received }
}

/** A server below HTTP: it says what it likes over the bare connection. */
export async function serveBytes(onRequest: (socket: Socket) => void) {
  let requests = 0
  const server = createSocketServer((socket) => {
    socket.on('error', () => socket.destroy())
    socket.on('data', (bytes) => {
      if (!/^(GET|POST) /.test(bytes.toString('latin1'))) return
      requests += 1
      onRequest(socket)
    })
  })
  return { ...(await listening(server)), requests: () => requests }
}

/** Answers with an envelope, at HTTP 200 unless told otherwise. */
export function envelope(body: Record<string, unknown>, httpStatus = 200): Answer {
  return (_, response) => {
    response.writeHead(httpStatus, { 'content-type': 'application/json; charset=utf-8' })
    response.end(JSON.stringify(body))
  }
}

async function listening(server: Server) {
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('not a network address')
  return {
    host: `http://127.0.0.1:${address.port}`,
    port: address.port,
    sockets,
    /** Resolves when nobody is connected any more. */
    async deserted() {
      while (sockets.size > 0)
        await Promise.all([...sockets].map((socket) => once(socket, 'close')))
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
