import type { Page } from '@playwright/test'
import type { Switches } from '#sandbox/backstage.ts'
import { expectNothingSerious } from './axe.ts'
import { dropFiles, newBatch, untilChecked } from './list.ts'
import { setStatus } from './status.ts'
import { expect, test } from './test.ts'
import { writesIn } from './witness.ts'
import type { World } from './world.ts'

type Faults = NonNullable<Switches['faults']>

test.use({ own: { users: 60 } })

/** From a list of usernames to a run that suspends them. */
async function suspendAll(page: Page, usernames: readonly string[], faults: Faults, world: World) {
  const count = usernames.length
  await newBatch(page, 'Suspend')
  await dropFiles(page, [{ name: 'leavers.csv', bytes: usernames.join('\n') }])
  await page.getByRole('textbox', { name: 'Reason or ticket' }).fill('HR-2231')
  await untilChecked(page, count)
  await page.getByRole('button', { name: `Go on with ${count}` }).click()
  const words = `suspend ${count}`
  await page.getByRole('textbox', { name: `Type ${words} to start` }).fill(words)
  await world.switches({ faults })
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Recheck all' })).toBeVisible({ timeout: 30_000 })
  await world.switches({ faults: [] })
}

test('Who is not confirmed is looked at again, and who came back is named; nothing is sent', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  const guYan = (await world.person('gu-yan')).userId
  const baiLu = (await world.person('bai-lu')).userId
  await signIn(page, 'Chen Jing', world)
  const lie = { call: 'update-user-batch', userId: baiLu, behave: 'lie' } as const
  await suspendAll(page, ['guyan', 'bailu', 'pengfei'], [lie], world)
  const sentence = page.getByRole('heading', { level: 1 })
  await expect(sentence).toHaveText('2 suspended and checked. 1 not confirmed. ')
  const sent = writesIn(await world.ledger())

  await setStatus(world, baiLu, 'SUSPENDED')
  await page.getByRole('button', { name: 'Check again: Bai Lu' }).click()
  await expect(sentence).toHaveText('3 suspended and checked. ')
  await expect(page.getByText('1 person looked at again.')).toBeVisible()
  await setStatus(world, guYan, 'ACTIVATED')
  await page.getByRole('button', { name: 'Recheck all' }).click()
  await expect(page.getByText(/^1 came back: Gu Yan/)).toBeVisible()
  await page.getByRole('button', { name: 'Came back 1' }).click()
  const rows = page.getByRole('table', { name: 'Rows of the batch' })
  await expect(rows).toHaveAttribute('aria-rowcount', '2')
  await expect(rows.getByRole('row').nth(1)).toContainText('Came back: Activated when seen')
  await expectNothingSerious(page)
  const ours = writesIn(await world.ledger()).filter(({ call }) => call === 'update-user-batch')
  expect(ours).toEqual(sent)
})

test('Who failed is retried in a list that carries the first one on', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  const { userId } = await world.person('peng-fei')
  await signIn(page, 'Chen Jing', world)
  const refusal = { call: 'update-user-batch', userId, behave: '404' } as const
  await suspendAll(page, ['pengfei'], [refusal], world)
  const sentence = page.getByRole('heading', { level: 1 })
  await expect(sentence).toHaveText('0 suspended and checked. 1 failed. ')
  await page.getByRole('button', { name: 'Retry 1 failed' }).click()
  await expect(page.getByText(/carried on from #1/)).toBeVisible()
  await page.getByRole('button', { name: 'Go on with 1' }).click()
  await page.getByRole('textbox', { name: 'Type suspend 1 to start' }).fill('suspend 1')
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await expect(sentence).toHaveText('1 suspended and checked. ')
  await page.getByRole('link', { name: 'carried on from #1' }).click()
  await expect(sentence).toHaveText('0 suspended and checked. 1 failed. ')
})
