import { expect, test } from 'vitest'
import { changeTo, first, withPreset } from './purpose.ts'

test('a new batch suspends, and ends no sessions', () => {
  expect(first).toEqual({ kind: 'suspend', endSessions: false })
})

test('only resigning ends the sessions first where nobody says otherwise', () => {
  expect(withPreset({ kind: 'resign' })).toEqual({ kind: 'resign', endSessions: true })
  expect(withPreset({ kind: 'delete' })).toEqual({ kind: 'delete', endSessions: false })
  expect(withPreset({ kind: 'suspend' })).toEqual({ kind: 'suspend', endSessions: false })
  expect(withPreset({ kind: 'resign', endSessions: false })).toMatchObject({ endSessions: false })
  expect(withPreset({ endSessions: true })).toEqual({ endSessions: true })
})

test('a draft that was made as it was chosen needs no change', () => {
  const resigns = { kind: 'resign', endSessions: true } as const
  expect(changeTo(resigns, resigns)).toBeNull()
  const suspends = { kind: 'suspend', endSessions: false } as const
  expect(changeTo({ kind: 'suspend', endSessions: true }, suspends)).toBeNull()
})

test('an option that was unticked stays so when the draft begins as another kind', () => {
  const made = { kind: 'suspend', endSessions: false } as const
  const change = changeTo({ kind: 'resign', endSessions: false }, made)
  expect(change).toEqual({ kind: 'resign', endSessions: false })
})

test('an option that goes with the kind is left to the server', () => {
  const made = { kind: 'suspend', endSessions: false } as const
  expect(changeTo({ kind: 'resign', endSessions: true }, made)).toEqual({ kind: 'resign' })
  const resigns = { kind: 'resign', endSessions: true } as const
  expect(changeTo({ kind: 'delete', endSessions: false }, resigns)).toEqual({ kind: 'delete' })
  expect(changeTo({ kind: 'resign', endSessions: false }, resigns)).toEqual({ endSessions: false })
})
