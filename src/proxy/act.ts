import type { ActReply } from '#contract/act.ts'
import { actingRoles } from '#contract/role.ts'
import { sameWords } from '#contract/typed-words.ts'
import type { Written } from '#genauth/genauth.ts'
import type { AsLongAs, OwnNames } from '#store/records.ts'
import { OverLimit, Stopped, Unentitled, UserBusy } from '#store/store.ts'
import type { Deed } from './deed.ts'
import { rightsHeld } from './deed.ts'
import { refuseStale } from './fresh.ts'
import { isReadOnly, readOnly, refuseHandsOff } from './guard.ts'
import type { Caller } from './handler.ts'
import type { Expected, Look } from './look-again.ts'
import { factsOf } from './look-again.ts'
import type { Answer } from './outcome.ts'
import { answerOf, lookUntilClear, outcomeOf } from './outcome.ts'
import { ownAllowance } from './own-allowance.ts'
import type { Reading } from './reading.ts'
import { readExistingUser, unreadParts } from './reading.ts'
import { Refused } from './refused.ts'
import { snapshotOf } from './snapshot.ts'
import { noLonger } from './unentitled.ts'
import { compareVersions, versionOf } from './version.ts'
import type { World } from './world.ts'

/** What somebody asks for, as it came in. */
export type Ask = {
  caller: Caller
  requestId: string
  userId: string
  version: string | undefined
  reason: string | undefined
  typed: string | undefined
  withoutPreview: boolean | undefined
  /** Only somebody who has just signed in may do this. */
  fresh: boolean
}

/**
 * The one door for danger: read again, check, write down, call, look again, write down what was seen.
 *
 * @param deedOf what is to be done, made from the user as just read. May refuse.
 * @returns how it ended; a second call is never sent.
 * Errors: `Refused`, and then nothing has been sent.
 */
export async function act(
  world: World,
  ask: Ask,
  deedOf: (reading: Reading) => Deed | Promise<Deed>,
): Promise<ActReply> {
  const { own, asLongAs } = await readStore(world, ask.caller)
  if (ask.fresh) refuseStale(world, ask.caller)
  const reading = await readExistingUser(world, ask.userId)
  refuseHandsOff(world.settings, own, reading.user)
  const { rightsUnseen } = refuseChanged(ask, reading)
  const deed = await deedOf(reading)
  refuseUnsaid(ask, deed, rightsUnseen)

  const expected: Expected = {
    action: deed.action,
    userId: reading.user.userId,
    target: deed.target,
    hadRights: rightsHeld(reading),
    endsSessions: deed.endsSessions,
  }
  const entryId = await recordIntent(world, ask, { reading, asLongAs }, deed, expected)
  const answer = await send(world, deed)
  const look = await lookUntilClear(world, expected, answer)
  return recordOutcome(world, ask.requestId, entryId, answer, look)
}

/**
 * Reads the store before anything else: who is acting, and what must still hold when it is written down.
 * @throws Refused `read_only`, `cannot_record`.
 */
async function readStore(
  world: World,
  { personId, sessionHash }: Caller,
): Promise<{ own: OwnNames; asLongAs: AsLongAs }> {
  try {
    if (await isReadOnly(world)) throw readOnly()
    const readAfter = await world.store.audit.lastSeq()
    const within = await ownAllowance(world, personId)
    const own = await world.store.people.ownNames(personId)
    return { own, asLongAs: { readAfter, within, sessionHash } }
  } catch (error) {
    throw notSent(world, error)
  }
}

/** Why nothing was sent, as people are told. */
function notSent({ settings }: World, error: unknown): Refused {
  if (error instanceof Refused) return error
  if (error instanceof Stopped) return readOnly()
  if (error instanceof Unentitled) return noLonger(error)
  if (error instanceof UserBusy) {
    return new Refused('user_busy', 'Somebody else is acting on this user, or just did.')
  }
  if (error instanceof OverLimit) {
    const allowance = { limit: error.allowance, windowMinutes: settings.actWindowMinutes }
    const { limit, windowMinutes } = allowance
    return new Refused(
      'approval_required',
      `These would be more users than the ${limit} that one person may act on within ${windowMinutes} minutes; a batch that a second person approves may.`,
      { allowance },
    )
  }
  return new Refused('cannot_record', 'It could not be written down, so nothing was sent.', {
    cause: error,
  })
}

