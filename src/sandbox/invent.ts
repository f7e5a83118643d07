import { type Chance, chance, hashOf, type Some } from './chance.ts'
import {
  apps,
  departments,
  domain,
  groups,
  posts,
  resources,
  roles,
  type Source,
  sources,
} from './company.ts'
import { familyNames, givenNames, westernFamilyNames, westernGivenNames } from './names.ts'
import type { Identity, Person, Profile, Status, SyncRelation, Ties } from './person.ts'
import { identityOf, relationOf } from './source-identity.ts'

const day = 86_400_000
/** When the invented company's history ends; only sign-ins come after it. */
const epoch = Date.UTC(2025, 9, 31)

const userSources: Some<Profile['userSourceType']> = [
  'sync',
  'sync',
  'excel',
  'adminCreated',
  'register',
]

type Naming = Pick<Profile, 'name' | 'nickname' | 'gender'> & { login: string; mailbox: string }

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[^a-z.]/gi, (odd) => (odd === 'ø' ? 'o' : ''))
    .toLowerCase()

function named(draw: Chance): Naming {
  if (draw.often(0.72)) {
    const [family, familyCharacters] = draw.one(familyNames)
    const [given, givenCharacters, gender] = draw.one(givenNames)
    return {
      name: `${family} ${given}`,
      nickname: `${familyCharacters}${givenCharacters}`,
      gender,
      login: plain(`${family}${given}`),
      mailbox: plain(`${family}.${given}`),
    }
  }
  const [given, gender] = draw.one(westernGivenNames)
  const family = draw.one(westernFamilyNames)
  const login = plain(`${given}.${family}`)
  return { name: `${given} ${family}`, nickname: null, gender, login, mailbox: login }
}

/** Eight digits that no other number gives: 7,654,321 shares no factor with 100,000,000. */
const eightDigits = (number: number, seed: number) =>
  String((number * 7_654_321 + (hashOf(`digits ${seed}`) % 1e8)) % 1e8).padStart(8, '0')

/** Payroll numbers as companies have them: plain, with leading zeros, or looking like a phone. */
function payrollNumber(draw: Chance, number: number, seed: number): string | null {
  const kind = draw.below(10)
  if (kind < 4) return String(30_000 + number)
  if (kind < 7) return String(number + 1).padStart(8, '0')
  return kind < 9 ? `137${eightDigits(number, seed)}` : null
}

function statusOf(draw: Chance): Status {
  const at = draw.below(1000)
  if (at < 120) return 'Resigned'
  if (at < 170) return 'Suspended'
  if (at < 180) return 'Deactivated'
  return at < 183 ? 'Archived' : 'Activated'
}

/** Gives each login once: the second Li Wei is liwei2. */
export type Logins = (login: string) => string

/** Invents the person with this number. `began` is when the sandbox began: sign-ins are before it. */
export function inventPerson(seed: number, number: number, began: Date, logins: Logins): Person {
  const draw = chance(seed, number, 'profile')
  const { name, nickname, gender, login, mailbox } = named(draw)
  const username = logins(login)
  const status = statusOf(draw)
  const createdAt = epoch - draw.below(2400) * day - draw.below(day)
  const changedAt = status === 'Activated' ? null : epoch - draw.below(400) * day - draw.below(day)
  const userSourceType = draw.one(userSources)
  const seen = draw.often(0.9)
  const lastLogin =
    (changedAt ?? began.getTime()) - draw.below(40) ** 2 * (day / 20) - draw.below(day)
  const text = (instant: number) => new Date(instant).toISOString()
  const sequence = username.slice(login.length)
  return {
    userId: Math.floor(createdAt / 1000).toString(16) + draw.hex(16),
    number,
    profile: {
      name,
      nickname,
      username,
      email: draw.often(0.96) ? `${mailbox}${sequence}@${domain}` : null,
      phone: draw.often(0.85)
        ? `1${draw.one(['38', '39', '86'])}${eightDigits(number, seed)}`
        : null,
      phoneCountryCode: '+86',
      externalId: payrollNumber(draw, number, seed),
      status,
      gender,
      emailVerified: draw.often(0.7),
      phoneVerified: draw.often(0.6),
      passwordLastSetAt: draw.often(0.6) ? text(createdAt + draw.below(day)) : null,
      createdAt: text(Math.min(createdAt, changedAt ?? createdAt)),
      updatedAt: text(changedAt ?? createdAt),
      statusChangedAt: changedAt === null ? null : text(changedAt),
      lastLogin: seen ? text(lastLogin) : null,
      loginsCount: seen ? 1 + draw.below(900) : 0,
      userSourceType,
    },
  }
}

/** How an id looks at a source. */
function idAt(source: Source, type: string, draw: Chance, username: string): string {
  switch (source.provider) {
    case 'lark':
    case 'dingtalk':
      return `${type === 'openid' ? 'ou' : 'on'}_${draw.hex(16)}`
    case 'wechat':
      return `o6_${draw.hex(16)}`
    case 'github':
      return String(10_000_000 + draw.below(80_000_000))
    default:
      return `${username}@corp.${domain}`
  }
}

function identitiesOf(draw: Chance, { profile }: Person): Identity[] {
  const nameThere = profile.nickname ?? profile.name
  const shares = [0.5, 0.12, 0.1, 0.05, 0.15, 0.05, 0.06, 0.02]
  return sources
    .filter((_, i) => draw.often(shares[i] ?? 0))
    .flatMap((source) =>
      source.types.map((type) =>
        identityOf(source, type, idAt(source, type, draw, profile.username ?? 'x'), nameThere),
      ),
    )
}

function relationsOf(
  draw: Chance,
  person: Person,
  identities: readonly Identity[],
): SyncRelation[] {
  const nameThere = person.profile.nickname ?? person.profile.name
  const lark = identities.find(({ provider, type }) => provider === 'lark' && type === 'openid')
  const relations: SyncRelation[] = []
  if (lark && draw.often(0.6)) relations.push(relationOf('lark', lark.userIdInIdp, nameThere))
  if (draw.often(0.14)) {
    const id = `${person.profile.username}@corp.${domain}`
    relations.push(relationOf('active-directory', id, nameThere))
  }
  if (draw.often(0.03)) relations.push(relationOf('moka', draw.hex(12), nameThere))
  return relations
}

type SourceTies = Pick<Ties, 'identities' | 'syncRelations'>

/** The identities and relations that the person with this number was born with. */
export function inventSourceTies(seed: number, person: Person): SourceTies {
  const draw = chance(seed, person.number, 'sources')
  const identities = identitiesOf(draw, person)
  return { identities, syncRelations: relationsOf(draw, person, identities) }
}

/** All ties that the person with this number was born with. Somebody resigned has lost most. */
export function inventTies(seed: number, person: Person): Ties {
  const draw = chance(seed, person.number, 'ties')
  const fromSources = inventSourceTies(seed, person)
  if (person.profile.status === 'Resigned') {
    const none = { departments: [], roles: [], groups: [], posts: [], authorizations: [], apps: [] }
    return { ...fromSources, ...none }
  }
  const codes = (list: readonly { code: string }[], n: number) =>
    draw.several(list, n).map(({ code }) => code)
  return {
    ...fromSources,
    departments: codes(departments.slice(1), draw.often(0.25) ? 2 : 1),
    roles: ['employee', ...codes(roles.slice(1), draw.below(4))],
    groups: codes(groups, draw.below(4)),
    posts: draw.often(0.8) ? codes(posts, 1) : [],
    authorizations: codes(resources, draw.below(14)),
    apps: person.profile.lastLogin === null ? [] : codes(apps, draw.below(4)),
  }
}
