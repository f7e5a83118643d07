import { createHash } from 'node:crypto'
import type { Db } from './connect.ts'
import { newId } from './new-id.ts'
import type { Store } from './store.ts'
import { Superseded, TooManyBytes } from './store.ts'
import { written } from './written.ts'

/** Small enough that whoever else writes waits a moment only, large enough for few statements. */
const pieceBytes = 256 * 1024
const dayMs = 24 * 3_600_000

/** The bytes of lists, in pieces. */
export function receivedListsIn(db: Db): Store['lists'] {
  const drop = (listId: string) =>
    written(db, async (tx) => {
      await tx
        .deleteFrom('lists')
        .where('listId', '=', listId)
        .where('batchId', 'is', null)
        .execute()
    })

  return {
    async receive(bytes, limit, at) {
      const listId = newId()
      const begun = { listId, bytes: 0, receivedAt: at }
      await written(db, (tx) => tx.insertInto('lists').values(begun).execute())
      try {
        const hash = createHash('sha256')
        let count = 0
        let piece = 0
        for await (const part of inPieces(upTo(limit, bytes))) {
          hash.update(part)
          count += part.length
          const stored = { listId, piece, bytes: part.toString('base64') }
          await written(db, (tx) => tx.insertInto('listPieces').values(stored).execute())
          piece += 1
        }
        const whole = { bytes: count, sha256: hash.digest('hex') }
        await written(db, (tx) =>
          tx.updateTable('lists').set(whole).where('listId', '=', listId).execute(),
        )
        return { listId, receivedAt: at, ...whole }
      } catch (error) {
        // What cannot be let go of now goes at a later start; why it ended matters more.
        await drop(listId).catch(() => undefined)
        throw error
      }
    },

    bytes: (listId) => piecesOf(db, listId),

    drop,
  }
}

/** Lets go of bytes that were received more than a day ago and that no batch took. */
export async function dropForgottenLists(db: Db, now: Date): Promise<void> {
  const yesterday = new Date(now.getTime() - dayMs).toISOString()
  await db
    .deleteFrom('lists')
    .where('batchId', 'is', null)
    .where('receivedAt', '<', yesterday)
    .execute()
}

async function* piecesOf(db: Db, listId: string): AsyncGenerator<Uint8Array> {
  const list = await db
    .selectFrom('lists')
    .select('bytes')
    .where('listId', '=', listId)
    .where('sha256', 'is not', null)
    .executeTakeFirst()
  if (!list) throw new Superseded(`list ${listId} is gone`)
  let left = list.bytes
  for (let piece = 0; left > 0; piece += 1) {
    const stored = await db
      .selectFrom('listPieces')
      .select('bytes')
      .where('listId', '=', listId)
      .where('piece', '=', piece)
      .executeTakeFirst()
    // Taken from the batch in the meantime: half a list must not pass for a whole one.
    if (!stored) throw new Superseded(`list ${listId} is gone`)
    const bytes = Buffer.from(stored.bytes, 'base64')
    left -= bytes.length
    yield bytes
  }
}

async function* upTo(limit: number, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let count = 0
  for await (const some of bytes) {
    count += some.length
    if (count > limit) throw new TooManyBytes(`more than ${limit} bytes came`)
    yield some
  }
}

/** The same bytes in pieces of one size, the last one shorter. */
async function* inPieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let piece = Buffer.allocUnsafe(pieceBytes)
  let filled = 0
  for await (const some of bytes) {
    for (let from = 0; from < some.length; ) {
      const taken = some.subarray(from, from + pieceBytes - filled)
      piece.set(taken, filled)
      filled += taken.length
      from += taken.length
      if (filled === pieceBytes) {
        yield piece
        piece = Buffer.allocUnsafe(pieceBytes)
        filled = 0
      }
    }
  }
  if (filled > 0) yield piece.subarray(0, filled)
}
