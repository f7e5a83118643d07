import { hashOf } from './chance.ts'
import { type Source, sources } from './company.ts'
import type { Identity, SyncRelation } from './person.ts'

/** Anything that looks like a token here is made of this, so that a leak is easy to find. */
const fakeToken = 'not-a-real-token'

/** The identity source with this code, as company.ts has it. */
export function sourceOf(code: string): Source {
  return sources.find((source) => source.code === code) ?? sources[0]
}

const hexOf = (text: string) => hashOf(text).toString(16).padStart(8, '0')

/**
 * One identity of a person under a source. Social ones carry tokens although GenAuth says that the
 * management side never returns them, because its own examples show them.
 */
export function identityOf(
  source: Source,
  type: string,
  userIdInIdp: string,
  nameAtSource: string,
): Identity {
  const tokens = {
    accessToken: `${fakeToken}-access-${userIdInIdp}`,
    refreshToken: `${fakeToken}-refresh-${userIdInIdp}`,
  }
  return {
    identityId: [1, 2, 3]
      .map((part) => hexOf(`${part} ${source.code} ${type} ${userIdInIdp}`))
      .join(''),
    extIdpId: source.id,
    provider: source.provider,
    type,
    userIdInIdp,
    userInfoInIdp: {
      name: nameAtSource,
      [type]: userIdInIdp,
      tenant: 'hanlin',
      access_token: `${fakeToken}-profile-${userIdInIdp}`,
    },
    ...(source.kind === 'social' && tokens),
    originConnIds: [source.id],
  }
}

/** What a directory knows about a person it keeps in step. */
export function relationOf(
  provider: string | null,
  userIdInIdp: string,
  nameThere: string,
): SyncRelation {
  return {
    provider,
    userIdInIdp,
    userInfoInIdp: { name: nameThere, id: userIdInIdp, department: 'Hanlin' },
  }
}
