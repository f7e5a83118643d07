import type { Exchange } from './request-facts.ts'
import type { World } from './world.ts'

/** Characters that are sent at once: lines are short, and each piece costs a turn. */
const pieceLength = 32 * 1024

/**
 * Answers lines as a file, as fast as the caller takes them. What goes wrong before anything was sent
 * is thrown; what goes wrong later breaks the connection off, so that half a file looks like one.
 */
export async function csvAnswer(
  world: World,
  c: Exchange,
  lines: AsyncIterable<string>,
): Promise<Response> {
  const pieces = inPieces(lines)
  let next = await pieces.next()
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (next.done) return controller.close()
      controller.enqueue(encoder.encode(next.value))
      try {
        next = await pieces.next()
      } catch (error) {
        const facts = { requestId: c.get('requestId'), route: c.get('route'), err: error }
        world.log.error(facts, 'a file could not be sent to its end')
        breakOff(c, controller, error)
      }
    },
    async cancel() {
      await pieces.return()
    },
  })
  return c.body(body, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment',
  })
}

/** Over a socket, what errs would be ended in good order, with the error as its last line. */
function breakOff(c: Exchange, controller: ReadableStreamDefaultController, error: unknown): void {
  const outgoing = c.env?.outgoing
  if (outgoing) outgoing.destroy()
  else controller.error(error)
}

async function* inPieces(lines: AsyncIterable<string>): AsyncGenerator<string, void> {
  let piece = ''
  for await (const line of lines) {
    piece += line
    if (piece.length < pieceLength) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}
