import { expect, type Page } from '@playwright/test'

/** Looks somebody up as a person would, and waits until they stand there by this name. */
export async function openPerson(page: Page, handed: string, name: string): Promise<void> {
  const field = page.getByRole('searchbox')
  await field.fill(handed)
  await field.press('Enter')
  await expect(page.getByRole('heading', { level: 2, name })).toBeVisible()
}
