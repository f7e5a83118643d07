import { beforeEach, expect, test } from 'vitest'
import { type Keeper, keeper } from './keeper.ts'

/** As a tab's own storage behaves, with so much room for characters. */
function storageWith(room = 10_000): Storage {
  const items = new Map<string, string>()
  return {
    get length() {
      return items.size
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem(key, value) {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError')
      items.set(key, value)
    },
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
  }
}

function everythingIn(tab: Storage): string {
  const keys = Array.from({ length: tab.length }, (_, index) => tab.key(index) ?? '')
  return keys.map((key) => tab.getItem(key)).join('\n')
}

let storage: Storage
let page: Keeper

/** Opens the page anew in the same tab. */
const reload = () => keeper(() => storage)

beforeEach(() => {
  storage = storageWith()
  page = reload()
  page.arrive('chen-jing')
})

test('What somebody wrote is there again after they signed in once more', () => {
  page.keep('reason', { text: 'HR-2231' })
  page.keep('question', { typed: 'liwei' }, 'return')
  page.leave()
  page = reload()
  expect(page.arrive('chen-jing')).toBe(false)
  expect(page.kept('reason')).toEqual({ text: 'HR-2231' })
  expect(page.kept('question')).toEqual({ typed: 'liwei' })
})

test('A plain reload opens no question again, and loses no draft', () => {
  page.keep('reason', 'HR-2231')
  page.keep('question', 'Resign Li Wei?', 'return')
  page = reload()
  page.arrive('chen-jing')
  expect(page.kept('question')).toBeNull()
  expect(page.kept('reason')).toBe('HR-2231')
})

test('Coming back counts once: the reload after it is a plain one', () => {
  page.keep('question', 'Resign Li Wei?', 'return')
  page.leave()
  page = reload()
  page.arrive('chen-jing')
  page = reload()
  page.arrive('chen-jing')
  expect(page.kept('question')).toBeNull()
})

test('A reload while nobody is signed in keeps what waits for the return', () => {
  page.keep('question', 'Resign Li Wei?', 'return')
  page = reload()
  page = reload()
  page.leave()
  page = reload()
  page.arrive('chen-jing')
  expect(page.kept('question')).toBe('Resign Li Wei?')
})

test('Somebody else starts clean, and so does the first when they come back', () => {
  page.keep('reason', 'HR-2231')
  page.keep('question', 'Resign Li Wei?', 'return')
  page.leave()
  expect(everythingIn(storage)).toContain('HR-2231')
  page = reload()
  expect(page.arrive('wang-lan')).toBe(true)
  expect(page.kept('reason')).toBeNull()
  expect(page.kept('question')).toBeNull()
  page = reload()
  page.arrive('chen-jing')
  expect(page.kept('reason')).toBeNull()
  expect(everythingIn(storage)).not.toContain('HR-2231')
})

test('Somebody else on the same page takes over nothing either', () => {
  page.keep('reason', 'HR-2231')
  expect(page.arrive('wang-lan')).toBe(true)
  expect(page.kept('reason')).toBeNull()
})

test('What is kept before anybody signed in is for whoever does', () => {
  storage = storageWith()
  page = reload()
  page.keep('address', '/users', 'return')
  page.leave()
  page = reload()
  expect(page.arrive('wang-lan')).toBe(false)
  expect(page.kept('address')).toBe('/users')
})

test('What is kept on the sign-in page of an ended session stays with whoever it was', () => {
  page = reload()
  page.keep('address', '#q=liwei', 'return')
  page.leave()
  page = reload()
  page.arrive('wang-lan')
  expect(page.kept('address')).toBeNull()
})

test('Asking again who sits here loses nothing', () => {
  page.keep('question', 'Resign Li Wei?', 'return')
  expect(page.arrive('chen-jing')).toBe(false)
  expect(page.kept('question')).toBe('Resign Li Wei?')
})

test('Signing out forgets everything, and what is written on the way out too', () => {
  page.keep('reason', 'HR-2231')
  page.close()
  page.keep('reason', 'HR-2231')
  page.leave()
  expect(storage.length).toBe(0)
})

test('What does not fit is not kept, and no older state of it either', () => {
  storage = storageWith(100)
  page = reload()
  page.keep('lines', 'few')
  page.keep('lines', 'x'.repeat(200))
  expect(page.kept('lines')).toBeNull()
})

test.each(['', '{', '[]', '["chen-jing"]', '[1,"tab","x"]', 'null', '7'])(
  'A storage that holds %j is read as nothing',
  (odd) => {
    storage.setItem('leaver-desk:kept:reason', odd)
    expect(page.kept('reason')).toBeNull()
  },
)

test('Nothing is what was kept as null', () => {
  page.keep('reason', 'HR-2231')
  page.keep('reason', null)
  expect(page.kept('reason')).toBeNull()
  expect(page.kept('never')).toBeNull()
})
