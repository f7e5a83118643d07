import type { Failure, GenAuth } from '#genauth/genauth.ts'
import type { Store } from '#store/store.ts'
import type { Metrics } from './metrics.ts'
import type { MeasuredBy } from './metrics-door.ts'
import type { Clock, World } from './world.ts'

type Parts = Pick<World, 'store' | 'genauth'>

/**
 * Counts what goes through these parts from now on, where somebody set a token to read it with; the
 * library that counts is loaded only then.
 */
export async function measure(
  token: string | null,
  { store, genauth, settings, clock }: Parts & Pick<World, 'settings' | 'clock'>,
): Promise<Parts & { measured: MeasuredBy | null }> {
  if (token === null) return { store, genauth, measured: null }
  const { openMetrics } = await import('./metrics.ts')
  const metrics = openMetrics(async () => {
    const figures = await store.figures()
    return { ...figures, stopped: figures.stopped || settings.readOnly }
  })
  return {
    store: measuredStore(store, metrics),
    genauth: measuredGenAuth(genauth, metrics, clock),
    measured: { token, metrics },
  }
}

type Answer = { ok: true } | { ok: false; failure: Failure }

/** The same client, with each of its calls counted and timed. */
function measuredGenAuth(
  genauth: GenAuth,
  metrics: Pick<Metrics, 'asked'>,
  clock: Pick<Clock, 'monotonic'>,
): GenAuth {
  function timed<A extends unknown[], R extends Answer>(
    call: string,
    ask: (...given: A) => Promise<R>,
  ) {
    return async (...given: A): Promise<R> => {
      const began = clock.monotonic()
      const answer = await ask(...given)
      const failure = answer.ok ? null : answer.failure
      metrics.asked({ call, failure, ms: clock.monotonic() - began })
      return answer
    }
  }
  return {
    getUser: timed('getUser', genauth.getUser),
    getUserBatch: timed('getUserBatch', genauth.getUserBatch),
    listUsers: timed('listUsers', genauth.listUsers),
    getUserIdentities: timed('getUserIdentities', genauth.getUserIdentities),
    getUserSyncRelations: timed('getUserSyncRelations', genauth.getUserSyncRelations),
    getUserDepartments: timed('getUserDepartments', genauth.getUserDepartments),
    getUserRoles: timed('getUserRoles', genauth.getUserRoles),
    getUserGroups: timed('getUserGroups', genauth.getUserGroups),
    getUserPosts: timed('getUserPosts', genauth.getUserPosts),
    getUserAuthorizedResources: timed(
      'getUserAuthorizedResources',
      genauth.getUserAuthorizedResources,
    ),
    getUserLoggedInApps: timed('getUserLoggedInApps', genauth.getUserLoggedInApps),
    listExtIdp: timed('listExtIdp', genauth.listExtIdp),
    unlinkIdentity: timed('unlinkIdentity', genauth.unlinkIdentity),
    deleteUserSyncRelations: timed('deleteUserSyncRelations', genauth.deleteUserSyncRelations),
    updateUserStatuses: timed('updateUserStatuses', genauth.updateUserStatuses),
    kickUsers: timed('kickUsers', genauth.kickUsers),
    resignUser: timed('resignUser', genauth.resignUser),
    resignUsersBatch: timed('resignUsersBatch', genauth.resignUsersBatch),
    deleteUsersBatch: timed('deleteUsersBatch', genauth.deleteUsersBatch),
    probe: timed('probe', genauth.probe),
    close: genauth.close,
  }
}

/** The same store, with the outcomes counted that are recorded in it. */
function measuredStore(store: Store, metrics: Pick<Metrics, 'recorded'>): Store {
  const { acts, batches } = store
  return {
    ...store,
    acts: {
      ...acts,
      async recordOutcome(outcome, at) {
        const seq = await acts.recordOutcome(outcome, at)
        metrics.recorded([outcome.outcome])
        return seq
      },
    },
    batches: {
      ...batches,
      async recordOutcomes(batchId, outcomes, at) {
        await batches.recordOutcomes(batchId, outcomes, at)
        metrics.recorded(outcomes.map(({ outcome }) => outcome))
      },
    },
  }
}
