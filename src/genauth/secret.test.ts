import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { key, open } from './asking.fixture.ts'
import { openGenAuth } from './client.ts'
import { type Answer, envelope, serve, serveBytes } from './server.fixture.ts'

/** Everything that a log, a dump or an error page could make of a value. */
function everythingAbout(value: unknown): string {
  const stack = value instanceof Error ? value.stack : ''
  const dump = inspect(value, {
    depth: Infinity,
    showHidden: true,
    getters: true,
    maxArrayLength: null,
  })
  return [dump, JSON.stringify(value), String(value), stack].join('\n')
}

test('a dump of the client shows neither half of the key', async () => {
  const genauth = open('https://api.genauth.ai')
  expect(everythingAbout(genauth)).not.toContain(key.secret)
  expect(everythingAbout(genauth)).not.toContain(key.id)
  await genauth.close()
})

test('a key that cannot work is refused without being shown', () => {
  for (const spoilt of [`${key.secret}\n`, `${key.secret} `, `${key.secret}é`, '']) {
    const options = { host: 'https://api.genauth.ai', accessKeyId: key.id, timeoutMs: 1_000 }
    let refusal: unknown
    try {
      openGenAuth({ ...options, accessKeySecret: spoilt, signature: 'authing' })
    } catch (error) {
      refusal = error
    }
    expect(refusal).toBeInstanceOf(TypeError)
    expect(everythingAbout(refusal)).not.toContain(key.secret)
  }
})

/** Says back whatever it was sent, as a badly set up gateway does. */
const echo: Answer = (received, response) => {
  const message = inspect(received)
  envelope({ statusCode: 500, message }, 500)(received, response)
}

test('nothing that is sent or told holds the secret', async () => {
  await using echoing = await serve(echo)
  await using resetting = await serveBytes((socket) => socket.resetAndDestroy())
  await using garbling = await serveBytes((socket) => socket.end('SSH-2.0\r\n'))
  await using silent = await serve(() => undefined)
  for (const server of [echoing, resetting, garbling, silent]) {
    const genauth = open(server.host, server === silent ? 100 : 10_000)
    const told = [await genauth.getUser('liwei', 'username'), await genauth.resignUser('u1')]
    expect(told.map(({ ok }) => ok)).toEqual([false, false])
    expect(everythingAbout(told)).not.toContain(key.secret)
    await genauth.close()
  }
  expect(echoing.received).toHaveLength(2)
  expect(everythingAbout(echoing.received)).not.toContain(key.secret)
})
