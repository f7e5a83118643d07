import type { Page } from '@playwright/test'
import { test } from './attacked.ts'
import { type Deed, embed, forge, forgeForms } from './forged.ts'
import { rawly } from './raw.ts'
import { expect } from './test.ts'
import { writesIn } from './witness.ts'
import type { World } from './world.ts'

test.use({ own: { users: 40 } })

/** What the console itself is answered. */
const read = async (page: Page, address: string) => (await page.request.get(address)).json()

function send(page: Page, { url }: World, { path, body, type }: Deed) {
  const headers = { origin: url, 'content-type': type, 'x-leaver-desk': '1' }
  return page.request.post(url + path, { headers, data: Buffer.from(body) })
}

const inJson = (path: string, body: object): Deed => ({
  path,
  body: JSON.stringify(body),
  type: 'application/json',
})

/** Deeds that the signed-in operator may do at this moment, each with the very body that does it. */
async function deedsOf(page: Page, world: World): Promise<Deed[]> {
  const reason = 'HR=2231'
  const about = async (key: string) => {
    const { userId, username: typed } = await world.person(key)
    const { version } = await read(page, `${world.url}/api/users/${userId}`)
    return { path: `/api/users/${userId}`, body: { version, typed, reason } }
  }
  const resigned = await about('gao-xiang')
  const deleted = await about('ma-chao')
  const suspended = await about('bai-lu')
  const { userId } = await world.person('gu-yan')
  const list = { kind: 'suspend', userIds: [userId] }
  const planned = await send(page, world, inJson('/api/batches', list))
  const batch = `/api/batches/${(await planned.json()).batchId}`
  await expect.poll(async () => (await read(page, world.url + batch)).state).toBe('checked')
  const { fingerprint } = await read(page, world.url + batch)
  const confirmed = { fingerprint, title: 'Forged', reason, typed: 'suspend 1' }
  await send(page, world, inJson(`${batch}/confirm`, confirmed))
  const upload = '/api/lists?kind=delete&source=paste'
  return [
    inJson(`${resigned.path}/resign`, resigned.body),
    inJson(`${deleted.path}/delete`, deleted.body),
    inJson(`${suspended.path}/suspend`, { version: suspended.body.version, reason }),
    inJson(`${batch}/start`, { fingerprint }),
    { path: upload, body: `${userId}\nbailu=`, type: 'application/octet-stream' },
    inJson('/api/session/stay', {}),
    inJson('/api/sessions/end-others', {}),
    inJson('/api/stop', { reason }),
    inJson('/auth/sign-out', {}),
  ]
}

/** What the server answered to whatever would change something, by its log. */
function answeredIn(world: World): { method: string; status: number }[] {
  return world
    .log()
    .split('\n')
    .filter((line) => line.includes('"answered"'))
    .map((line) => JSON.parse(line))
    .filter(({ method }) => method !== 'GET')
}

/** Everything that one of the deeds would have changed. */
async function standing(page: Page, world: World) {
  const { person, stopped } = await read(page, `${world.url}/api/me`)
  const { batches } = await read(page, `${world.url}/api/batches`)
  const people = await Promise.all(
    ['gao-xiang', 'ma-chao', 'bai-lu', 'gu-yan'].map(async (key) => {
      const { userId, status } = await world.person(key)
      const { history } = await read(page, `${world.url}/api/users/${userId}`)
      return { key, status, history }
    }),
  )
  const states = batches.map(({ batchId, state }: Record<string, unknown>) => ({ batchId, state }))
  return { person, stopped, states, people, writes: writesIn(await world.ledger()) }
}

test('Nothing that another page asks for in somebody’s browser is done, and nothing is told to it', async ({
  victimIn,
  attackers,
  ownWorld: world,
}) => {
  const victim = await victimIn(world)
  const deeds = await deedsOf(victim, world)
  const before = await standing(victim, world)
  expect(before.states).toEqual([{ batchId: 1, state: 'confirmed' }])
  const asked = answeredIn(world).length
  const page = await victim.context().newPage()
  for (const { origin } of attackers) {
    for (const deed of deeds) {
      const came = answeredIn(world).length
      await page.goto(`${origin}/prize`)
      expect(await forge(page, world.url, deed), `${origin} ${deed.path}`).toEqual([])
      expect(await embed(page, world.url + deed.path)).toEqual([])
      await forgeForms(page, world.url, deed)
      // The simple ones of the requests, the beacons and the forms did arrive.
      await expect.poll(() => answeredIn(world).length - came).toBeGreaterThan(20)
    }
  }
  const believed = answeredIn(world)
    .slice(asked)
    .filter(({ status }) => status < 400)
  expect(believed).toEqual([])
  expect(await standing(victim, world)).toEqual(before)

  // Each of them was good: the console has only to ask.
  for (const deed of deeds) {
    const answer = await send(victim, world, deed)
    expect(answer.status(), `${deed.path}: ${await answer.text()}`).toBe(200)
  }
})

test('What somebody may read, no other page reads in their browser', async ({
  victimIn,
  attackers,
  world,
}) => {
  const victim = await victimIn(world)
  const { userId } = await world.person('li-wei')
  const page = await victim.context().newPage()
  const addresses = ['/api/me', `/api/users/${userId}`, '/api/sessions', '/api/openapi.json', '/']
  for (const { origin } of attackers) {
    await page.goto(origin)
    for (const address of addresses) {
      expect(await embed(page, world.url + address), `${origin} ${address}`).toEqual([])
      const told = await page.evaluate(async (url) => {
        const ways: RequestInit[] = [{ mode: 'cors' }, { mode: 'no-cors' }, { redirect: 'manual' }]
        const answers = await Promise.allSettled(
          ways.map((init) => fetch(url, { ...init, credentials: 'include' })),
        )
        return answers.filter(({ status }) => status === 'fulfilled')
      }, world.url + address)
      expect(told, `${origin} ${address}`).toEqual([])
    }
  }
  // No leave is given to anybody who asks for it beforehand.
  for (const origin of [...attackers.map((attacker) => attacker.origin), 'null', world.url]) {
    for (const path of [`/api/users/${userId}/resign`, '/api/stop', '/auth/sign-out', '/api/me']) {
      const { status, headers } = await rawly(world, path, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'x-leaver-desk,content-type',
        },
      })
      expect(status).toBe(405)
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    }
  }
})
