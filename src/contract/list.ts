import { z } from 'zod'
import { listNameLimit } from './limits.ts'
import { UserIdType } from './user.ts'

const BatchId = z.coerce.number().int().min(1).max(2_000_000_000)

/** `selection` ticked in the directory · `paste` typed or pasted · `file` · `batch` carried on from another batch. */
export const ListSource = z.enum(['selection', 'paste', 'file', 'batch'])
export type ListSource = z.infer<typeof ListSource>

/** One list of a batch in one line. */
export const ListSummary = z.object({
  listId: z.string(),
  source: ListSource,
  /** The file's name. */
  name: z.string().nullable(),
  rows: z.number(),
})
export type ListSummary = z.infer<typeof ListSummary>

/** Which kind of id the list holds; `auto` tries every kind that a value could be. */
export const IdKind = z.union([z.literal('auto'), UserIdType])
export type IdKind = z.infer<typeof IdKind>

/** How a list was read, and how it begins. Columns are counted from 0. */
export const List = ListSummary.extend({
  bytes: z.number(),
  sha256: z.string(),
  receivedAt: z.string(),
  encoding: z.enum(['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'gb18030']),
  delimiter: z.enum(['comma', 'tab', 'semicolon', 'none']),
  /** Whether the first line names the columns. */
  header: z.boolean(),
  /** What the first line says where it is a header; else null for each. */
  columns: z.array(z.string().nullable()),
  idColumn: z.number(),
  nameColumn: z.number().nullable(),
  idKind: IdKind,
  /** The first rows, each with its number in the batch; long cells are cut. */
  preview: z.array(z.object({ row: z.number(), cells: z.array(z.string()) })),
  /** Ids that a spreadsheet has rounded, such as 1.86E+10: how many, and the first rows of them. */
  rounded: z.object({ count: z.number(), rows: z.array(z.number()) }),
})
export type List = z.infer<typeof List>

export const ListsReply = z.object({ lists: z.array(List) })
export type ListsReply = z.infer<typeof ListsReply>

export const ListQuery = z.object({
  /** What a new batch is for; nothing changes in one that is there. */
  kind: z.enum(['suspend', 'resign', 'delete']),
  source: z.enum(['paste', 'file']),
  name: z.string().trim().min(1).max(listNameLimit).optional(),
  /** The draft that gets the list; absent: a new one. */
  batchId: BatchId.optional(),
  /** `1`: instead of the lists that the draft has; else after them. */
  replace: z.enum(['0', '1']).optional(),
})
export type ListQuery = z.infer<typeof ListQuery>

export const ListParams = z.object({ batchId: BatchId, listId: z.string().min(1).max(64) })

export const ColumnsRequest = z.object({
  header: z.boolean(),
  idColumn: z.number().int().min(0).max(199),
  nameColumn: z.number().int().min(0).max(199).nullable(),
  idKind: IdKind,
})
export type ColumnsRequest = z.infer<typeof ColumnsRequest>
