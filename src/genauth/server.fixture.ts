import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

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
  const sockets = new Set<Socket>()
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    const { method = '', url: target = '', headers } = request
    const one = { method, target, headers, body: Buffer.concat(chunks).toString() }
    received.push(one)
    answer(one, response)
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    host: `http://127.0.0.1:${portOf(server.address())}`,
    received,
    sockets,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Answers with an envelope, at HTTP 200 unless told otherwise. */
export function envelope(body: Record<string, unknown>, httpStatus = 200): Answer {
  return (_, response) => {
    response.writeHead(httpStatus, { 'content-type': 'application/json; charset=utf-8' })
    response.end(JSON.stringify(body))
  }
}

export function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('not a network address')
  return address.port
}
