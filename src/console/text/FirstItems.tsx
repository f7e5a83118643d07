import type { ReactNode } from 'react'
import { type InBoth, useWords } from '#console/words/language.tsx'
import { figure } from '#console/words/plural.ts'

/** List items drawn at once: thousands keep the browser busy for seconds, and nobody reads them. */
export const firstItems = 200

const moreWords: InBoth<(count: number) => string> = {
  en: (count) => `and ${figure(count)} more`,
  zh: (count) => `以及另外 ${figure(count)} 项`,
}

type FirstItemsProps<Item> = {
  items: readonly Item[]
  /** Draws one `<li>`, with its key. */
  children: (item: Item) => ReactNode
}

/** The first items of a list that may be huge, and how many there are besides. */
export function FirstItems<Item>({ items, children }: FirstItemsProps<Item>) {
  const andMore = useWords(moreWords)
  const more = items.length - firstItems
  return (
    <>
      {items.slice(0, firstItems).map((item) => children(item))}
      {more > 0 && <li>{andMore(more)}</li>}
    </>
  )
}
