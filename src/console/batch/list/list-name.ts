import type { Batch } from '#contract/batch.ts'
import type { ListSummary } from '#contract/list.ts'
import type { listWords } from './words.ts'

type Words = (typeof listWords)['en']

/** What a list is called: its file's name, or where its rows come from. */
export function listName(
  { source, name, rows }: ListSummary,
  { parentId }: Pick<Batch, 'parentId'>,
  words: Words,
): string {
  switch (source) {
    case 'file':
      return name ?? words.file
    case 'paste':
      return words.pasted
    case 'selection':
      return words.selection(rows)
    case 'batch':
      return words.carriedOn(rows, parentId === null ? '' : `#${parentId}`)
    default:
      return source satisfies never
  }
}
