import { departments, domain } from './company.ts'
import { faultyPeople } from './faulty-people.ts'
import { hrPeople } from './hr-people.ts'
import { inventPerson, type Logins } from './invent.ts'
import { type NamedPerson, namedPeople, userIdOf, usualTies } from './named-people.ts'
import { oddPeople } from './odd-people.ts'
import { operatorPeople } from './operators.ts'
import type { Person } from './person.ts'

/** Everybody who is there whatever the seed, in the order in which they stand in the directory. */
export const everyoneNamed: readonly NamedPerson[] = [
  ...namedPeople,
  ...faultyPeople,
  ...oddPeople,
  ...operatorPeople,
  ...hrPeople,
]

const minute = 60_000

function born(named: NamedPerson, number: number, began: Date): Person {
  const { profile, lastLoginMinutes = 60 * (number + 3), ties } = named
  const mailbox = profile.name.toLowerCase().replaceAll(' ', '.')
  const plain = /^[a-z.]+$/.test(mailbox) ? mailbox : `odd.person.${number}`
  return {
    userId: userIdOf(named),
    number,
    profile: {
      nickname: null,
      email: `${plain}@${domain}`,
      phone: `135${String(20_000_000 + number)}`,
      phoneCountryCode: '+86',
      externalId: `E${String(number).padStart(4, '0')}`,
      status: 'Activated',
      gender: 'U',
      emailVerified: true,
      phoneVerified: true,
      passwordLastSetAt: '2024-02-11T01:20:00.000Z',
      createdAt: '2023-05-08T02:00:00.000Z',
      updatedAt: '2025-06-02T02:00:00.000Z',
      statusChangedAt: null,
      lastLogin:
        lastLoginMinutes === null
          ? null
          : new Date(began.getTime() - lastLoginMinutes * minute).toISOString(),
      loginsCount: lastLoginMinutes === null ? 0 : 120 + number,
      userSourceType: 'adminCreated',
      ...profile,
    },
    ties: { ...usualTies, ...ties },
  }
}

function loginsBeside(people: readonly Person[]): Logins {
  const taken = new Map<string, number>()
  for (const { profile } of people) taken.set(profile.username ?? '', 1)
  return (login) => {
    const count = (taken.get(login) ?? 0) + 1
    taken.set(login, count)
    return count === 1 ? login : `${login}${count}`
  }
}

/**
 * The whole company: the named people, then invented ones until there are `users` people. The same
 * seed gives the same people, and more of them begin with the same ones.
 */
export function populate(seed: number, users: number, began: Date): Person[] {
  const people = everyoneNamed.map((named, number) => born(named, number, began))
  const logins = loginsBeside(people)
  for (let number = people.length; number < users; number += 1) {
    people.push(inventPerson(seed, number, began, logins))
  }
  return people
}

/** The department with this code; the company itself when there is none. */
export function departmentOf(code: string) {
  return departments.find((department) => department.code === code) ?? departments[0]
}
