import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Received } from '#store/batch-records.ts'
import { fromOurPage, openFront } from './front.fixture.ts'
import type { Handlers } from './handler.ts'

export const address = '/api/lists?kind=delete&source=file'

/** A front whose desk keeps nothing that it is sent, and tells what came with each call. */
export async function openReceiving() {
  /** What came with each call that reached the desk, and what its bytes said by then. */
  const received: (Received & { text: string })[] = []
  const folder = await mkdtemp(join(tmpdir(), 'leaver-desk-received-'))
  const path = join(folder, 'desk.db')
  const front = await openFront({
    users: 0,
    databaseUrl: `file:${path}`,
    does: {
      async addList(call) {
        const text = await contents(call.upload.listId)
        received.push({ ...call.upload, text: text.length < 100 ? text : `${text.length}` })
        return desk.answer(call)
      },
    },
  })
  const cookie = await front.cookieOf('Chen Jing')
  const { personId } = await front.desk.signIn('Chen Jing')
  const { batchId } = await front.desk.store.batches.create(
    {
      kind: 'delete',
      title: 'Leavers',
      reason: null,
      endSessions: false,
      createdBy: personId,
      parentId: null,
      lists: [],
    },
    front.desk.clock.now().toISOString(),
  )

  async function contents(listId: string): Promise<string> {
    const pieces: Uint8Array[] = []
    for await (const piece of front.desk.store.lists.bytes(listId)) pieces.push(piece)
    return Buffer.concat(pieces).toString()
  }

  const answer: Handlers['addList'] = (call) =>
    front.does.getBatch({ ...call, query: undefined, upload: undefined, params: { batchId } })
  const headers = { ...fromOurPage, 'content-type': 'application/octet-stream', cookie }
  const post = (body: BodyInit | null, more: Record<string, string> = {}, to = address) => {
    const init = { method: 'POST', headers: { ...headers, ...more }, body, duplex: 'half' }
    return front.fetch(new Request(`http://127.0.0.1:8080${to}`, init))
  }
  const desk = {
    front,
    received,
    batchId,
    headers,
    contents,
    /** How many pieces of files the database holds. */
    piecesKept() {
      const beside = new DatabaseSync(path, { readOnly: true, timeout: 5_000 })
      const [row] = beside.prepare('select count(*) as count from list_pieces').all()
      beside.close()
      return Number(row?.count)
    },
    /** What the desk says to a file; may be changed. */
    answer,
    post,
    async send(...sent: Parameters<typeof post>) {
      const reply = await post(...sent)
      return { status: reply.status, ...(await reply.json()) }
    },
    async close() {
      await front.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
  return desk
}

export type Receiving = Awaited<ReturnType<typeof openReceiving>>
