import type { BatchKind, EditRequest, ListKind } from '#contract/batch.ts'

/** What is done to everybody on the list. */
export type Doing = { kind: BatchKind; endSessions: boolean }

/** What a new batch is to do: what a list can be made for. */
export type Chosen = { kind: ListKind; endSessions: boolean }

/** Whether signed-in sessions end first where nobody says otherwise: the proxy presets the same. */
function endsSessionsFirst(kind: ListKind): boolean {
  return kind === 'resign'
}

/** What can be undone is what a new batch begins with. */
export const first: Chosen = { kind: 'suspend', endSessions: endsSessionsFirst('suspend') }

/**
 * What a draft that was just made lacks of what was chosen: its first row brought the kind along as it
 * was when it left, and no option.
 */
export function changeTo({ kind, endSessions }: Chosen, made: Doing): EditRequest | null {
  const isOther = kind !== made.kind
  const preset = isOther ? endsSessionsFirst(kind) : made.endSessions
  const lacksOption = kind !== 'suspend' && endSessions !== preset
  if (!isOther && !lacksOption) return null
  return { ...(isOther && { kind }), ...(lacksOption && { endSessions }) }
}

/** A change of the kind brings the option as that kind has it, here as on the server. */
export function withPreset<Change extends EditRequest>(change: Change) {
  const { kind } = change
  return kind === undefined ? change : { endSessions: endsSessionsFirst(kind), ...change }
}

/** What a change says of what is done, whatever else it says. */
export function doingIn({ kind, endSessions }: EditRequest): Partial<Doing> {
  return {
    ...(kind !== undefined && { kind }),
    ...(endSessions !== undefined && { endSessions }),
  }
}
