import type { Some } from './chance.ts'
import { type NamedPerson, userIdOf } from './named-people.ts'

/** The people who may sign in to the console. They stand in the directory like everybody else. */
export const operatorPeople: readonly NamedPerson[] = [
  {
    key: 'sun-tao',
    about: 'Signs in here as viewer',
    profile: { name: 'Sun Tao', nickname: '孙涛', username: 'suntao', gender: 'M' },
    ties: { departments: ['people'], posts: ['accountant'] },
  },
  {
    key: 'chen-jing',
    about: 'Signs in here as operator',
    profile: { name: 'Chen Jing', nickname: '陈静', username: 'chenjing', gender: 'F' },
    ties: { departments: ['it'], posts: ['it-administrator'] },
  },
  {
    key: 'lin-mei',
    about: 'Signs in here as another operator',
    profile: { name: 'Lin Mei', nickname: '林梅', username: 'linmei', gender: 'F' },
    ties: { departments: ['it'], posts: ['it-administrator'] },
  },
  {
    key: 'wang-lan',
    about: 'Signs in here as approver',
    profile: { name: 'Wang Lan', nickname: '王岚', username: 'wanglan', gender: 'F' },
    ties: { departments: ['it'], posts: ['it-administrator'] },
  },
]

export type OperatorRole = 'viewer' | 'operator' | 'approver'

/** Somebody who may sign in to the console; in both languages of the sign-in page. */
export type Operator = {
  key: string
  /** The subject: for people in the directory their user id. */
  sub: string
  name: string
  chineseName: string
  email: string
  role: OperatorRole | null
  may: { en: string; zh: string }
}

const operator = (key: string, role: OperatorRole, en: string, zh: string): Operator => {
  const person = operatorPeople.find((someone) => someone.key === key)
  const name = person?.profile.name ?? key
  return {
    key,
    sub: person ? userIdOf(person) : key,
    name,
    chineseName: person?.profile.nickname ?? name,
    email: `${name.toLowerCase().replace(' ', '.')}@hanlin.example`,
    role,
    may: { en, zh },
  }
}

/** The four to pick from. */
export const operators: Some<Operator> = [
  operator('sun-tao', 'viewer', 'finds and reads', '查找和查看'),
  operator('chen-jing', 'operator', 'acts, prepares and runs batches', '执行操作，准备并运行批次'),
  operator('lin-mei', 'operator', 'acts beside Chen Jing', '与陈静一同操作'),
  operator('wang-lan', 'approver', 'approves, never their own', '审批他人的批次'),
]

/** Somebody who can sign in and may do nothing. */
export const guest: Operator = {
  key: 'guest',
  sub: 'guest',
  name: 'Guest',
  chineseName: '访客',
  email: 'guest@hanlin.example',
  role: null,
  may: { en: 'may sign in, has no role', zh: '可以登录，但没有角色' },
}
