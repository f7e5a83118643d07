import { type BrowserContext, expect, type Page } from '@playwright/test'

/** Everything that text must not do in a browser, as far as it happens outside a page. */
export function watchBrowser(context: BrowserContext, allowed: readonly string[]) {
  const happened: string[] = []
  const watch = (page: Page) => {
    page.on('dialog', (dialog) => {
      happened.push(`dialog: ${dialog.message()}`)
      void dialog.dismiss()
    })
    page.on('popup', (popup) => happened.push(`window: ${popup.url()}`))
    page.on('frameattached', (frame) => happened.push(`frame: ${frame.name()}`))
    page.on('request', (request) => {
      const { origin } = new URL(request.url())
      if (!allowed.includes(origin)) happened.push(`request: ${request.url()}`)
    })
  }
  for (const page of context.pages()) watch(page)
  context.on('page', watch)
  return happened
}

/** The page as it stands shows text and nothing that was made of it; every link stays at home. */
export async function expectOnlyText(page: Page, where: string): Promise<void> {
  const found = await page.evaluate(() => {
    const made =
      '[data-payload], [onerror], [onload], [onfocus], [srcdoc], iframe, object, embed, base'
    const foreign = [...document.querySelectorAll('a[href], area[href], use[href], form[action]')]
      .map((element) => ({
        address: element.getAttribute('href') ?? element.getAttribute('action') ?? '',
        rel: element.getAttribute('rel') ?? '',
      }))
      .filter(({ address, rel }) => {
        const { origin, protocol } = new URL(address, location.href)
        if (origin === location.origin) return false
        return protocol !== 'https:' || !rel.split(' ').includes('noopener')
      })
    const images = [...document.images].filter(({ src }) => new URL(src).origin !== location.origin)
    return {
      fired: Reflect.get(window, 'fired') ?? null,
      made: [...document.querySelectorAll(made)].map(({ outerHTML }) => outerHTML),
      foreign,
      images: images.map(({ src }) => src),
      polluted: Reflect.get({}, 'polluted') ?? null,
    }
  })
  expect(found, `what became of foreign text: ${where}`).toEqual({
    fired: null,
    made: [],
    foreign: [],
    images: [],
    polluted: null,
  })
}
