import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { databasesOn, engines } from '#store/database.fixture.ts'
import { openBatchDesk } from './batch.fixture.ts'
import { openBrowser } from './browser.fixture.ts'
import { childEnv } from './child-env.fixture.ts'
import { openDesk } from './desk.fixture.ts'
import { readEnvironment } from './environment.ts'
import { type OpenFront, openFront, origin } from './front.fixture.ts'
import { restoreCommand, revokeCommand } from './revoke-command.ts'

const root = join(import.meta.dirname, '..', '..')
/** As the desk has it. */
const secretKey = Buffer.alloc(32, 7).toString('latin1')

type Ended = { code: unknown; said: string }

/** Runs a command of the program as a process of its own. */
function command(env: Record<string, string>, ...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const settings = { cwd: root, env: { ...childEnv, ...env } }
    execFile(process.execPath, ['src/server.ts', ...args], settings, (error, stdout, stderr) => {
      resolve({ code: error?.code ?? 0, said: stdout + stderr })
    })
  })
}

describe.each(engines)('a batch on %s', (engine) => {
  const databases = databasesOn(engine)

  test('Whose access is taken away sends nothing more after the chunk in flight', async () => {
    const databaseUrl = await databases.fresh()
    const at = await openBatchDesk({ databaseUrl, settings: { genauthTimeoutMs: 20_000 } })
    const { batchId } = await at.checked(await at.leavers(40))
    await at.confirm(batchId)
    const slowly = { call: 'delete-users-batch', behave: 'slow', delayMs: 1_000, times: 1 } as const
    at.desk.sandbox.switches({ faults: [slowly] })
    await at.start(batchId)
    await expect.poll(() => at.deletions().length, { timeout: 10_000 }).toBe(1)

    const { iss, sub } = at.chenJing
    const env = readEnvironment({ DATABASE_URL: databaseUrl, SECRET_KEY: secretKey })
    expect(await revokeCommand(env, [iss, sub])).toMatchObject({ code: 0 })
    expect(await at.reached(batchId, 'paused', 'finished')).toMatchObject({
      state: 'paused',
      pausedBecause: 'role',
    })
    expect(at.deletions()).toHaveLength(1)
    await at.desk.close()
  })
})

describe.each(engines)('beside a server on %s', (engine) => {
  const databases = databasesOn(engine)
  let env: Record<string, string>
  let front: OpenFront
  let iss: string
  beforeEach(async () => {
    const databaseUrl = await databases.fresh()
    env = { DATABASE_URL: databaseUrl, SECRET_KEY: secretKey }
    front = await openFront({ users: 0, databaseUrl })
    iss = front.desk.sandbox.issuer
  })
  afterEach(() => front.close())

  type Browser = ReturnType<typeof openBrowser>
  const subOf = (key: string) => front.desk.person(key).userId
  const signIn = async (browser: Browser, key = 'chen-jing') => {
    const answer = await browser.open(await browser.pick(key))
    return answer.headers.get('location')
  }
  const codeFor = async (browser: Browser) => {
    const answer = await browser.open('/api/batches')
    return (await answer.json()).code
  }

  test('Whose access is taken away is out with the next request, and comes back when it is given', async () => {
    const [desk, phone, colleague] = [openBrowser(front), openBrowser(front), openBrowser(front)]
    await signIn(desk)
    await signIn(phone)
    await signIn(colleague, 'lin-mei')
    expect(await codeFor(desk)).toBeUndefined()
    const who = [iss, subOf('chen-jing')]

    const revoked = await revokeCommand(readEnvironment(env), who)
    expect(revoked).toEqual({ code: 0, line: expect.stringContaining('Chen Jing') })
    expect(await codeFor(desk)).toBe('sign_in_required')
    expect(await codeFor(phone)).toBe('sign_in_required')
    expect(await codeFor(colleague)).toBeUndefined()
    expect(await signIn(desk)).toBe(`${origin}/sign-in?problem=refused`)
    expect(await codeFor(desk)).toBe('sign_in_required')

    const restored = await restoreCommand(readEnvironment(env), who)
    expect(restored).toEqual({ code: 0, line: expect.stringContaining('Chen Jing') })
    // What had ended stays ended: whoever held the phone signs in again.
    expect(await codeFor(phone)).toBe('sign_in_required')
    expect(await signIn(desk)).toBe(`${origin}/users`)
    expect(await codeFor(desk)).toBeUndefined()
  })

  test('Both are written down, and the chain holds', async () => {
    await signIn(openBrowser(front))
    const who = [iss, subOf('chen-jing')]
    const known = readEnvironment(env)
    await revokeCommand(known, who)
    await restoreCommand(known, who)
    const entries = await front.desk.store.audit.entries(1, 100)
    expect(entries.map(({ action }) => action)).toEqual(['revokePerson', 'restorePerson'])
    expect(entries[0]?.personal).toMatchObject({ iss, sub: subOf('chen-jing') })
    expect(await front.desk.store.audit.verify()).toMatchObject({ holds: true })
  })

  test('Where nothing has to be changed it is said so, and nothing is written down', async () => {
    const who = [iss, 'somebody']
    const known = readEnvironment(env)
    expect(await restoreCommand(known, who)).toMatchObject({ code: 1 })
    expect(await revokeCommand(known, who)).toMatchObject({ code: 0 })
    expect(await revokeCommand(known, who)).toMatchObject({ code: 1 })
    expect(await restoreCommand(known, who)).toMatchObject({ code: 0 })
    expect(await front.desk.store.audit.entries(1, 100)).toHaveLength(2)
  })

  test('Somebody who never came is kept out before they come, and that they never did is said', async () => {
    const known = readEnvironment(env)
    const wangLan = [iss, subOf('wang-lan')]
    const neverCame = expect.stringMatching(/ Nobody has ever signed in under this issuer and subj/)
    const cameBefore = expect.not.stringContaining('Nobody')
    expect(await revokeCommand(known, wangLan)).toEqual({ code: 0, line: neverCame })
    expect(await revokeCommand(known, wangLan)).toEqual({ code: 1, line: neverCame })
    const browser = openBrowser(front)
    expect(await signIn(browser, 'wang-lan')).toBe(`${origin}/sign-in?problem=refused`)
    expect(await codeFor(browser)).toBe('sign_in_required')
    await restoreCommand(known, wangLan)
    expect(await signIn(browser, 'wang-lan')).toBe(`${origin}/users`)

    expect(await revokeCommand(known, wangLan)).toEqual({ code: 0, line: cameBefore })
    expect(await restoreCommand(known, wangLan)).toEqual({ code: 0, line: cameBefore })
    expect(await restoreCommand(known, wangLan)).toEqual({ code: 1, line: cameBefore })
    // A letter too many: what was meant has not happened.
    const typo = [iss, `${subOf('wang-lan')}x`]
    expect(await restoreCommand(known, typo)).toEqual({ code: 1, line: neverCame })
    expect(await revokeCommand(known, typo)).toEqual({ code: 0, line: neverCame })
    expect(await restoreCommand(known, typo)).toEqual({ code: 0, line: neverCame })
  })

  test('The same subject of another issuer is somebody else', async () => {
    const browser = openBrowser(front)
    await signIn(browser)
    const elsewhere = ['https://elsewhere.example', subOf('chen-jing')]
    await revokeCommand(readEnvironment(env), elsewhere)
    await revokeCommand(readEnvironment(env), [`${iss}/`, subOf('chen-jing')])
    expect(await codeFor(browser)).toBeUndefined()
  })
})

