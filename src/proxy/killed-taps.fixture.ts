import type { GenAuth, Written } from '#genauth/genauth.ts'
import type { BatchStore } from '#store/batch-store.ts'
import type { World } from './world.ts'

/** Told of each step just before and just after it, in words; what it waits for, the step waits for. */
export type Tap = (moment: string) => Promise<void>

/** What reads are for now, which nothing but what was done before them can tell. */
type Stage =
  | 'the look'
  | 'the read-back'
  | 'the look after signing out'
  | 'the look at what was left'

const longWaitMs = 2_000

/** A world whose steps are told. What they do is not changed. */
export function tappedWorld(world: World, tap: Tap): World {
  const stage: { now: Stage } = { now: 'the look' }
  const { store, genauth, clock } = world
  const around = tellingTo(tap)
  return {
    ...world,
    store: {
      ...store,
      acts: {
        ...store.acts,
        async open(of) {
          const open = await store.acts.open(of)
          if (typeof of?.batchId === 'number' && open.length > 0) {
            stage.now = 'the look at what was left'
          }
          return open
        },
      },
      batches: tappedBatches(store.batches, stage, around),
    },
    genauth: tappedGenAuth(genauth, stage, tap, around),
    clock: {
      ...clock,
      sleep: around(clock.sleep, ([ms]) => {
        if (stage.now === 'the look') return null
        return ms >= longWaitMs ? 'the wait for what was left' : 'the wait for what is unclear'
      }),
    },
  }
}

type Work<A extends unknown[], R> = (...of: A) => Promise<R>
type Around = <A extends unknown[], R>(
  work: Work<A, R>,
  stepOf: (of: NoInfer<A>) => string | null,
) => Work<A, R>

function tellingTo(tap: Tap): Around {
  return (work, stepOf) =>
    async (...of) => {
      const step = stepOf(of)
      if (step !== null) await tap(`before ${step}`)
      const result = await work(...of)
      if (step !== null) await tap(`after ${step}`)
      return result
    }
}

function tappedBatches(batches: BatchStore, stage: { now: Stage }, around: Around): BatchStore {
  const outcomes = around(batches.recordOutcomes, () => `the outcomes${suffix(stage.now)}`)
  return {
    ...batches,
    create: around(batches.create, () => 'the list'),
    addRows: around(batches.addRows, () => 'the rows'),
    freezeRows: around(batches.freezeRows, () => 'the confirmation'),
    takeFence: around(batches.takeFence, () => 'the fence'),
    askRecheck: around(batches.askRecheck, () => 'the asking to look again'),
    recordChecks: around(batches.recordChecks, () => 'the later looks'),
    change: around(batches.change, ([, , { canaryAt, state }]) => {
      if (canaryAt) return 'the canary mark'
      if (state === 'running') return 'the start'
      return state === 'finished' || state === 'stopped' ? 'the end' : null
    }),
    patchRows: around(batches.patchRows, ([, [patch]]) => {
      if (patch?.verdict) return 'the verdicts'
      return patch?.outcome === 'not_started' ? 'the rest' : null
    }),
    recordIntents: around(batches.recordIntents, ([, , [first]]) => {
      stage.now = first?.aside ? 'the look after signing out' : 'the read-back'
      return `the intents${suffix(stage.now)}`
    }),
    async recordOutcomes(...of) {
      await outcomes(...of)
      stage.now = 'the look'
    },
  }
}

function suffix(stage: Stage): string {
  if (stage === 'the look at what was left') return ' of what was left'
  return stage === 'the look after signing out' ? ' of signing out' : ''
}

function tappedGenAuth(genauth: GenAuth, stage: { now: Stage }, tap: Tap, around: Around): GenAuth {
  const look = () => stage.now
  const sending = <A extends unknown[]>(call: string, work: Work<A, Written>) =>
    around(
      async (...of: A) => {
        const going = work(...of)
        await tap(`during ${call}`)
        return going
      },
      () => call,
    )
  return {
    ...genauth,
    getUser: around(genauth.getUser, look),
    getUserBatch: around(genauth.getUserBatch, look),
    getUserLoggedInApps: around(genauth.getUserLoggedInApps, look),
    updateUserStatuses: sending('the call', genauth.updateUserStatuses),
    resignUsersBatch: sending('the call', genauth.resignUsersBatch),
    deleteUsersBatch: sending('the call', genauth.deleteUsersBatch),
    kickUsers: sending('the call that signs out', genauth.kickUsers),
  }
}
