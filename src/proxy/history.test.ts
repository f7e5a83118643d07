import { expect, test } from 'vitest'
import { asked, openDesk } from './desk.fixture.ts'

test('a snapshot that lacks a part which nobody knows any more can still be read', async () => {
  const desk = await openDesk({ users: 10 })
  try {
    const linYue = await desk.signIn('Lin Yue')
    const summary = {
      userId: 'zhao-min',
      name: 'Zhao Min',
      otherName: null,
      username: 'zhaomin',
      email: null,
      phone: null,
      phoneCountryCode: null,
      externalId: null,
      status: 'Resigned',
      department: null,
      lastLogin: null,
    }
    await desk.store.acts.recordIntent(
      {
        action: 'deleteUser',
        userId: 'zhao-min',
        personId: linYue.personId,
        roles: ['operator'],
        requestId: 'request-1',
        facts: {},
        personal: { who: 'Lin Yue' },
        snapshot: { body: { summary }, lacks: ['badges', 'roles', 'identities'] },
      },
      desk.clock.now().toISOString(),
    )
    const record = await desk.does.getUserRecord(asked(linYue, { params: { userId: 'zhao-min' } }))
    expect(record.snapshot).toEqual({
      takenAt: desk.clock.now().toISOString(),
      summary,
      lacks: ['identities', 'roles'],
    })
  } finally {
    await desk.close()
  }
})
