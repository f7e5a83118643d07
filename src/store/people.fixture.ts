import { friday, minutesLater } from './database.fixture.ts'
import type { NewIntent, Person, Session } from './records.ts'
import type { Store } from './store.ts'

/** Lin Yue, an operator, as her provider describes her. */
export const linYue = {
  iss: 'https://id.example.com',
  sub: 'lin-yue',
  name: 'Lin Yue',
  email: 'lin.yue@example.com',
  emailVerified: true,
  ownUserId: null,
  role: 'operator',
} as const satisfies Omit<Person, 'personId' | 'revoked'>

/** Signs Lin Yue in and answers her `personId`. */
export async function signInLinYue(store: Store): Promise<string> {
  const person = await store.people.signedIn(linYue, friday)
  return person.personId
}

/** What Lin Yue intends to do to a user: resign them, because HR said so. */
export function resignationOf(userId: string, personId: string): NewIntent {
  return {
    action: 'resignUser',
    userId,
    personId,
    roles: ['operator'],
    personal: { who: 'Lin Yue', name: 'Li Wei', reason: 'HR-2231', typed: 'liwei' },
    facts: { userIdType: 'user_id' },
    requestId: 'request-1',
    snapshot: { body: { summary: { name: 'Li Wei' }, roles: ['auditor'] }, lacks: ['groups'] },
  }
}

/** A session of eight hours that began on Friday at 18:00. */
export function sessionOf(personId: string): Session {
  return {
    sessionHash: 'hash of the session',
    sessionId: 'session-1',
    personId,
    createdAt: friday,
    expiresAt: minutesLater(480),
    lastSeenAt: friday,
    authTime: friday,
    agent: 'Firefox on Linux',
  }
}
