import { expect, test } from 'vitest'
import type { Seen } from '#contract/act.ts'
import { actWords } from './words.ts'

const seen: Seen = {
  gone: false,
  status: null,
  departments: null,
  roles: null,
  groups: null,
  positions: null,
  authorizations: null,
  sessions: null,
  left: null,
}
const { en, zh } = actWords

test('a resignation is told with everything that was counted, and with nothing that was not', () => {
  const resigned = { ...seen, status: 'Resigned', roles: 0, positions: 1, sessions: 0 }
  expect(en.saw({ action: 'resignUser' }, resigned)).toBe(
    'status Resigned, 0 roles, 1 position, 0 sessions.',
  )
  expect(zh.saw({ action: 'resignUser' }, resigned)).toBe(
    '状态为已离职、0 个角色、1 个岗位、0 个会话。',
  )
})

test('where nothing of a resignation shows, the status tells it', () => {
  const active = { ...seen, status: 'Activated', roles: 5 }
  expect(en.stillShows({ action: 'resignUser' }, active)).toBe('The account still shows Activated.')
  expect(zh.stillShows({ action: 'resignUser' }, active)).toBe('账号仍显示：状态为正常。')
})

test('where a part of a resignation shows, it is told what is left', () => {
  expect(en.stillShows({ action: 'resignUser' }, { ...seen, status: 'Resigned', roles: 5 })).toBe(
    'The account shows status Resigned, 5 roles.',
  )
  expect(
    en.stillShows(
      { action: 'resignUser' },
      { ...seen, status: 'Activated', roles: 5, sessions: 0 },
    ),
  ).toBe('The account shows status Activated, 5 roles, 0 sessions.')
})

test('sessions that could not be counted afterwards are not told as gone', () => {
  const act = { action: 'endSessions' } as const
  expect(en.stillShows(act, { ...seen, status: 'Activated' })).toBe(
    'The sessions could not be read afterwards.',
  )
  expect(en.stillShows(act, { ...seen, sessions: 1 })).toBe('1 session is still there.')
  expect(en.stillShows(act, null)).toBe('The account could not be read afterwards.')
})

test('a status that only GenAuth knows is told as it came', () => {
  expect(zh.saw({ action: 'reactivateUser' }, { ...seen, status: 'Frozen' })).toBe('状态为Frozen。')
})
