import { resources } from './company.ts'
import { idOf } from './keys.ts'
import type { Profile, Ties } from './person.ts'
import { identityOf, relationOf, sourceOf } from './source-identity.ts'

/** What sets a named person apart; everything left out is as usual for a person of the company. */
export type NamedPerson = {
  key: string
  /** What this person is there for. */
  about: string
  /** Absent: drawn from the key. */
  userId?: string
  profile: Partial<Profile> & { name: string; username: string }
  /** Minutes before the sandbox began; null: never. */
  lastLoginMinutes?: number | null
  ties?: Partial<Ties>
}

/** The user id of a named person. */
export const userIdOf = ({ key, userId }: NamedPerson) => userId ?? idOf(`person ${key}`)

/** What most people have, so that resigning any of them takes something away. */
export const usualTies: Ties = {
  identities: [],
  syncRelations: [],
  departments: ['platform'],
  roles: ['employee', 'vpn-full'],
  groups: ['all-hands'],
  posts: ['engineer'],
  authorizations: ['default-orders', 'default-dashboard', 'billing-invoices'],
  apps: ['portal', 'mail'],
}

/** What resigning leaves: the profile. */
export const resigned = { status: 'Resigned', statusChangedAt: '2025-09-05T09:30:00.000Z' } as const
/** What resigning leaves of the ties that it takes. */
export const noTies = {
  departments: [],
  roles: [],
  groups: [],
  posts: [],
  authorizations: [],
  apps: [],
}

/** The two identities that one sign-in through Feishu makes. */
export const feishu = (openId: string, unionId: string, name: string) => [
  identityOf(sourceOf('feishu'), 'openid', openId, name),
  identityOf(sourceOf('feishu'), 'unionid', unionId, name),
]

/** The people of the stories: the same whatever the seed. */
export const namedPeople: readonly NamedPerson[] = [
  {
    key: 'li-wei',
    about: 'Feishu with two identities, WeChat, password, SMS, one lark relation, much access',
    userId: '65f1c0a94be2d7831e0a9c42',
    profile: {
      name: 'Li Wei',
      nickname: '李伟',
      username: 'liwei',
      email: 'li.wei@hanlin.example',
      phone: '13800134821',
      externalId: '10023',
      gender: 'M',
      emailVerified: false,
    },
    lastLoginMinutes: 112,
    ties: {
      identities: [
        ...feishu('ou_8bae1f0c77e24d19', 'on_77c1e02b9d5a4f36', '李伟'),
        identityOf(sourceOf('wechat'), 'unionid', 'o6_bmjrPTlm6_2sgVt7', 'Wei.L'),
      ],
      syncRelations: [relationOf('lark', 'ou_8bae1f0c77e24d19', '李伟')],
      departments: ['platform', 'sre'],
      roles: ['on-call', 'deployer', 'billing-viewer', 'report-author', 'vpn-full'],
      groups: ['eng-all', 'vpn-users', 'beijing-office'],
      posts: ['senior-engineer'],
      authorizations: resources.slice(0, 41).map(({ code }) => code),
      apps: ['portal', 'mail', 'wiki', 'console'],
    },
  },
  {
    key: 'wu-di',
    about: 'Has the username 10023, which is also an external ID and a phone number',
    profile: {
      name: 'Wu Di',
      nickname: '吴迪',
      username: '10023',
      email: 'wu.di@hanlin.example',
      externalId: '0020117',
      gender: 'M',
    },
    lastLoginMinutes: 60 * 33,
    ties: { departments: ['warehouse-3'], posts: ['forklift-driver'], apps: ['warehouse'] },
  },
  {
    key: 'ma-chao',
    about: 'Has the phone number 10023; resigned',
    profile: {
      name: 'Ma Chao',
      nickname: '马超',
      username: 'machao',
      email: 'ma.chao@hanlin.example',
      phone: '10023',
      phoneCountryCode: null,
      externalId: '0020118',
      gender: 'M',
      lastLogin: '2025-09-03T08:12:00.000Z',
      ...resigned,
    },
    ties: noTies,
  },
  {
    key: 'zhao-min',
    about: 'Feishu is her only way in; one lark relation',
    userId: '654ee5a35eb898645f06c0eb',
    profile: {
      name: 'Zhao Min',
      nickname: '赵敏',
      username: 'zhaomin',
      email: 'zhao.min@hanlin.example',
      phone: null,
      externalId: '0010203',
      gender: 'F',
      emailVerified: false,
      phoneVerified: false,
      passwordLastSetAt: null,
      userSourceType: 'sync',
    },
    lastLoginMinutes: 60 * 26,
    ties: {
      identities: feishu('ou_51d0c2aa9e0b4471', 'on_0c83f1927be64d05', '赵敏'),
      syncRelations: [relationOf('lark', 'ou_51d0c2aa9e0b4471', '赵敏')],
      departments: ['warehouse-3'],
    },
  },
  {
    key: 'gao-xiang',
    about: 'Three identity sources: Feishu, WeChat and GitHub',
    profile: {
      name: 'Gao Xiang',
      nickname: '高翔',
      username: 'gaoxiang',
      phone: '13900227781',
      externalId: '0010219',
      gender: 'M',
    },
    lastLoginMinutes: null,
    ties: {
      apps: [],
      identities: [
        ...feishu('ou_4c1e77b0a2d94f55', 'on_4c1e77b0a2d94f56', '高翔'),
        identityOf(sourceOf('wechat'), 'unionid', 'o6_bmjrPTlm6_9kQx2a', '翔'),
        identityOf(sourceOf('github'), 'generic', '48211907', 'gaoxiang-hl'),
      ],
      syncRelations: [relationOf('lark', 'ou_4c1e77b0a2d94f55', '高翔')],
    },
  },
  {
    key: 'tan-xin',
    about: 'Two sync relations of one provider, and one of another',
    profile: {
      name: 'Tan Xin',
      nickname: '谭欣',
      username: 'tanxin',
      externalId: '0010391',
      gender: 'F',
    },
    ties: {
      syncRelations: [
        relationOf('active-directory', 'tanxin@corp.hanlin.example', 'Tan Xin'),
        relationOf('active-directory', 'tanxin-adm@corp.hanlin.example', 'Tan Xin (admin)'),
        relationOf('lark', 'ou_2b9d66f1c0a84e37', '谭欣'),
      ],
    },
  },
  {
    key: 'ren-jie',
    about: 'A sync relation that names no provider',
    profile: { name: 'Ren Jie', nickname: '任杰', username: 'renjie', gender: 'M' },
    ties: {
      syncRelations: [
        relationOf(null, 'renjie-0091', 'Ren Jie'),
        relationOf('dingtalk', 'manager8811', '任杰'),
      ],
    },
  },
  {
    key: 'fang-yi',
    about: 'Suspended',
    profile: {
      name: 'Fang Yi',
      nickname: '方怡',
      username: 'fangyi',
      externalId: '13800134821',
      gender: 'F',
      status: 'Suspended',
      statusChangedAt: '2025-10-20T02:00:00.000Z',
    },
    ties: { departments: ['legal'], posts: ['counsel'] },
  },
]
