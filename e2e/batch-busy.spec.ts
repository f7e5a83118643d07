import { checkDeletion, confirmDeletion, tickLeavers } from './deletion.ts'
import { expect, test } from './test.ts'
import { deletionsIn, sentBlindlyIn, touchedIn } from './witness.ts'

test.use({ own: { users: 1000 } })

test('A GenAuth that wants rest slows the batch down; nobody is lost and nobody is sent twice', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  await signIn(page, 'Chen Jing', world)
  const chosen = await tickLeavers(page, 1)
  await checkDeletion(page, chosen.length)
  await world.switches({ rps: 15 })
  await confirmDeletion(page, chosen.length)
  await expect(
    page.getByRole('heading', { level: 1, name: `${chosen.length} deleted and checked.` }),
  ).toBeVisible({ timeout: 60_000 })

  const ledger = await world.ledger()
  const isTurnedAway = ({ answered }: (typeof ledger)[number]) => answered?.statusCode === 429
  expect(ledger.filter(isTurnedAway)).not.toEqual([])
  const heard = deletionsIn(ledger).filter((call) => !isTurnedAway(call))
  expect(heard.flatMap(({ ids }) => ids).toSorted()).toEqual(chosen.toSorted())
  expect(sentBlindlyIn(ledger)).toEqual([])
  expect(touchedIn(ledger)).toEqual(chosen.toSorted())
})
