import { expect, test } from './test.ts'
import type { World } from './world.ts'

/** The id of an identity as people are handed it: its source, and the id there. */
async function gitHubIdentity(world: World, userId: string): Promise<string> {
  const { data } = await world.genauth.getUserIdentities({ userId, userIdType: 'user_id' })
  const identity = data.find(({ provider }) => provider === 'github')
  return `${identity?.extIdpId}:${identity?.userIdInIdp}`
}

const kinds = {
  'user ID': async (world: World) => (await world.person('gao-xiang')).userId,
  'e-mail': async () => 'gao.xiang@hanlin.example',
  phone: async () => '13900227781',
  username: async () => 'gaoxiang',
  'external ID': async () => '0010219',
  identity: async (world: World) => gitHubIdentity(world, (await world.person('gao-xiang')).userId),
  'sync relation': async () => 'lark:ou_4c1e77b0a2d94f55',
}

for (const [kind, handed] of Object.entries(kinds)) {
  test(`Whoever types the ${kind} is led to the person, and back with the query kept`, async ({
    page,
    signIn,
    world,
  }) => {
    const value = await handed(world)
    const { userId } = await world.person('gao-xiang')
    await signIn(page, 'Chen Jing')
    const field = page.getByRole('searchbox')
    await field.fill(value)
    await field.press('Enter')

    const name = page.getByRole('heading', { level: 2, name: 'Gao Xiang' })
    await expect(name).toBeVisible()
    await expect(page.getByText(`Found as ${kind}`, { exact: true })).toBeVisible()
    await expect(page).toHaveURL((url) => url.pathname === `/users/${userId}`)
    expect(new URL(page.url()).search).toBe('')

    await page.goBack()
    await expect(name).toBeHidden()
    await expect(page.getByRole('heading', { level: 3, name: 'Gao Xiang' })).toBeVisible()
    await expect(page.getByRole('heading', { name: `1 user matches “${value}”.` })).toBeVisible()
    await expect(page).toHaveURL((url) => url.pathname === '/users')
    await expect(field).toHaveValue(value)
  })
}
