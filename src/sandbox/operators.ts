import type { NamedPerson } from './named-people.ts'

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
