import type { Read } from './genauth.ts'
import { unreadable } from './reading.ts'

type Page<T> = { list: T[]; totalCount: number | null }

/** GenAuth's largest page. */
export const pageLimit = 50
const pageCap = 20

/**
 * Reads every page of a list, at most 20 of 50. Items that appear on two pages, because the list
 * moved meanwhile, count once. Fewer items than `totalCount` at the end is no answer.
 */
export async function everyPage<T>(
  readPage: (page: number) => Promise<Read<Page<T>>>,
  idOf: (item: T) => string,
): Promise<Read<T[]>> {
  const found = new Map<string, T>()
  for (let page = 1; page <= pageCap; page += 1) {
    const read = await readPage(page)
    if (!read.ok) return read
    const { list, totalCount } = read.value
    for (const item of list) found.set(idOf(item), item)
    const isWhole = totalCount === null ? list.length < pageLimit : found.size >= totalCount
    if (isWhole) return { ok: true, value: [...found.values()] }
    if (list.length === 0) return unreadable(`the pages hold ${found.size} of ${totalCount}`)
  }
  return unreadable(`more than ${pageCap} pages`)
}
