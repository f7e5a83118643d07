import { expect, test } from 'vitest'
import { writtenFrom } from '#console/act/written.ts'
import { accountActs, type Question, questionFrom } from './question.ts'

const asked: Question[] = [
  { action: 'unlinkIdentity', extIdpId: '65f1c0a94be2d7831e0a9c42' },
  { action: 'deleteSyncRelation', provider: 'lark' },
  ...accountActs.map((action) => ({ action, withoutPreview: true })),
]

test.each(asked)('The question %j is the same after it was kept', (question) => {
  expect(questionFrom(JSON.parse(JSON.stringify(question)))).toEqual(question)
})

test.each([
  null,
  7,
  [],
  {},
  { action: 'planBatch' },
  { action: 'unlinkIdentity' },
  { action: 'unlinkIdentity', extIdpId: 7 },
  { action: 'deleteSyncRelation', extIdpId: 'x' },
])('%j is no question', (odd) => expect(questionFrom(odd)).toBeNull())

test('Nothing but a tick lets somebody proceed without the preview', () => {
  const of = (withoutPreview: unknown) => questionFrom({ action: 'resignUser', withoutPreview })
  expect(of('yes')).toEqual({ action: 'resignUser', withoutPreview: false })
  expect(of(undefined)).toEqual({ action: 'resignUser', withoutPreview: false })
})

test('What was given comes back as it was given', () => {
  const written = { version: 'v1', reason: 'HR-2231', typed: 'liwei', endSessions: false }
  expect(writtenFrom(JSON.parse(JSON.stringify(written)))).toEqual(written)
  const { endSessions, ...rest } = written
  expect(writtenFrom(rest)).toEqual(rest)
})

test.each([
  null,
  'HR-2231',
  {},
  { version: 'v1', reason: 'x' },
  { version: 1, reason: '', typed: '' },
])('%j was given by nobody', (odd) => expect(writtenFrom(odd)).toBeNull())
