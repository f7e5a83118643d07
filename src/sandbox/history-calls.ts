import { z } from 'zod'
import { reply } from './answer.ts'
import { readOf } from './call.ts'
import { chance } from './chance.ts'
import { apps } from './company.ts'
import { Limit, optionalNumber, optionalText, Page } from './parameter.ts'
import type { Person } from './person.ts'

const longest = 60
const hour = 3_600_000

/** The last sign-ins of a person, the newest first. */
function signIns({ profile, userId }: Person) {
  if (profile.lastLogin === null) return []
  const draw = chance(userId, 'sign-ins')
  let time = Date.parse(profile.lastLogin)
  return Array.from({ length: Math.min(profile.loginsCount, longest) }, () => {
    const { appId, appName, appLoginUrl } = draw.one(apps)
    const signIn = {
      appId,
      appName,
      appLogo: '',
      appLoginUrl,
      clientIp: `192.0.2.${1 + draw.below(254)}`,
      userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/141.0.0.0',
      time: new Date(time).toISOString(),
    }
    time -= hour * (1 + draw.below(60))
    return signIn
  })
}

/** When and where somebody signed in. `start` and `end` are milliseconds. */
export const historyCalls = [
  readOf(
    'get-user-login-history',
    z.object({
      appId: optionalText,
      clientIp: optionalText,
      start: optionalNumber,
      end: optionalNumber,
      page: Page,
      limit: Limit,
    }),
    (person, { appId, clientIp, start, end, page, limit }) => {
      const found = signIns(person).filter(
        (signIn) =>
          (appId === undefined || signIn.appId === appId) &&
          (clientIp === undefined || signIn.clientIp === clientIp) &&
          (start === undefined || Date.parse(signIn.time) >= start) &&
          (end === undefined || Date.parse(signIn.time) <= end),
      )
      const from = (page - 1) * limit
      return reply({ totalCount: found.length, list: found.slice(from, from + limit) })
    },
    { totalCount: 0, list: [] },
  ),
]
