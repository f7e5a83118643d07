import { expect, test } from 'vitest'
import { directoryOf, userIdTypes } from './directory.ts'
import { inventKeys } from './keys.ts'
import { everyoneNamed, populate } from './populate.ts'

const began = new Date('2026-11-21T09:00:00Z')
const people = (users: number, seed = 1) => populate(seed, users, began)

test('the same seed gives the same people, to the last tie', () => {
  const seen = [people(300), people(300)].map((everyone) => {
    const directory = directoryOf(1, everyone)
    return JSON.stringify(everyone.map((person) => [person, directory.tiesOf(person)]))
  })
  expect(seen[0]).toBe(seen[1])
})

test('another seed gives other people, and the same named ones', () => {
  const named = everyoneNamed.length
  const [one, other] = [people(200), people(200, 2)]
  expect(other.slice(0, named)).toEqual(one.slice(0, named))
  const ids = new Set(one.slice(named).map(({ userId }) => userId))
  expect(other.slice(named).filter(({ userId }) => ids.has(userId))).toEqual([])
  expect(inventKeys(2).accessKeySecret).not.toBe(inventKeys(1).accessKeySecret)
})

test('a larger company begins with the same people', () => {
  expect(people(400).slice(0, 150)).toEqual(people(150))
})

test('there are as many people as asked for, the named ones among them, however few', () => {
  expect(people(1000)).toHaveLength(1000)
  expect(people(1)).toHaveLength(everyoneNamed.length)
})

test('no two people share an id of any kind', () => {
  const everyone = people(5000)
  const directory = directoryOf(1, everyone)
  const ids = (kind: (typeof userIdTypes)[number]) =>
    everyone.flatMap((person) => {
      const { profile, userId } = person
      const ties = directory.tiesOf(person)
      switch (kind) {
        case 'user_id':
          return [userId]
        case 'username':
          return [profile.username]
        case 'email':
          return [profile.email]
        case 'phone':
          return [profile.phone]
        case 'external_id':
          return [profile.externalId]
        case 'identity':
          return ties.identities.map((own) => `${own.extIdpId}:${own.userIdInIdp}`)
        default:
          return ties.syncRelations.map((own) => `${own.provider}:${own.userIdInIdp}`)
      }
    })
  for (const kind of userIdTypes) {
    const given = ids(kind).filter((id) => id !== null)
    expect(new Set(given).size, kind).toBe(given.length)
  }
})

test('10023 is the external ID, the username and the phone of three people', () => {
  const directory = directoryOf(1, people(100))
  const names = (['external_id', 'username', 'phone'] as const).map(
    (kind) => directory.find(kind, '10023')?.profile.name,
  )
  expect(names).toEqual(['Li Wei', 'Wu Di', 'Ma Chao'])
})

test('every row of a personnel list means somebody, or several', () => {
  const directory = directoryOf(1, people(100))
  const found = (kind: (typeof userIdTypes)[number], id: string) => {
    const { name, nickname, status } = directory.find(kind, id)?.profile ?? {}
    return [name, nickname, status]
  }
  expect(found('external_id', '0010118')).toEqual(['Wang Fei', '王飞', 'Activated'])
  expect(found('external_id', '0010119')).toEqual(['Wang Fang', '王芳', 'Activated'])
  expect(found('external_id', '0010244')).toEqual(['Liu Yang', '刘洋', 'Activated'])
  expect(found('external_id', '10031')).toEqual(['Zhou Kai', '周恺', 'Activated'])
  expect(found('username', '10031')).toEqual(['Zhou Kai', '周凯', 'Activated'])
  expect(found('username', 'guyan')).toEqual(found('external_id', '0010130'))
  expect(found('external_id', '0010303')).toEqual(['He Lin', '何琳', 'Deactivated'])
  expect(found('external_id', '0010304')).toEqual(['Zhu Qing', '朱青', 'Archived'])
  expect(found('phone', '13544440001')).toEqual(['', null, 'Activated'])
})

test('the company looks like one', () => {
  const everyone = people(5000)
  const share = (fits: (person: (typeof everyone)[number]) => boolean) =>
    everyone.filter(fits).length / everyone.length
  expect(share(({ profile }) => profile.status === 'Suspended')).toBeCloseTo(0.05, 1)
  expect(share(({ profile }) => profile.status === 'Resigned')).toBeCloseTo(0.12, 1)
  expect(share(({ profile }) => /[\u4e00-\u9fff]/.test(profile.nickname ?? ''))).toBeGreaterThan(
    0.6,
  )
  expect(share(({ profile }) => /^00/.test(profile.externalId ?? ''))).toBeGreaterThan(0.1)
  expect(share(({ profile }) => /^137\d{8}$/.test(profile.externalId ?? ''))).toBeGreaterThan(0.1)
  expect(everyone.every(({ userId }) => /^[0-9a-f]{24}$/.test(userId))).toBe(true)
})

test('nobody who has resigned has departments, roles, groups, posts or authorizations', () => {
  const everyone = people(2000)
  const directory = directoryOf(1, everyone)
  const left = everyone.filter(({ profile }) => profile.status === 'Resigned')
  expect(left.length).toBeGreaterThan(100)
  for (const person of left) {
    const { departments, roles, groups, posts, authorizations } = directory.tiesOf(person)
    expect([departments, roles, groups, posts, authorizations]).toEqual([[], [], [], [], []])
  }
})

test('nobody signed in after the sandbox began', () => {
  const late = people(2000).filter(({ profile }) => (profile.lastLogin ?? '') > began.toISOString())
  expect(late).toEqual([])
})
