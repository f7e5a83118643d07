import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { type Backstage, Switches } from './backstage.ts'
import { addressOf, jsonIn, textOf } from './incoming.ts'
import { fromQuery } from './parameter.ts'

const After = z
  .string()
  .regex(/^[0-9]{1,15}$/)
  .transform(Number)
  .optional()

const loopback = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/

/** What is to be answered, before it is sent. */
type Told = { status: number; body: unknown }

const tell = (body: unknown, status = 200): Told => ({ status, body })
const complain = (status: number, message: string): Told => ({ status, body: { message } })

function tellLedger(backstage: Backstage, query: string): Told {
  const after = After.safeParse(fromQuery(query).after)
  if (!after.success) return complain(400, 'after must be the number of a call.')
  return tell(backstage.ledger(after.data))
}

function turn(backstage: Backstage, contentType: string | undefined, text: string): Told {
  if (!/^application\/json\b/.test(contentType ?? '')) {
    return complain(415, 'The switches come as application/json.')
  }
  const read = Switches.safeParse(jsonIn(text))
  if (!read.success) return complain(400, z.prettifyError(read.error))
  try {
    backstage.switches(read.data)
  } catch (error) {
    return complain(400, error instanceof Error ? error.message : '')
  }
  return tell({})
}

function told(backstage: Backstage, req: IncomingMessage, text: string): Told {
  const { path, query } = addressOf(req)
  switch (`${req.method} ${path}`) {
    case 'GET /sandbox/ledger':
      return tellLedger(backstage, query)
    case 'GET /sandbox/tally':
      return tell(backstage.tally())
    case 'GET /sandbox/people':
      return tell(backstage.people())
    case 'POST /sandbox/switches':
      return turn(backstage, req.headers['content-type'], text)
    default:
      return complain(404, 'There is nothing here.')
  }
}

/**
 * What GenAuth does not have, for tests and demonstrations, unsigned: `GET /sandbox/ledger` with or
 * without `?after=` the number of a call, `GET /sandbox/tally`, `GET /sandbox/people`,
 * `POST /sandbox/switches`. Only by a loopback name, and writing only as JSON, so that no page of
 * another site can do it.
 */
export async function answerBackstage(
  backstage: Backstage,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const text = await textOf(req)
  const isHere = loopback.test(req.headers.host ?? '')
  const { status, body } = isHere
    ? told(backstage, req, text ?? '')
    : complain(421, 'The sandbox answers on loopback only.')
  const json = JSON.stringify(body)
  res.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(json),
    'cache-control': 'no-store',
  })
  res.end(json)
}
