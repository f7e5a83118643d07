import type { IdentitySource, SyncRelation, WayIn } from '#contract/user.ts'
import { redact } from '#genauth/redact.ts'
import type { ExtIdpDto, IdentityDto, SyncRelationDto, UserDto } from '#genauth/wire.ts'

/** Sources that people bring along themselves; every other provider is the company's. */
const socialProviders: ReadonlySet<string> = new Set([
  'wechat',
  'google',
  'qq',
  'weibo',
  'github',
  'alipay',
  'apple',
  'baidu',
  'gitlab',
  'twitter',
  'facebook',
  'slack',
  'linkedin',
  'yidun',
  'qingcloud',
  'gitee',
  'instagram',
  'huawei',
  'honor',
  'xiaomi',
  'oppo',
  'amazon',
  'douyin',
  'kuaishou',
  'line',
])

const longestProfile = 8_000

/** Identities grouped by source, in the order in which GenAuth names the sources. */
export function identitySources(
  identities: readonly IdentityDto[],
  sources: ReadonlyMap<string, ExtIdpDto> | null,
): IdentitySource[] {
  const byId = Map.groupBy(identities, (identity) => identity.extIdpId)
  return [...byId].map(([extIdpId, own]) => {
    const provider = own[0]?.provider ?? 'unknown'
    return {
      extIdpId,
      provider,
      name: sources?.get(extIdpId)?.name ?? null,
      kind: socialProviders.has(provider) ? 'social' : 'enterprise',
      identities: own.map((identity) => ({
        identityId: identity.identityId,
        type: identity.type,
        userIdInIdp: identity.userIdInIdp,
        nameAtSource: nameIn(identity.userInfoInIdp),
        profile: profileText(identity.userInfoInIdp),
      })),
    }
  })
}

/** Sync relations as they are shown. */
export function syncRelations(relations: readonly SyncRelationDto[]): SyncRelation[] {
  return relations.map(({ provider, userIdInIdp, userInfoInIdp }) => ({
    provider,
    userIdInIdp,
    profile: profileText(userInfoInIdp),
  }))
}

/** How the user can sign in, as far as GenAuth tells: nothing is assumed of what it leaves out. */
export function waysIn(user: UserDto, sources: readonly IdentitySource[]): WayIn[] {
  const ways: WayIn[] = []
  if (user.passwordLastSetAt) ways.push({ kind: 'password', hint: null, extIdpId: null })
  if (user.phoneVerified && user.phone) {
    ways.push({ kind: 'sms', hint: user.phone.slice(-4), extIdpId: null })
  }
  if (user.emailVerified && user.email) ways.push({ kind: 'email', hint: null, extIdpId: null })
  for (const { extIdpId, name, provider } of sources) {
    ways.push({ kind: 'source', hint: name ?? provider, extIdpId })
  }
  return ways
}

/** Whether unlinking this source leaves no known way in. */
export function isLastWayIn(ways: readonly WayIn[], extIdpId: string): boolean {
  return ways.every((way) => way.extIdpId === extIdpId)
}

function profileText(profile: unknown): string | null {
  if (typeof profile === 'string') return profile === '' ? null : profile.slice(0, longestProfile)
  if (typeof profile !== 'object' || profile === null) return null
  if (Object.keys(profile).length === 0) return null
  return JSON.stringify(redact(profile), null, 2).slice(0, longestProfile)
}

function nameIn(profile: unknown): string | null {
  if (typeof profile !== 'object' || profile === null) return null
  for (const key of ['name', 'nickname', 'displayName', 'cn']) {
    const value: unknown = Reflect.get(profile, key)
    if (typeof value === 'string' && value !== '') return value.slice(0, 200)
  }
  return null
}
