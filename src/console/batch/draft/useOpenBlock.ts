import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { keep, kept } from '#console/session/kept.ts'
import type { Batch } from '#contract/batch.ts'

/** The three blocks on the way to a start. */
export type BlockName = 'list' | 'check' | 'confirm'

/** Whether the rows are known people already, so that there is nothing about the list to look at. */
function isPlain({ lists }: Batch): boolean {
  return lists.every(({ source }) => source === 'selection' || source === 'batch')
}

const keyOf = (batchId: number) => `batch-${batchId}-asked`

/** The block that a page about this batch begins with. */
function firstBlock(batch: Batch | null, mayEdit: boolean): BlockName {
  if (batch?.state === 'confirmed') return 'confirm'
  if (batch !== null && !mayEdit) return 'check'
  // Whoever had to sign in once more finds the question again.
  if (batch?.state === 'checked' && kept(keyOf(batch.batchId)) === true) return 'confirm'
  return batch?.state === 'checked' ? 'check' : 'list'
}

/** Some states have one block that can be open, whatever was chosen. */
function blockOf(chosen: BlockName, batch: Batch | null): BlockName {
  switch (batch?.state) {
    case undefined:
    case 'draft':
      return 'list'
    case 'checking':
      return chosen === 'confirm' ? 'check' : chosen
    // What was checked can still be read.
    case 'confirmed':
      return chosen === 'list' ? 'confirm' : chosen
    default:
      return chosen
  }
}

/**
 * Which block is open. A list that was read from a file or from pasted lines stays open until somebody
 * goes on, for its columns are to be looked at; people who were known already are followed by their
 * check as soon as there is one.
 */
export function useOpenBlock(batch: Batch | null, mayEdit: boolean) {
  const [chosen, choose] = useState<BlockName>(() => firstBlock(batch, mayEdit))
  const state = batch?.state
  const before = useRef(state)
  const goOn = useEffectEvent(() => {
    const isWriting = document.activeElement?.closest('[data-writing]') !== null
    if (chosen === 'list' && batch !== null && isPlain(batch) && !isWriting) choose('check')
  })
  useEffect(() => {
    const isOver = before.current === 'checking' && state === 'checked'
    const isSentBack = before.current === 'confirmed' && state === 'checked'
    const isConfirmed = before.current !== 'confirmed' && state === 'confirmed'
    before.current = state
    if (isOver) goOn()
    if (isConfirmed) choose('confirm')
    if (isSentBack) choose('check')
  }, [state])
  const batchId = batch?.batchId
  const isAsked = state === 'checked' && chosen === 'confirm'
  useEffect(() => {
    if (batchId !== undefined) keep(keyOf(batchId), isAsked || null, 'return')
  }, [batchId, isAsked])
  return { open: blockOf(chosen, batch), choose }
}
