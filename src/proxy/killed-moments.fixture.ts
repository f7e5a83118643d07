import type { Fault } from '#sandbox/fault.ts'

/** What is under way when a process is killed. */
type Scene = 'listing' | 'confirming' | 'starting' | 'running' | 'looking again'

/** A moment at which a process ends without a goodbye. */
export type Moment = {
  /** Of the tap at which it ends. */
  at: string
  /** Which time it comes by; absent: the first. */
  nth?: number
  /** Absent: a batch is running. */
  scene?: Scene
  /** Somebody presses this when a tap comes by for the first time. */
  press?: { at: string; what: 'pause' | 'stop' }
  /** What goes wrong at GenAuth with the call about the first of the list. */
  fault?: Omit<Partial<Fault>, 'behave'> & Pick<Fault, 'behave'>
  /** The first of the list has used up its two sends, one of which never left. */
  usedUp?: true
  /** The process that goes on is killed, too, at these taps, one after the other. */
  again?: readonly { at: string; nth?: number }[]
}

const once = { times: 1 } as const
const lost = { at: 'during the call', fault: { behave: 'hang', ...once } } as const satisfies Moment
/** After the next process has begun, before it may take anything for settled. */
const appliedLate: Moment['fault'] = { behave: 'late', delayMs: 2_800, ...once }

/** Moments of drafting, at which nothing has been sent. */
export const draftMoments: Readonly<Record<string, Moment>> = {
  'before the list is kept': { scene: 'listing', at: 'before the list' },
  'after the list was kept': { scene: 'listing', at: 'after the list' },
  'before rows are made from the list': { scene: 'listing', at: 'before the rows' },
  'after rows were made from the list': { scene: 'listing', at: 'after the rows' },
  'while checking, before the verdicts': { scene: 'listing', at: 'before the verdicts' },
  'while checking, after the verdicts': { scene: 'listing', at: 'after the verdicts' },
  'while confirming, before it is written': { scene: 'confirming', at: 'before the confirmation' },
  'while confirming, after it was written': { scene: 'confirming', at: 'after the confirmation' },
  'before the start is written': { scene: 'starting', at: 'before the start' },
  'after the start was written': { scene: 'starting', at: 'after the start' },
}

/** Moments around a call and its outcome, and while nothing is sent: where kinds could differ. */
export const callMoments: Readonly<Record<string, Moment>> = {
  'before the first intents': { at: 'before the intents' },
  'after the first intents': { at: 'after the intents' },
  'before the bytes leave': { at: 'before the call' },
  'during a call that never takes effect': lost,
  'during a call that takes effect after the death': { ...lost, fault: appliedLate },
  'during a call that took effect and is not answered': {
    ...lost,
    fault: { ...lost.fault, afterApplying: true },
  },
  'after the answer came': { at: 'after the call' },
  'before the read-back': { at: 'before the read-back' },
  'in the middle of the read-back': { at: 'after the read-back' },
  'before the outcomes of the canary': { at: 'before the outcomes' },
  'after the outcomes of the canary': { at: 'after the outcomes' },
  'before the canary has passed': { at: 'before the canary mark' },
  'after the canary has passed': { at: 'after the canary mark' },
  'before the second intents': { at: 'before the intents', nth: 2 },
  'after the second intents': { at: 'after the intents', nth: 2 },
  'after the second answer': { at: 'after the call', nth: 2 },
  'before the last outcomes': { at: 'before the outcomes', nth: 2 },
  'while an unclear answer is waited for': {
    at: 'before the wait for what is unclear',
    fault: { behave: 'html', ...once },
  },
  'after an unclear answer, before its outcomes': {
    at: 'before the outcomes',
    fault: { behave: 'reset', afterApplying: true, ...once },
  },
  'before a second, lone send': {
    at: 'before the intents',
    nth: 2,
    fault: { behave: 'lie', ...once },
  },
  'after the answer to a second, lone send': {
    at: 'after the call',
    nth: 2,
    fault: { behave: 'lie', ...once },
  },
  'while paused': { at: 'while paused', press: { at: 'after the outcomes', what: 'pause' } },
  'twice, in the wait for what was left': {
    at: 'after the intents',
    again: [{ at: 'before the wait for what was left' }],
  },
  'twice, at the look at what was left': {
    ...lost,
    again: [{ at: 'after the look at what was left' }],
  },
}

/** Moments at which every kind does the same, so that one of them is enough. */
export const commonMoments: Readonly<Record<string, Moment>> = {
  'before the fence is taken': { at: 'before the fence' },
  'after the fence was taken': { at: 'after the fence' },
  'before the first look': { at: 'before the look' },
  'after the first look': { at: 'after the look' },
  'between the last outcomes and the end': { at: 'before the end' },
  'after the end': { at: 'after the end' },
  'after the intent of a second, lone send': {
    at: 'after the intents',
    nth: 2,
    fault: { behave: 'lie', ...once },
    usedUp: true,
  },
  'after a pause was asked for, before the outcomes': {
    at: 'before the outcomes',
    press: { at: 'before the read-back', what: 'pause' },
  },
  'while stopping, before the outcomes': {
    at: 'before the outcomes',
    press: { at: 'before the read-back', what: 'stop' },
  },
  'while stopping, before the rest is told': {
    at: 'before the rest',
    press: { at: 'after the outcomes', what: 'stop' },
  },
  'while stopping, after the rest was told': {
    at: 'before the end',
    press: { at: 'after the outcomes', what: 'stop' },
  },
  'twice, before the outcomes of what was left': {
    at: 'after the call',
    again: [{ at: 'before the outcomes of what was left' }],
  },
  'three times, around the outcomes of what was left': {
    at: 'after the intents',
    again: [{ at: 'after the outcomes of what was left' }, { at: 'after the intents' }],
    usedUp: true,
  },
  'while looking again, before it is asked for': {
    scene: 'looking again',
    at: 'before the asking to look again',
  },
  'while looking again, before it is written': {
    scene: 'looking again',
    at: 'before the later looks',
  },
  'while looking again, after it was written': {
    scene: 'looking again',
    at: 'after the later looks',
  },
}

/** Moments of ending sessions before the act itself. */
export const sessionMoments: Readonly<Record<string, Moment>> = {
  'before the intents to end sessions': { at: 'before the intents of signing out' },
  'after the intents to end sessions': { at: 'after the intents of signing out' },
  'before the bytes of a kick leave': { at: 'before the call that signs out' },
  'after a kick was answered': { at: 'after the call that signs out' },
  'while reading that sessions have ended': { at: 'after the look after signing out' },
  'before the outcomes of ended sessions': { at: 'before the outcomes of signing out' },
  'after the outcomes of ended sessions': { at: 'after the outcomes of signing out' },
  'after sessions were ended, before the intents of the act': { at: 'before the intents' },
  'after sessions were ended, after the intents of the act': { at: 'after the intents' },
  'during a kick that takes effect after the death': {
    at: 'during the call that signs out',
    fault: appliedLate,
  },
  'during a kick that took effect and is not answered': {
    at: 'during the call that signs out',
    fault: { behave: 'hang', afterApplying: true, ...once },
  },
}

/** Every moment by its name. */
export const moments: Readonly<Record<string, Moment>> = {
  ...draftMoments,
  ...callMoments,
  ...commonMoments,
  ...sessionMoments,
}
