import type { Live } from '#console/batch/live.ts'
import { useBatchAct } from '#console/batch/useBatchAct.ts'
import { call } from '#console/call/call.ts'
import type { Problem } from '#console/call/problem.ts'

/** What can be done with a run: pause it, go on with it, stop it for good. */
type Steering = 'pause' | 'goOn' | 'stop'

/** One of the three at a time. */
export type Steer = Record<Steering, () => void> & {
  /** What is being asked of the server now. */
  busy: Steering | null
  /** What the server did not do, and why. */
  failed: { what: Steering; problem: Problem } | null
}

/** Pausing and stopping a batch, and going on with a paused one. */
export function useSteer({ batch: { batchId, fingerprint } }: Live): Steer {
  const params = { batchId }
  const pausing = useBatchAct(batchId, (_, key) =>
    call('pauseBatch', { params, body: {} }, { key }),
  )
  const stopping = useBatchAct(batchId, (_, key) =>
    call('stopBatch', { params, body: {} }, { key }),
  )
  const goingOn = useBatchAct(batchId, (frozen: string, key) =>
    call('startBatch', { params, body: { fingerprint: frozen } }, { key }),
  )
  const acts = { pause: pausing, goOn: goingOn, stop: stopping }
  const names = ['pause', 'goOn', 'stop'] as const
  const busy = names.find((name) => acts[name].isPending) ?? null
  const once = (send: () => void) => () => {
    if (busy !== null) return
    for (const name of names) acts[name].reset()
    send()
  }
  return {
    pause: once(() => pausing.mutate()),
    stop: once(() => stopping.mutate()),
    goOn: once(() => {
      if (fingerprint !== null) goingOn.mutate(fingerprint)
    }),
    busy,
    failed:
      names.flatMap((what) => {
        const { error } = acts[what]
        return error === null ? [] : [{ what, problem: error }]
      })[0] ?? null,
  }
}
