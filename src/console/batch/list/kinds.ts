import type { ListKind } from '#contract/batch.ts'

/** What a list can be made for, the mildest first. */
export const kinds = ['suspend', 'resign', 'delete'] as const satisfies readonly ListKind[]
