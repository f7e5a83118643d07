import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useActKey } from '#console/call/act-key.ts'
import type { Problem } from '#console/call/problem.ts'
import { upload } from '#console/call/upload.ts'
import { announce } from '#console/frame/announce.tsx'
import { useWords } from '#console/words/language.tsx'
import type { ListKind } from '#contract/batch.ts'
import { listNameLimit } from '#contract/limits.ts'
import { type Unfit, unfitAmong, unfitLines } from './fit.ts'
import { keepLines } from './kept-text.ts'
import type { Draft } from './useDraft.ts'
import { listWords } from './words.ts'

/** What is to become a list: bytes, and the file's name where they come from a file. */
type Load = { name: string | null; bytes: ArrayBuffer; replace: boolean }

/** How what comes next stands to the list that is there. */
type Way = 'more' | 'replace'

/** How far a list is on its way: `name` as it is shown, `share` of its bytes from 0 to 1. */
export type OnItsWay = { name: string; share: number }

/** The ways in for files and pasted lines, and what becomes of them. */
export type Intake = {
  /** Somebody asked for more, or for something else, and has not given it yet. */
  way: Way | null
  setWay: (way: Way | null) => void
  /** A file for which nobody has said yet whether it replaces the list or comes after it. */
  asking: File | null
  onItsWay: OnItsWay | null
  /** Nothing was sent. */
  unfit: Unfit | null
  /** It was sent, and not taken. */
  problem: Problem | null
  retry: () => void
  /** Where there is a list already and nobody said which way, it is asked. */
  takeFiles: (files: readonly File[], hasFolder: boolean, way?: Way) => void
  /** Resolves to whether the lines were taken. */
  takeLines: (text: string) => Promise<boolean>
  /** Stops what is on its way, and forgets what is asked or went wrong. */
  cancel: () => void
}

/** Receives lists for a draft of this kind; the first one makes it. */
export function useIntake(draft: Draft, kind: ListKind): Intake {
  const words = useWords(listWords)
  const underKey = useActKey()
  const [way, setWay] = useState<Way | null>(null)
  const [asking, setAsking] = useState<File | null>(null)
  const [unfit, setUnfit] = useState<Unfit | null>(null)
  const [share, setShare] = useState(0)
  const [stopper, setStopper] = useState<AbortController | null>(null)
  const batchId = draft.batch?.batchId

  const adding = useMutation({
    mutationFn: async ({ name, bytes, replace }: Load) => {
      const query = {
        kind,
        source: name === null ? ('paste' as const) : ('file' as const),
        ...(name !== null && { name: name.slice(0, listNameLimit) }),
        ...(batchId !== undefined && { batchId }),
        replace: replace ? ('1' as const) : ('0' as const),
      }
      const stop = new AbortController()
      setStopper(stop)
      setShare(0)
      const contents = [query, bytes.byteLength, await digestOf(bytes)]
      return underKey(contents, (key) =>
        upload('addList', { query }, bytes, { key, signal: stop.signal, onProgress: setShare }),
      )
    },
    onSuccess: async (batch, { name }) => {
      const added = batch.lists.at(-1)
      setWay(null)
      keepLines('')
      announce(words.received(name ?? words.pasted, added?.rows ?? 0))
      await draft.learned(batch)
    },
  })
  const { variables, isPending, error } = adding
  const stopped = stopper?.signal.aborted === true

  const forget = () => {
    setAsking(null)
    setUnfit(null)
    adding.reset()
  }
  const send = async (file: File, replace: boolean) => {
    forget()
    try {
      // Into memory, so that another attempt sends the same bytes whatever becomes of the file.
      const bytes = await file.arrayBuffer()
      adding.mutate({ name: file.name, bytes, replace })
    } catch {
      setUnfit({ why: 'gone', name: file.name })
    }
  }
  const hasList = (draft.batch?.lists.length ?? 0) > 0
  return {
    way,
    setWay(next) {
      forget()
      if (next === null) keepLines('')
      setWay(next)
    },
    asking,
    onItsWay:
      isPending && variables !== undefined && !stopped
        ? { name: variables.name ?? words.pasted, share }
        : null,
    unfit,
    problem: stopped ? null : error,
    retry: () => {
      if (variables !== undefined) adding.mutate(variables)
    },
    takeFiles(files, hasFolder, chosen) {
      const [file] = files
      if (isPending) {
        if (file !== undefined) setUnfit({ why: 'busy', name: file.name })
        return
      }
      forget()
      const found = unfitAmong(files, hasFolder)
      const said = chosen ?? way ?? (hasList ? null : 'more')
      if (found !== null) setUnfit(found)
      else if (file !== undefined && said === null) setAsking(file)
      else if (file !== undefined) void send(file, said === 'replace')
    },
    async takeLines(text) {
      if (isPending) return false
      forget()
      const { buffer } = new TextEncoder().encode(text)
      const found = unfitLines(buffer.byteLength, words.pasted)
      if (found !== null) {
        setUnfit(found)
        return false
      }
      try {
        await adding.mutateAsync({ name: null, bytes: buffer, replace: way === 'replace' })
        return true
      } catch {
        // Told as `problem`.
        return false
      }
    },
    cancel() {
      stopper?.abort()
      forget()
    },
  }
}

/** Tells one list from another, so that the same one sent again is the same intent. */
async function digestOf(bytes: ArrayBuffer): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
