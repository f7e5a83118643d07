import type { Received } from '#store/batch-records.ts'
import { fromOurPage, openFront } from './front.fixture.ts'
import type { Handlers } from './handler.ts'

export const path = '/api/lists?kind=delete&source=file'

/** A front whose desk keeps nothing that it is sent, and tells what came with each call. */
export async function openReceiving() {
  /** What came with each call that reached the desk, and what its bytes said by then. */
  const received: (Received & { text: string })[] = []
  const front = await openFront({
    users: 0,
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
  const desk = {
    front,
    received,
    headers,
    contents,
    /** What the desk says to a file; may be changed. */
    answer,
    async send(body: BodyInit | null, more: Record<string, string> = {}, to = path) {
      const init = { method: 'POST', headers: { ...headers, ...more }, body, duplex: 'half' }
      const reply = await front.fetch(new Request(`http://127.0.0.1:8080${to}`, init))
      return { status: reply.status, ...(await reply.json()) }
    },
    close: () => front.close(),
  }
  return desk
}

export type Receiving = Awaited<ReturnType<typeof openReceiving>>
