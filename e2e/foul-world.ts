import { UpdateUserReqDto } from 'authing-node-sdk/dist/models/UpdateUserReqDto.js'
import { type Foul, foulGenauth } from './foul-genauth.ts'
import { everyPayload, payloads } from './payloads.ts'
import { startWorld, type World } from './world.ts'

/** A world in which everything that GenAuth says of people is a payload. */
export type FoulWorld = World & {
  /** The user id of whoever has this one for a name and for every identifier. */
  idOf(payload: string): string
  /** From now on GenAuth refuses everything, in words of its own; or answers again. */
  refuse(refusing: boolean): void
}

/** The number that three of the people share, each as another identifier. */
export const shared = '7700123'

/** Fields of an answer that hold words for people to read. */
const wordy = [
  'name nickname displayName description code appName appLogo appLoginUrl logo photo type',
  'provider userIdInIdp userInfoInIdp namespace resourceCode',
].flatMap((line) => line.split(' '))

/** Calls whose answers are about people themselves: those were given their words by an update. */
const aboutPeople = /^(get-user|get-user-batch|list-users|update-user)$/

/** What a source tells of somebody: a field for each payload, named by one. */
function foulProfile() {
  const fields = everyPayload.flatMap((payload, at) => [
    [`field ${at} ${payload.slice(0, 40)}`, payload],
  ])
  return JSON.parse(
    JSON.stringify({ ...Object.fromEntries(fields), picture: payloads.address }).replace(
      '{',
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":2}},',
    ),
  )
}

/** The same words at the same place of the same answer, so that nobody seems to have changed. */
const foul: Foul = (call, answer) => {
  if (aboutPeople.test(call)) return answer
  let next = call.length
  const spoilt = (value: unknown, key: string): unknown => {
    if (key === 'userInfoInIdp') return { ...foulProfile(), name: payloads.image }
    if (Array.isArray(value)) return value.map((item) => spoilt(item, key))
    if (typeof value === 'object' && value !== null) return fields(value)
    if (typeof value !== 'string' || !wordy.includes(key)) return value
    next += 1
    return everyPayload[next % everyPayload.length]
  }
  const fields = (record: object) =>
    Object.fromEntries(Object.entries(record).map(([key, value]) => [key, spoilt(value, key)]))
  return spoilt(answer, '')
}

/** A payload of printable characters alone: an id of a request may have no others. */
export const refusedAs = '<img/data-payload/src=x/onerror=window.fired=11>'

/** A refusal whose every word is a payload. */
const refusal = {
  statusCode: 403,
  apiCode: 4031,
  message: payloads.script,
  requestId: refusedAs,
  data: null,
}

/** Makes somebody of each payload, out of people who may be acted on. */
async function plant(world: World): Promise<ReadonlyMap<string, string>> {
  const liWei = await world.person('li-wei')
  const named = new Set((await world.people()).map(({ userId }) => userId))
  const { data } = await world.genauth.listUsers({
    options: { pagination: { page: 2, limit: 50 } },
  })
  const others = data.list
    .filter(({ userId, status }) => `${status}` !== 'Resigned' && !named.has(userId))
    .map(({ userId }) => userId)
  // The first of them has identities, relations and sessions.
  const free = [liWei.userId, ...others]
  const ids = await Promise.all(
    Object.entries(payloads).map(async ([name, payload], at) => {
      const userId = free[at] ?? ''
      const answer = await world.genauth.updateUser({
        userId,
        status: UpdateUserReqDto.status.ACTIVATED,
        name: payload,
        nickname: `Payload ${name}: ${payload}`,
        email: payload,
        username: name === 'vector' ? shared : payload,
        externalId: name === 'script' ? shared : payload,
        ...(name === 'image' && { phone: shared }),
        photo: payloads.address,
        profile: payloads.address,
        website: payloads.data.slice(0, 1000),
        company: payload.slice(0, 1000),
      })
      if (answer.statusCode !== 200) throw new Error(`${name}: ${answer.message}`)
      return [name, userId] as const
    }),
  )
  return new Map(ids)
}

/** Starts a world of payloads; `also` is for the product's environment. */
export async function startFoulWorld(
  users: number,
  also: Record<string, string> = {},
): Promise<FoulWorld> {
  const ends: (() => Promise<void>)[] = []
  const end = async () => {
    for (const each of ends.toReversed()) await each()
  }
  let refusing = false
  const speak: Foul = (call, answer) => (refusing ? refusal : foul(call, answer))
  try {
    const world = await startWorld(users, async (genauth) => {
      const mouth = await foulGenauth(genauth, speak)
      ends.push(mouth.end)
      return { ...also, GENAUTH_HOST: mouth.url }
    })
    ends.push(world.end)
    const ids = await plant(world)
    return {
      ...world,
      end,
      idOf: (payload) => ids.get(payload) ?? '',
      refuse(wanted) {
        refusing = wanted
      },
    }
  } catch (error) {
    await end()
    throw error
  }
}
