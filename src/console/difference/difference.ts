import type { AccessItem, User } from '#contract/user.ts'

/** The parts of a user that a version covers, as they are compared on the screen. */
export type Part =
  | 'status'
  | 'name'
  | 'otherName'
  | 'username'
  | 'email'
  | 'phone'
  | 'externalId'
  | 'waysIn'
  | 'identities'
  | 'syncRelations'
  | 'departments'
  | 'roles'
  | 'groups'
  | 'positions'
  | 'authorizations'

/** What one part has lost and gained; null: it could not be read. */
export type Change = { part: Part; gone: readonly string[] | null; come: readonly string[] | null }

type Items = readonly string[] | null

const rights = ['departments', 'roles', 'groups', 'positions', 'authorizations'] as const

function items<Item>(
  section: { state: 'read'; items: Item[] } | { state: 'unread' },
  write: (item: Item) => string,
): Items {
  return section.state === 'read' ? section.items.map(write) : null
}

const right = ({ name, code, namespace }: AccessItem) =>
  [namespace, code === null || code === name ? name : `${name} (${code})`]
    .filter(Boolean)
    .join(': ')

function partsOf(user: User): [Part, Items][] {
  const { summary } = user
  const one = (value: string | null): Items => (value === null ? [] : [value])
  return [
    ['status', one(summary.status)],
    ['name', one(summary.name)],
    ['otherName', one(summary.otherName)],
    ['username', one(summary.username)],
    ['email', one(summary.email)],
    ['phone', one([summary.phoneCountryCode, summary.phone].filter(Boolean).join(' ') || null)],
    ['externalId', one(summary.externalId)],
    ['waysIn', user.waysIn?.map((way) => way.hint ?? way.kind) ?? null],
    [
      'identities',
      items(user.identitySources, (source) =>
        source.identities
          .map(
            ({ type, userIdInIdp }) => `${source.name ?? source.provider} ${type} ${userIdInIdp}`,
          )
          .join('\n'),
      )?.flatMap((lines) => lines.split('\n')) ?? null,
    ],
    [
      'syncRelations',
      items(user.syncRelations, ({ provider, userIdInIdp }) => `${provider ?? '?'}:${userIdInIdp}`),
    ],
    ...rights.map((kind): [Part, Items] => [kind, items(user.access[kind], right)]),
  ]
}

function lost(before: readonly string[], after: readonly string[]): readonly string[] {
  const left = [...after]
  return before.filter((item) => {
    const at = left.indexOf(item)
    if (at === -1) return true
    left.splice(at, 1)
    return false
  })
}

/** What is otherwise now than when somebody looked, part by part. */
export function difference(before: User, now: User): readonly Change[] {
  const after = new Map(partsOf(now))
  return partsOf(before).flatMap(([part, was]) => {
    const is = after.get(part) ?? null
    if (was === null || is === null) {
      return was === is ? [] : [{ part, gone: was, come: is }]
    }
    const gone = lost(was, is)
    const come = lost(is, was)
    return gone.length === 0 && come.length === 0 ? [] : [{ part, gone, come }]
  })
}
