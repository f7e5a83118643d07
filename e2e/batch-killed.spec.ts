import type { Switches } from '#sandbox/backstage.ts'
import type { LedgerEntry } from '#sandbox/ledger.ts'
import { checkDeletion, confirmDeletion, tickFirstLeavers } from './deletion.ts'
import { expect, test } from './test.ts'
import { deletionsIn, sentBlindlyIn, touchedIn } from './witness.ts'

/** When the process is killed: held open by a fault that strikes whatever names the last of the list. */
type Moment = {
  fault: NonNullable<Switches['faults']>[number]
  /** Whether a call is the one during which the process ends. */
  isReached: (call: LedgerEntry, earlier: readonly LedgerEntry[]) => boolean
  /** Whether it stays away until the page says so. */
  isMissed?: boolean
}

const moments: Record<string, Moment> = {
  'during a call that takes effect afterwards': {
    fault: { call: 'delete-users-batch', behave: 'late', delayMs: 2500 },
    isReached: ({ call }) => call === 'delete-users-batch',
  },
  'during a call that never takes effect': {
    fault: { call: 'delete-users-batch', behave: 'hang' },
    isMissed: true,
    isReached: ({ call }) => call === 'delete-users-batch',
  },
  'after a call took effect and before it was read back': {
    fault: { call: 'get-user', behave: 'slow', delayMs: 1200 },
    isReached: ({ call, ids }, earlier) =>
      call === 'get-user' &&
      deletionsIn(earlier).some((deletion) => ids.every((id) => deletion.ids.includes(id))),
  },
  'between two calls': {
    fault: { call: 'get-user-batch', behave: 'slow', delayMs: 1200 },
    isReached: ({ call }) => call === 'get-user-batch',
  },
}

for (const [when, { fault, isReached, isMissed = false }] of Object.entries(moments)) {
  test(`Killed ${when}, the batch goes on by itself and sends nobody unseen`, async ({
    page,
    signIn,
    ownWorld: world,
  }) => {
    await signIn(page, 'Chen Jing', world)
    const chosen = await tickFirstLeavers(page, 12)
    expect(chosen).toHaveLength(12)
    const last = chosen.at(-1) ?? ''
    await checkDeletion(page, chosen.length)
    await world.switches({ faults: [{ ...fault, userId: last }] })
    await confirmDeletion(page, chosen.length)
    await expect
      .poll(
        async () => {
          const ledger = await world.ledger()
          const open = ledger.filter(({ ids, answered }) => answered === null && ids.includes(last))
          return open.some((call) => isReached(call, ledger.slice(0, call.seq)))
        },
        { intervals: [50], timeout: 30_000 },
      )
      .toBe(true)
    await world.killProduct()
    await world.switches({ faults: [] })
    const missed = page.getByText(/^Last seen \d+ s ago; the batch runs on the server\.$/)
    if (isMissed) await expect(missed).toBeVisible()

    await world.startProduct()
    const result = `${chosen.length} deleted and checked.`
    await expect(page.getByRole('heading', { level: 1, name: result })).toBeVisible({
      timeout: 60_000,
    })
    await expect(page.getByRole('button', { name: `Done ${chosen.length}` })).toBeVisible()
    await expect(page.getByText('adds up', { exact: true })).toBeVisible()

    const ledger = await world.ledger()
    expect(touchedIn(ledger)).toEqual(chosen.toSorted())
    expect(sentBlindlyIn(ledger)).toEqual([])
    const sent = deletionsIn(ledger).flatMap(({ ids }) => ids)
    expect(new Set(sent)).toEqual(new Set(chosen))
  })
}
