import { expect, test } from 'vitest'
import { listFileLimit } from '#contract/limits.ts'
import { megabytes, unfitAmong } from './fit.ts'

const csv = { name: 'leavers-november.csv', size: 12_000 }

test.each(['leavers.csv', 'leavers.TSV', '离职名单.txt', 'leavers', 'leavers.2026-11'])(
  '%s may be a list',
  (name) => {
    expect(unfitAmong([{ name, size: 1 }], false)).toBeNull()
  },
)

test.each(['leavers.xlsx', '离职.XLS', 'leavers.numbers', 'leavers.csv.zip'])(
  '%s is told to be no text before it is sent',
  (name) => {
    expect(unfitAmong([{ name, size: 9 }], false)).toEqual({ why: 'not_text', name })
  },
)

test('20 MB are a list, one byte more is not', () => {
  expect(unfitAmong([{ ...csv, size: listFileLimit }], false)).toBeNull()
  expect(unfitAmong([{ ...csv, size: listFileLimit + 1 }], false)).toEqual({
    why: 'too_large',
    name: csv.name,
    bytes: listFileLimit + 1,
  })
  expect(megabytes(listFileLimit)).toBe('20.0')
  expect(megabytes(listFileLimit + 1)).toBe('20.1')
})

test('an empty file is none', () => {
  expect(unfitAmong([{ ...csv, size: 0 }], false)).toEqual({ why: 'empty', name: csv.name })
})

test('of several files none is taken, even where one is a folder', () => {
  expect(unfitAmong([csv, csv, csv], false)).toEqual({ why: 'several', count: 3 })
  expect(unfitAmong([csv, { name: 'november', size: 0 }], true)).toEqual({
    why: 'several',
    count: 2,
  })
})

test('a folder is a folder, and nothing is nothing', () => {
  expect(unfitAmong([{ name: 'november', size: 4096 }], true)).toEqual({ why: 'folder' })
  expect(unfitAmong([], false)).toEqual({ why: 'nothing' })
})