test.each([
  [[]],
  [['https://sign-in.example']],
  [['https://sign-in.example', '']],
  [['sign-in.example', '4711']],
  [['--iss', 'https://sign-in.example']],
  [['javascript:alert(1)', '4711']],
  [['https://sign-in.example', '4711', 'now']],
  [['https://sign-in.example', 's'.repeat(256)]],
])('Said as %j it is explained how', async (args) => {
  const nothing = readEnvironment({})
  expect(await revokeCommand(nothing, args)).toEqual({
    line: expect.stringMatching(/^Usage: revoke ISS SUB/),
    code: 2,
  })
  expect(await restoreCommand(nothing, args)).toEqual({
    line: expect.stringMatching(/^Usage: restore ISS SUB/),
    code: 2,
  })
})

describe('as commands of the program', () => {
  const databases = databasesOn('sqlite')
  const who = ['https://sign-in.example', '4711']

  test('Both are said on the command line, beside a server, and no secret with them', async () => {
    const databaseUrl = await databases.fresh()
    const desk = await openDesk({ users: 0, databaseUrl })
    const { iss, sub } = await desk.signIn('Chen Jing')
    const env = { DATABASE_URL: databaseUrl, SECRET_KEY: secretKey }
    const revoked = await command(env, 'revoke', iss, sub)
    expect(revoked).toEqual({ code: 0, said: expect.stringContaining('Chen Jing') })
    expect(revoked.said).not.toContain(secretKey)
    const restored = await command(env, 'restore', iss, sub)
    expect(restored).toEqual({ code: 0, said: expect.stringContaining('Chen Jing') })
    await desk.close()
  })

  test('One that is not spelled so ends with how, and with which there are', async () => {
    const [nobody, misspelled] = await Promise.all([
      command({}, 'revoke'),
      command({}, 'revoek', ...who),
    ])
    expect(nobody).toMatchObject({ code: 2 })
    expect(misspelled).toMatchObject({ code: 2, said: expect.stringMatching(/revoke and restore/) })
  })

  test('Without a database there is nobody to take anything from', async () => {
    const env = { DATABASE_URL: 'file:/nowhere/leaver-desk.db', SECRET_KEY: secretKey }
    expect(await command(env, 'revoke', ...who)).toEqual({
      code: 1,
      said: 'There is no database at /nowhere/leaver-desk.db.\n',
    })
  })
})
