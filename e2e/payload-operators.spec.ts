import type { Page } from '@playwright/test'
import { openLyingProvider } from '#proxy/provider.fixture.ts'
import { type FoulWorld, refusedAs, startFoulWorld } from './foul-world.ts'
import { newBatch, untilChecked } from './list.ts'
import { expectOnlyText, watchBrowser } from './only-text.ts'
import { asSeen, payloads } from './payloads.ts'
import { test as base, expect } from './test.ts'

type Operator = { name: string; email: string; role: 'operator' | 'approver' }
type Foul = FoulWorld & { signInAs(page: Page, operator: Operator): Promise<void> }

/** People who may sign in, as a provider tells of them that checks nothing. */
const maker: Operator = { name: payloads.image, email: payloads.vector, role: 'operator' }
const approver: Operator = { name: payloads.backwards, email: payloads.address, role: 'approver' }

const test = base.extend<{ foul: Foul; happened: string[] }>({
  foul: async ({ users }, use) => {
    const lies: Parameters<typeof openLyingProvider>[0] = { times: { auth_time: 0 } }
    const provider = await openLyingProvider(lies, () => new Date())
    const { issuer, clientId, clientSecret } = provider.settings
    const world = await startFoulWorld(users, {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: clientId,
      OIDC_CLIENT_SECRET: clientSecret,
      APPROVAL_ABOVE: '2',
    })
    await use({
      ...world,
      provider: new URL(issuer).origin,
      async signInAs(page, { name, email, role }) {
        lies.claims = { sub: name, name, email, email_verified: true, roles: [role] }
        await page.context().clearCookies()
        await page.goto(world.url)
        await page.getByRole('link', { name: 'Sign in' }).click()
        await expect(page.getByRole('button', { name: asSeen(name) })).toBeVisible()
      },
    })
    await world.end()
    await provider.close()
  },
  happened: [
    async ({ context, foul }, use) => {
      const happened = watchBrowser(context, [foul.url, foul.provider])
      await use(happened)
      expect(happened, 'what text did in the browser').toEqual([])
    },
    { auto: true },
  ],
})
test.use({ userAgent: payloads.image })

test('Two people agree about a list in payloads, and read them as text', async ({ page, foul }) => {
  await foul.signInAs(page, maker)
  await newBatch(page, 'Suspend')
  const ids = [foul.idOf('image'), foul.idOf('unseen'), foul.idOf('long')]
  await page.getByRole('textbox', { name: /^Paste/ }).fill(ids.join('\n'))
  await page.getByRole('button', { name: 'Add 3 lines' }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill(payloads.script)
  await page.getByRole('textbox', { name: 'Reason or ticket' }).fill(payloads.vector)
  await untilChecked(page, 3)
  const ask = async () => {
    await page.getByRole('button', { name: 'Go on with 3' }).click()
    await page
      .getByRole('textbox', { name: 'Type suspend 3 to ask for approval' })
      .fill('suspend 3')
    await expectOnlyText(page, 'a question to a second person')
    await page.getByRole('button', { name: 'Ask for approval' }).click()
    await expect(page.getByText('Waits for a second person')).toBeVisible()
    await expectOnlyText(page, 'a list that waits')
    return page.url()
  }
  const address = await ask()

  await foul.signInAs(page, approver)
  await page.goto(address)
  await expect(page.getByRole('textbox', { name: 'Type suspend 3 to approve' })).toBeVisible()
  await expect(page.getByText(payloads.vector).first()).toBeVisible()
  await expectOnlyText(page, 'what is to be approved')
  await page.getByRole('button', { name: 'Decline…' }).click()
  const dialog = page.getByRole('alertdialog')
  await expect(dialog.getByRole('heading')).toContainText(payloads.image)
  await expectOnlyText(page, 'sending a list back')
  await dialog.getByRole('textbox').fill(payloads.link)
  await dialog.getByRole('button', { name: 'Decline' }).click()
  await expect(dialog).toBeHidden()

  await foul.signInAs(page, maker)
  await page.goto(address)
  await expect(page.getByText(payloads.link)).toBeVisible()
  await expectOnlyText(page, 'a list that was sent back')
  await ask()
  await foul.signInAs(page, approver)
  await page.goto(address)
  await page.getByRole('textbox', { name: 'Type suspend 3 to approve' }).fill('suspend 3')
  await page.getByRole('button', { name: 'Approve', exact: true }).click()
  await expect(page.getByText(/Approved by /)).toContainText(asSeen(payloads.backwards))
  await expectOnlyText(page, 'a list that was approved')
  await page.getByRole('link', { name: 'Batches' }).first().click()
  await expect(page.getByRole('link', { name: payloads.script })).toBeVisible()
  await expectOnlyText(page, 'the batches')
})

test('Who stopped everything and why, a session’s browser and a refusal are text', async ({
  page,
  foul,
}) => {
  await foul.signInAs(page, maker)
  const menu = page.getByRole('button', { name: payloads.image })
  await menu.click()
  await expectOnlyText(page, 'the operator’s menu')
  await page.getByRole('menuitem', { name: 'Your sessions' }).click()
  const sessions = page.getByRole('dialog', { name: 'Your sessions' })
  await expect(sessions.getByRole('listitem')).toContainText(payloads.image)
  await expectOnlyText(page, 'one’s own sessions')
  await page.keyboard.press('Escape')

  await menu.click()
  await page.getByRole('menuitem', { name: 'Stop everything…' }).click()
  await page.getByRole('alertdialog').getByRole('textbox').fill(payloads.frame)
  await page.getByRole('button', { name: 'Stop everything', exact: true }).click()
  const band = page.getByRole('alert').filter({ hasText: 'Everything is stopped' })
  await expect(band).toContainText(payloads.image)
  await expect(band).toContainText(payloads.frame)
  await expectOnlyText(page, 'everything is stopped')

  foul.refuse(true)
  await page.goto(`${foul.url}/users/${foul.idOf('image')}`)
  await expect(page.getByText(refusedAs).first()).toBeVisible()
  await expectOnlyText(page, 'a refusal')
  await page.getByRole('searchbox').fill('Payload')
  await page.getByRole('searchbox').press('Enter')
  await expect(page.getByRole('button', { name: 'Try again' }).first()).toBeVisible()
  await expectOnlyText(page, 'a lookup that was refused')
})
