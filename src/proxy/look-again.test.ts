import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Action } from '#store/records.ts'
import type { Desk } from './desk.fixture.ts'
import { openDesk } from './desk.fixture.ts'
import { type Expected, expectedFrom, factsOf, lookAgain, nothingSeen } from './look-again.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
beforeEach(() => desk.sandbox.switches({ faults: [] }))
afterAll(() => desk.close())

const look = (action: Action, key: string, more: Partial<Expected> = {}) => {
  const { userId } = desk.person(key)
  const expected = { action, userId, target: null, hadRights: [], endsSessions: false, ...more }
  return lookAgain(desk.genauth, expected)
}
const strike = (call: string) => desk.sandbox.switches({ faults: [{ call, behave: '500' }] })

describe('a status that was given', () => {
  test.each(['suspendUser', 'reactivateUser'] as const)(
    '%s shows once it is there',
    async (act) => {
      const seen = { ...nothingSeen, status: 'Suspended' }
      expect(await look(act, 'fang-yi', { target: 'Suspended' })).toEqual({
        read: true,
        shows: true,
        seen,
      })
      expect(await look(act, 'fang-yi', { target: 'Activated' })).toMatchObject({ shows: false })
    },
  )

  test('no status is shown by nobody', async () => {
    expect(await look('suspendUser', 'fang-yi')).toMatchObject({ read: true, shows: false })
  })

  test('an account that cannot be read shows nothing', async () => {
    strike('get-user')
    expect(await look('suspendUser', 'fang-yi', { target: 'Suspended' })).toMatchObject({
      read: false,
    })
  })
})

describe('sessions that were ended', () => {
  test('they show once there is none, and are counted until then', async () => {
    expect(await look('endSessions', 'gao-xiang')).toMatchObject({
      shows: true,
      seen: { status: 'Activated', sessions: 0 },
    })
    expect(await look('endSessions', 'li-wei')).toMatchObject({
      shows: false,
      seen: { status: 'Activated', sessions: 4 },
    })
  })

  test.each(['get-user', 'get-user-loggedin-apps'])('without %s nothing shows', async (call) => {
    strike(call)
    expect(await look('endSessions', 'gao-xiang')).toMatchObject({ read: false })
  })

  test('with a resignation they must be none; unread ones show nothing', async () => {
    const resigned = { endsSessions: true, hadRights: ['roles'] } as const
    expect(await look('resignUser', 'ma-chao', resigned)).toMatchObject({
      shows: true,
      seen: { sessions: 0, roles: 0 },
    })
    strike('get-user-loggedin-apps')
    expect(await look('resignUser', 'ma-chao', resigned)).toMatchObject({
      read: false,
    })
    expect(await look('resignUser', 'ma-chao')).toMatchObject({ shows: true })
  })
})

test.each(['suspendUser', 'reactivateUser', 'endSessions', 'resignUser'] as const)(
  '%s does not show in somebody who is gone',
  async (action) => {
    const { userId } = desk.person('gone-greta')
    await desk.genauth.deleteUsersBatch([userId])
    expect(await look(action, 'gone-greta', { target: 'Suspended' })).toEqual({
      read: true,
      shows: false,
      seen: { ...nothingSeen, gone: true },
    })
  },
)

describe('what an intent says was expected', () => {
  test('it comes back whole', () => {
    const expected: Expected = {
      action: 'resignUser',
      userId: 'somebody',
      target: null,
      hadRights: ['roles', 'positions'],
      endsSessions: true,
    }
    const facts: Record<string, unknown> = JSON.parse(JSON.stringify(factsOf(expected)))
    const read = expectedFrom({ action: 'resignUser', userId: 'somebody', facts })
    expect({ ...read, hadRights: new Set(read.hadRights) }).toEqual({
      ...expected,
      hadRights: new Set(expected.hadRights),
    })
  })

  test('an entry of an earlier version ended no sessions', () => {
    const facts = { target: null, hadRights: ['roles', 'unheard-of'] }
    expect(expectedFrom({ action: 'resignUser', userId: 'somebody', facts })).toEqual({
      action: 'resignUser',
      userId: 'somebody',
      target: null,
      hadRights: ['roles'],
      endsSessions: false,
    })
  })
})
