import { allowanceHeader } from '#contract/limits.ts'
import type { Refusal } from '#contract/refusal.ts'
import { refusals } from '#contract/refusal.ts'
import { isDatabaseAway } from '#store/database-away.ts'
import { CannotRecord, OverLimit, Stopped, Superseded, Unentitled, UserBusy } from '#store/store.ts'
import type { Metrics } from './metrics.ts'
import { Refused } from './refused.ts'
import type { Exchange } from './request-facts.ts'
import { noLonger } from './unentitled.ts'
import type { World } from './world.ts'

/** Whatever went wrong as one of the refusals of the contract. */
function refusalFor(error: unknown): Refused {
  if (error instanceof Refused) return error
  if (error instanceof CannotRecord) {
    return new Refused('cannot_record', 'It could not be written down, so nothing was sent.', {
      cause: error,
    })
  }
  if (isDatabaseAway(error)) {
    return new Refused(
      'database_silent',
      'The database does not answer. Look again before repeating anything.',
      { cause: error },
    )
  }
  if (error instanceof Unentitled) return noLonger(error)
  if (error instanceof UserBusy) {
    return new Refused('user_busy', 'Another act on this user has not ended yet.')
  }
  if (error instanceof Stopped) {
    return new Refused('read_only', 'Everything is stopped: nothing is sent to GenAuth.')
  }
  if (error instanceof OverLimit) {
    return new Refused('approval_required', 'For so many users a second person has to approve.')
  }
  if (error instanceof Superseded) {
    return new Refused('wrong_state', 'This is no longer possible in the present state.')
  }
  return new Refused('internal', 'Something went wrong in Leaver Desk.', { cause: error })
}

/** The body of an error answer. */
export function refusalBody(refused: Refused, requestId: string): Refusal {
  const { code, message, apiCode, upstreamRequestId } = refused
  return {
    code,
    message,
    requestId,
    ...(apiCode !== undefined && { apiCode }),
    ...(upstreamRequestId !== undefined && { upstreamRequestId }),
  }
}

/** Answers an error as JSON; its private cause goes to the log only. */
export function answerRefusal(world: World, metrics: Metrics | null) {
  return (error: unknown, c: Exchange): Response => {
    const refused = refusalFor(error)
    const requestId = c.get('requestId')
    // Not `code`: that is what the log hides, since it is the name of what a provider sends back.
    const facts = { requestId, refusal: refused.code, route: c.get('route') }
    metrics?.refused(refused.code)
    if (refused.code === 'internal') world.log.error({ ...facts, err: refused.cause }, 'failed')
    else if (refused.cause) world.log.warn({ ...facts, err: refused.cause }, 'refused')
    else world.log.debug(facts, 'refused')
    if (refused.allowance) c.header(allowanceHeader, JSON.stringify(refused.allowance))
    return c.json(refusalBody(refused, requestId), refusals[refused.code])
  }
}
