import { expect, type Page } from '@playwright/test'

/** A list as the personnel department sends it: four columns, on a machine set to Chinese. */
export const header = '工号,姓名,部门,离职日期'

/** What is dropped: a name and the bytes, or a text in UTF-8. */
export type Dropped = { name: string; bytes: Buffer | string }

/** 王芳, 离职 and the like as GB18030 has them; Node only reads that encoding. */
export function inGb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030')
  const bytesOf = new Map<string, number[]>()
  for (let first = 0x81; first <= 0xfe; first += 1) {
    for (let second = 0x40; second <= 0xfe; second += 1) {
      if (second !== 0x7f)
        bytesOf.set(decoder.decode(Uint8Array.of(first, second)), [first, second])
    }
  }
  return Buffer.from(
    [...text].flatMap((character) => {
      const code = character.codePointAt(0) ?? 0
      const bytes = code < 0x80 ? [code] : bytesOf.get(character)
      if (bytes === undefined) throw new Error(`GB2312 has no ${character}.`)
      return bytes
    }),
  )
}

/** Drops files on the page, as a hand with a mouse would: anywhere. */
export async function dropFiles(page: Page, files: readonly Dropped[]): Promise<void> {
  const given = files.map(({ name, bytes }) => ({
    name,
    base64: Buffer.from(bytes).toString('base64'),
  }))
  const dataTransfer = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer()
    for (const { name, base64 } of all) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
      transfer.items.add(new File([bytes], name))
    }
    return transfer
  }, given)
  const heading = page.getByRole('heading', { level: 1 })
  await heading.dispatchEvent('dragover', { dataTransfer })
  await heading.dispatchEvent('drop', { dataTransfer })
}

/** From wherever one is to the page of a new batch of this kind. */
export async function newBatch(page: Page, kind: 'Suspend' | 'Resign' | 'Delete'): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Batches' })
    .click()
  await page.getByRole('link', { name: 'New batch' }).click()
  await page.getByRole('radio', { name: kind }).check()
}

/** Waits until every row of the list has been looked up. */
export async function untilChecked(page: Page, rows: number): Promise<void> {
  await expect(page.getByRole('button', { name: 'Open the check' })).toBeVisible()
  await page.getByRole('button', { name: 'Open the check' }).click()
  await expect(page.getByText(new RegExp(`^${rows} rows? checked at `))).toBeVisible()
}
