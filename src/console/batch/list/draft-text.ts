import type { Batch, EditRequest } from '#contract/batch.ts'

/** What somebody writes about a batch. */
export type DraftText = { title: string; reason: string }

/** What stands in the draft on the server; nothing while there is none. */
export function textOf(batch: Pick<Batch, 'title' | 'reason'> | null): DraftText {
  return { title: batch?.title ?? '', reason: batch?.reason ?? '' }
}

/** What has to be saved so that the draft says what is written; null when it does. */
export function changeOf(written: DraftText, kept: DraftText): EditRequest | null {
  const title = written.title.trim()
  const reason = written.reason.trim()
  const change = {
    ...(title !== kept.title.trim() && { title }),
    ...(reason !== kept.reason.trim() && { reason }),
  }
  return Object.keys(change).length === 0 ? null : change
}

/** Whether both say the same, but for spaces around it. */
export function sameText(one: DraftText, other: DraftText): boolean {
  return changeOf(one, other) === null
}

/** The fields, as far as this page knows what is written, what was last saved, and what the server has. */
export type Fields = { written: DraftText; saved: DraftText; server: DraftText }

/**
 * Takes note of what the server has now. What was written elsewhere comes in, field by field, unless
 * there is something unsaved in it here: then that stays, to be saved over it.
 */
export function withServer({ written, saved, server }: Fields, now: DraftText): Fields {
  if (sameText(server, now)) return { written, saved, server }
  const unsaved = changeOf(written, saved) ?? {}
  return {
    written: {
      title: unsaved.title === undefined ? now.title : written.title,
      reason: unsaved.reason === undefined ? now.reason : written.reason,
    },
    saved: now,
    server: now,
  }
}