function refuseChanged(ask: Ask, reading: Reading) {
  const comparison = compareVersions(ask.version ?? '', versionOf(reading))
  if (!comparison.same) {
    throw new Refused('changed', 'This user has changed since you looked.')
  }
  return comparison
}

function refuseUnsaid(ask: Ask, deed: Deed, rightsUnseen: boolean): void {
  if (deed.endsAccount && rightsUnseen && !ask.withoutPreview) {
    throw new Refused('preview_missing', 'Not everything that goes could be read.')
  }
  if (deed.reasonRequired && !ask.reason) {
    throw new Refused('reason_required', 'A reason or ticket is required.')
  }
  if (deed.words !== null && !sameWords(ask.typed ?? '', deed.words)) {
    throw new Refused('typed_words_differ', 'The typed words are not the ones asked for.')
  }
}

async function recordIntent(
  world: World,
  ask: Ask,
  { reading, asLongAs }: { reading: Reading; asLongAs: AsLongAs },
  deed: Deed,
  expected: Expected,
): Promise<number> {
  const { name, nickname, username, email, phone, externalId } = reading.user
  if (world.stopping.aborted) throw new Refused('stopping', 'The server is being stopped.')
  try {
    return await world.store.acts.recordIntent(
      {
        action: deed.action,
        userId: reading.user.userId,
        personId: ask.caller.personId,
        roles: actingRoles,
        requestId: ask.requestId,
        facts: {
          ...factsOf(expected),
          about: deed.about,
          calls: deed.before.length + deed.calls.length,
          found: { status: reading.user.status, readAt: reading.readAt.toISOString() },
          lacks: unreadParts(reading),
          withoutPreview: ask.withoutPreview ?? false,
        },
        personal: {
          who: ask.caller.name,
          whom: { name, nickname, username, email, phone, externalId },
          reason: ask.reason ?? null,
          typed: ask.typed ?? null,
        },
        snapshot: snapshotOf(reading),
      },
      world.clock.now().toISOString(),
      asLongAs,
    )
  } catch (error) {
    throw notSent(world, error)
  }
}

async function send(world: World, deed: Deed): Promise<Answer> {
  const before = await sendEach(world, deed.before)
  if (before.kind === 'not_applied') return before
  if (before.kind === 'ambiguous') return { ...before, sessionsOnly: true }
  const answer = await sendEach(world, deed.calls)
  const sessionsOnly = answer.kind === 'not_applied' && deed.before.length > 0
  return sessionsOnly ? { ...answer, sessionsOnly } : answer
}

async function sendEach(world: World, calls: Deed['calls']): Promise<Answer> {
  const sent: Written[] = []
  for (const call of calls) {
    if (world.stopping.aborted) return { kind: 'ambiguous', failure: null }
    const written = await call(world.genauth)
    sent.push(written)
    if (!written.ok) break
  }
  return answerOf(sent)
}

/** Writes down what was seen and answers it. What cannot be written down stays an open intent. */
async function recordOutcome(
  world: World,
  requestId: string | null,
  entryId: number,
  answer: Answer,
  look: Look,
): Promise<ActReply> {
  const outcome = outcomeOf(answer, look)
  const reply: ActReply = {
    outcome,
    seen: look.read ? look.seen : null,
    checkedAt: world.clock.now().toISOString(),
    answered: answer.kind,
    entryId,
    ...(answer.failure?.apiCode !== undefined && { apiCode: answer.failure.apiCode }),
    ...(answer.failure?.requestId !== undefined && {
      upstreamRequestId: answer.failure.requestId,
    }),
  }
  if (world.stopping.aborted && outcome === 'not_confirmed') return reply
  try {
    await world.store.acts.recordOutcome(
      {
        intentSeq: entryId,
        outcome,
        requestId,
        facts: {
          answered: answer.kind,
          statusCode: answer.failure?.statusCode ?? null,
          apiCode: answer.failure?.apiCode ?? null,
          upstreamRequestId: answer.failure?.requestId ?? null,
          seen: reply.seen,
        },
      },
      reply.checkedAt,
    )
    return reply
  } catch (error) {
    world.log.error(
      { err: error, entryId },
      'an outcome could not be recorded; its intent stays open',
    )
    return { ...reply, outcome: outcome === 'failed' ? 'failed' : 'not_confirmed' }
  }
}
