import { tickedIn } from './deletion.ts'
import { expect, test } from './test.ts'
import { touchedIn } from './witness.ts'

test('Whoever reads Chinese deletes with the Chinese words', async ({
  page,
  signIn,
  ownWorld: world,
}) => {
  await signIn(page, 'Chen Jing', world)
  await page.getByRole('button', { name: '切换到中文' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', /^zh/)
  await page.getByRole('combobox', { name: '状态' }).selectOption('已离职')
  await expect(page.getByRole('row').filter({ hasText: '正常' })).toHaveCount(0)
  for (const at of [1, 2, 3]) await page.getByRole('checkbox').nth(at).check()
  await expect(page.getByText('已选 3 位用户', { exact: true })).toBeVisible()
  const chosen = await tickedIn(page)

  await page.getByRole('button', { name: '彻底删除…' }).click()
  await page.getByRole('button', { name: '继续，共 3 行' }).click()
  await expect(page.getByRole('heading', { name: '彻底删除 3 人？' })).toBeVisible()
  await page.getByRole('textbox', { name: '原因或工单号' }).fill('人事 2231')
  await page.getByRole('textbox', { name: '输入 删除 3 以开始' }).fill('删除 3')
  await expect(page.getByText('一致', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: '开始', exact: true }).click()
  await expect(
    page.getByRole('heading', { level: 1, name: '已彻底删除并核实 3 人。' }),
  ).toBeVisible()
  const rows = page.getByRole('table', { name: '批次的行' }).getByRole('row')
  await expect(rows.filter({ hasText: '已完成' })).toHaveCount(3)
  expect(touchedIn(await world.ledger())).toEqual(chosen.toSorted())
})
