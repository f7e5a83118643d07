import { expect, test } from 'vitest'
import { changeOf, textOf, withServer } from './draft-text.ts'

const nothing = { title: '', reason: '' }
const november = { title: 'November leavers', reason: 'HR-2231' }

test('only what was changed is saved, without the spaces around it', () => {
  expect(changeOf({ ...november, reason: ' HR-2240 ' }, november)).toEqual({ reason: 'HR-2240' })
  expect(changeOf({ title: ' November leavers', reason: 'HR-2231 ' }, november)).toBeNull()
})

test('what was wiped out is saved as nothing', () => {
  expect(changeOf({ ...november, reason: '' }, november)).toEqual({ reason: '' })
})

test('a draft without a reason has an empty one, and so has no draft', () => {
  expect(textOf({ title: 'November leavers', reason: null })).toEqual({ ...november, reason: '' })
  expect(textOf(null)).toEqual(nothing)
})

test('what another tab saved comes in where nothing is unsaved', () => {
  const fields = { written: nothing, saved: nothing, server: nothing }
  expect(withServer(fields, november)).toEqual({
    written: november,
    saved: november,
    server: november,
  })
})

test('what is being written stays, whatever the server tells, and is still to be saved', () => {
  const writing = { ...november, reason: 'HR-22' }
  const typed = { ...november, reason: 'HR-2231, asked for by' }
  const fields = withServer({ written: typed, saved: nothing, server: nothing }, writing)
  expect(fields.written).toEqual(typed)
  expect(changeOf(fields.written, fields.saved)).toEqual({ reason: 'HR-2231, asked for by' })
})

test('the title that a file brings along stands beside a reason that is being written', () => {
  const typed = { title: '', reason: 'HR-2231' }
  const named = { title: 'leavers-november', reason: '' }
  const fields = withServer({ written: typed, saved: nothing, server: nothing }, named)
  expect(fields.written).toEqual({ title: 'leavers-november', reason: 'HR-2231' })
  expect(changeOf(fields.written, fields.saved)).toEqual({ reason: 'HR-2231' })
})

test('the same answer twice changes nothing', () => {
  const fields = { written: november, saved: november, server: november }
  expect(withServer(fields, { ...november, title: 'November leavers ' })).toEqual(fields)
})

test('what the server writes otherwise is saved once and not again and again', () => {
  const folded = { ...november, title: 'Ｎovember leavers' }
  const told = withServer({ written: folded, saved: nothing, server: nothing }, november)
  expect(told.written).toEqual(folded)
  const answered = withServer({ ...told, saved: folded }, november)
  expect(changeOf(answered.written, answered.saved)).toBeNull()
})
