import { describe, expect, test } from 'vitest'
import { databasesOn, engines, friday, minutesLater } from './database.fixture.ts'
import { migrateTo } from './older-version.fixture.ts'

/** The rows of a batch of version 1, as text between quotes; what is not said is empty. */
const rowsOfOne = [
  `1, 'li-wei', 'Li Wei', 'Resigned', 'ready', 0, 'done', 'v1', 1, '{"gone":true}', 12`,
  `2, 'zhao-min', 'Zhao Min', 'Activated', 'still_active', 1, 'not_confirmed', 'v2', 2, null, 13`,
  `3, 'guo-ting', null, null, 'not_found', 0, 'skipped', null, 0, null, 3`,
  `4, 'li-na', null, null, 'already_so', 0, 'skipped', null, 0, null, 4`,
  `5, 'wang-fang', null, null, null, 0, null, null, 0, null, 5`,
  `6, 'chen-jing', null, null, 'not_checked', 0, 'skipped', null, 0, null, 6`,
  `7, 'sun-li', 'Sun Li', 'Suspended', 'in_another_batch', 0, 'skipped', 'v7', 0, null, 7`,
]

describe.each(engines)('what version 1 left in a database on %s', (engine) => {
  const { fresh, open, meddle } = databasesOn(engine)

  /** A database of version 1 in which a batch has run, opened by this program. */
  const grown = async () => {
    const databaseUrl = await fresh()
    await migrateTo(1, databaseUrl)
    await meddle(
      databaseUrl,
      `insert into people values ('lin', 'https://id', 'lin-yue', 'Lin Yue', null, 0, null, 'operator', 0, '${friday}')`,
      `update counters set value = 3 where name = 'batch'`,
      `insert into batches (batch_id, kind, title, reason, state, created_by, created_at, checked_at,
        fingerprint, fence, row_count, revision) values
        (3, 'delete', 'Leavers', 'HR-2231', 'finished', 'lin', '${friday}', '${minutesLater(1)}',
          'f00d', 2, 7, 13)`,
      ...rowsOfOne.map(
        (row) => `insert into batch_rows (batch_id, sync_providers, other_name, checked_at,
          row_number, user_id, name, status, verdict, released, outcome, checked_version, sends, seen,
          revision) values (3, '["lark"]', '李', '${friday}', ${row})`,
      ),
    )
    return open({ databaseUrl })
  }

  test('a batch stands as it stood, its list made whole', async () => {
    const { batches } = await grown()
    expect(await batches.find(3)).toEqual({
      batchId: 3,
      kind: 'delete',
      title: 'Leavers',
      reason: 'HR-2231',
      endSessions: false,
      parentId: null,
      state: 'finished',
      pausedBecause: null,
      createdBy: 'lin',
      createdAt: friday,
      checkBegunAt: null,
      checkedAt: minutesLater(1),
      fingerprint: 'f00d',
      confirmedAt: null,
      expiresAt: null,
      approvedBy: null,
      approvedAt: null,
      approvedFingerprint: null,
      declinedBy: null,
      declinedAt: null,
      declinedBecause: null,
      startedBy: null,
      startedAt: null,
      finishedAt: null,
      canaryAt: null,
      ranMs: 0,
      runningSince: null,
      recheckTotal: 0,
      recheckedAt: null,
      recheckBy: null,
      fence: 2,
      rows: 7,
      listedRows: 7,
      firstEntry: null,
      lastEntry: null,
      revision: 13,
    })
    expect(await batches.lists(3)).toEqual([])
  })

  test('its rows keep what they had, under the id that was given', async () => {
    const { batches } = await grown()
    expect(await batches.row(3, 2)).toEqual({
      batchId: 3,
      row: 2,
      given: 'zhao-min',
      givenKind: 'user_id',
      asWritten: null,
      givenName: null,
      userId: 'zhao-min',
      tried: ['user_id'],
      foundAs: ['user_id'],
      name: 'Zhao Min',
      otherName: '李',
      username: null,
      department: null,
      status: 'Activated',
      lastLogin: null,
      verdict: 'still_active',
      holds: ['still_active'],
      decision: 'accepted',
      chosen: false,
      candidates: [],
      duplicateOf: null,
      otherBatch: null,
      syncProviders: ['lark'],
      counts: {
        departments: null,
        roles: null,
        groups: null,
        positions: null,
        authorizations: null,
        sessions: null,
      },
      outcome: 'not_confirmed',
      checkedVersion: 'v2',
      statusBefore: null,
      targetStatus: null,
      sends: 2,
      seen: null,
      checkedAt: friday,
      why: null,
      recheckDue: false,
      recheckedAt: null,
      cameBack: false,
      revision: 13,
    })
    const { rows } = await batches.rows(3, { order: 'list', offset: 0, limit: 10 })
    expect(rows.map(({ given }) => given)).toEqual([
      'li-wei',
      'zhao-min',
      'guo-ting',
      'li-na',
      'wang-fang',
      'chen-jing',
      'sun-li',
    ])
    expect(rows[0]).toMatchObject({ seen: { gone: true }, decision: null, holds: [] })
    expect(rows[6]).toMatchObject({ holds: ['in_another_batch'], decision: null })
  })

  test('whoever was not found, or not looked at, is nobody yet', async () => {
    const { batches } = await grown()
    const { rows } = await batches.rows(3, { order: 'list', offset: 0, limit: 10 })
    const meant = rows.map(({ userId, tried, foundAs }) => [userId, tried.length, foundAs.length])
    expect(meant).toEqual([
      ['li-wei', 1, 1],
      ['zhao-min', 1, 1],
      [null, 1, 0],
      ['li-na', 1, 0],
      [null, 0, 0],
      [null, 1, 0],
      ['sun-li', 1, 1],
    ])
  })

  test('what was let go still runs, and the work goes on', async () => {
    const { batches } = await grown()
    const plan = await batches.willRun(3, ['ready'], ['still_active', 'in_another_batch'])
    expect(plan.map(({ userId }) => userId)).toEqual(['li-wei', 'zhao-min'])
    expect(await batches.tallies(3)).toEqual({
      verdicts: {
        ready: 1,
        still_active: 1,
        not_found: 1,
        already_so: 1,
        not_checked: 1,
        in_another_batch: 1,
      },
      outcomes: { done: 1, not_confirmed: 1, skipped: 4 },
      accepted: 1,
      leftOut: 0,
      checked: 6,
      oldestCheckedAt: '2026-11-20T18:00:00.000Z',
      recheckLeft: 0,
      cameBack: 0,
    })
    await batches.patchRows(3, [{ row: 2, outcome: 'done' }])
    expect(await batches.row(3, 2)).toMatchObject({ outcome: 'done', revision: 14 })
    const draft = { kind: 'suspend', title: '', reason: null, endSessions: false }
    const next = { ...draft, createdBy: 'lin', parentId: 3, lists: [] }
    expect(await batches.create(next, friday)).toMatchObject({ batchId: 4, parentId: 3 })
  })

  test('each index is there once, under its name', async () => {
    const { databaseUrl } = await grown()
    const names =
      engine === 'sqlite'
        ? `select name from sqlite_master where type = 'index' and name like 'batch_rows_b%'`
        : `select indexname as name from pg_indexes where indexname like 'batch_rows_b%'`
    const found = await meddle(databaseUrl, `${names} order by name`)
    expect(found.map(({ name }) => name)).toEqual([
      'batch_rows_by_outcome',
      'batch_rows_by_revision',
      'batch_rows_by_user',
      'batch_rows_by_verdict',
    ])
  })
})
