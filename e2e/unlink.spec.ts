import { openPerson } from './open-person.ts'
import { expect, test } from './test.ts'
import { writesIn } from './witness.ts'

const checked = /^Feishu unlinked\. Checked at \d\d:\d\d:\d\d: 0 identities are left under it\.$/

test('The last way in is unlinked only by whoever types the username', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  const { userId } = await world.person('zhao-min')
  await signIn(page, 'Chen Jing', world)
  await openPerson(page, 'zhaomin', 'Zhao Min')
  await expect(
    page.getByText('Can sign in with: Feishu. This is the only known way in.'),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Unlink source Feishu' }).click()

  const dialog = page.getByRole('alertdialog', { name: 'Unlink Feishu from Zhao Min?' })
  await expect(dialog).toContainText('This removes 2 identities:')
  await expect(dialog).toContainText(
    'This is the only known way in. After this Zhao Min cannot sign in',
  )
  const words = dialog.getByLabel('Type zhaomin to unlink anyway')
  const unlink = dialog.getByRole('button', { name: 'Unlink Feishu' })
  await expect(words).toBeFocused()
  await expect(unlink).toBeDisabled()
  await expect(dialog.getByText('Waiting for the username')).toBeVisible()
  for (const wrong of ['zhao min', 'zhaomi', 'unlink']) {
    await words.fill(wrong)
    await words.press('Enter')
    await unlink.click({ force: true })
    await expect(unlink).toBeDisabled()
    await expect(dialog.getByText('Matches')).toBeHidden()
  }
  expect(writesIn(await world.ledger())).toEqual([])

  await words.fill(' ZhaoMin ')
  await expect(dialog.getByText('Matches')).toBeVisible()
  await expect(unlink).toBeEnabled()
  await unlink.click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('status').filter({ hasText: checked })).toBeFocused()
  await expect(page.getByText('No way in is known.')).toBeVisible()
  await expect(page.getByText('Feishu unlinked by Chen Jing')).toBeVisible()

  const unlinked = {
    call: 'unlink-identity',
    ids: [userId],
    userIdType: 'user_id',
    effects: { [userId]: 'unlinked' },
  }
  expect(writesIn(await world.ledger())).toEqual([unlinked, unlinked])
  const { data } = await world.genauth.getUserIdentities({ userId, userIdType: 'user_id' })
  expect(data).toEqual([])
})

test('Unlinking takes every identity of the source, and nothing of another', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  const { userId } = await world.person('li-wei')
  await signIn(page, 'Chen Jing', world)
  await openPerson(page, 'liwei', 'Li Wei')
  const opener = page.getByRole('button', { name: 'Unlink source Feishu' })
  await opener.click()

  const dialog = page.getByRole('alertdialog', { name: 'Unlink Feishu from Li Wei?' })
  await expect(dialog.getByRole('listitem')).toContainText([
    'ou_8bae1f0c77e24d19',
    'on_77c1e02b9d5a4f36',
  ])
  await expect(dialog).toContainText(
    'Li Wei can still sign in with password, SMS to ···4821 and WeChat.',
  )
  await expect(dialog).toContainText('The Feishu account itself is not changed.')
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(opener).toBeFocused()
  expect(writesIn(await world.ledger())).toEqual([])

  await opener.click()
  await dialog.getByLabel('Reason (optional)').fill('New Feishu tenant')
  await dialog.getByRole('button', { name: 'Unlink Feishu' }).click()
  await expect(page.getByRole('status').filter({ hasText: checked })).toBeVisible()
  await expect(page.getByText('Can sign in with: password, SMS to ···4821, WeChat.')).toBeVisible()
  await expect(opener).toBeHidden()
  await expect(page.getByRole('button', { name: 'Unlink source WeChat' })).toBeVisible()
  await expect(page.getByText('New Feishu tenant')).toBeVisible()

  expect(writesIn(await world.ledger()).map(({ call, ids }) => ({ call, ids }))).toEqual([
    { call: 'unlink-identity', ids: [userId] },
    { call: 'unlink-identity', ids: [userId] },
  ])
  const { data } = await world.genauth.getUserIdentities({ userId, userIdType: 'user_id' })
  expect(data.map(({ userIdInIdp }) => userIdInIdp)).toEqual(['o6_bmjrPTlm6_2sgVt7'])
})
