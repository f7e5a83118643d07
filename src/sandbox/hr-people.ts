import { apps } from './company.ts'
import { type NamedPerson, noTies, resigned } from './named-people.ts'
import { identityOf, relationOf, sourceOf } from './source-identity.ts'

/** People as a list from the personnel department has them: right, nearly right, and wrong. */
export const hrPeople: readonly NamedPerson[] = [
  {
    key: 'wang-fei',
    about: 'Has the external ID 0010118 under which lists have 王芳',
    profile: {
      name: 'Wang Fei',
      nickname: '王飞',
      username: 'wangfei',
      externalId: '0010118',
      gender: 'M',
    },
    ties: { departments: ['retail-east'], posts: ['store-clerk'] },
  },
  {
    key: 'wang-fang',
    about: '王芳, who is Wang Fang, Fang WANG and Ｗａｎｇ Fang on lists',
    profile: {
      name: 'Wang Fang',
      nickname: '王芳',
      username: 'wangfang',
      externalId: '0010119',
      gender: 'F',
    },
    ties: { departments: ['retail-east'], posts: ['store-clerk'] },
  },
  {
    key: 'liu-yang',
    about: 'Liu Yang, written 刘洋; lists have 刘阳, who sounds the same',
    profile: {
      name: 'Liu Yang',
      nickname: '刘洋',
      username: 'liuyang',
      externalId: '0010244',
      gender: 'M',
    },
    ties: { departments: ['warehouse-3'], posts: ['forklift-driver'] },
  },
  {
    key: 'zeng-xiang',
    about: '曾祥: a family name that is read otherwise than the word',
    profile: {
      name: 'Zeng Xiang',
      nickname: '曾祥',
      username: 'zengxiang',
      externalId: '0010120',
      gender: 'M',
    },
  },
  {
    key: 'ouyang-na',
    about: '欧阳娜: a family name of two characters',
    profile: {
      name: 'Ouyang Na',
      nickname: '欧阳娜',
      username: 'ouyangna',
      externalId: '0010121',
      gender: 'F',
    },
  },
  {
    key: 'zhou-kai',
    about: 'Has the external ID 10031, which is another Zhou Kai’s username',
    profile: {
      name: 'Zhou Kai',
      nickname: '周恺',
      username: 'zhoukai',
      externalId: '10031',
      gender: 'M',
    },
    ties: { departments: ['treasury'], posts: ['accountant'] },
  },
  {
    key: 'other-zhou-kai',
    about: 'Has the username 10031, which is another Zhou Kai’s external ID',
    profile: {
      name: 'Zhou Kai',
      nickname: '周凯',
      username: '10031',
      email: 'zhou.kai.logistics@hanlin.example',
      externalId: '0010122',
      gender: 'M',
    },
    ties: { departments: ['logistics'] },
  },
  {
    key: 'gu-yan',
    about: 'Easily listed twice, by username and by external ID',
    profile: {
      name: 'Gu Yan',
      nickname: '顾妍',
      username: 'guyan',
      externalId: '0010130',
      gender: 'F',
    },
    ties: { departments: ['retail-east'] },
  },
  {
    key: 'bai-lu',
    about: 'Nothing is odd about her',
    profile: {
      name: 'Bai Lu',
      nickname: '白露',
      username: 'bailu',
      externalId: '0010131',
      gender: 'F',
    },
    ties: { departments: ['finance'], posts: ['accountant'] },
  },
  {
    key: 'peng-fei',
    about: 'Nothing is odd about him, so that two lists can name him at once',
    profile: {
      name: 'Peng Fei',
      nickname: '彭飞',
      username: 'pengfei',
      externalId: '0010302',
      gender: 'M',
    },
    ties: { departments: ['logistics'] },
  },
  {
    key: 'he-lin',
    about: 'Deactivated',
    profile: {
      name: 'He Lin',
      nickname: '何琳',
      username: 'helin',
      externalId: '0010303',
      gender: 'F',
      status: 'Deactivated',
      statusChangedAt: '2025-10-21T02:00:00.000Z',
    },
    ties: { departments: ['design'], posts: ['designer'] },
  },
  {
    key: 'zhu-qing',
    about: 'Archived',
    profile: {
      name: 'Zhu Qing',
      nickname: '朱青',
      username: 'zhuqing',
      externalId: '0010304',
      gender: 'F',
      status: 'Archived',
      statusChangedAt: '2025-10-22T02:00:00.000Z',
    },
  },
  {
    key: 'qin-lan',
    about: 'Resigned before any list named her',
    profile: {
      name: 'Qin Lan',
      nickname: '秦岚',
      username: 'qinlan',
      externalId: '0010212',
      gender: 'F',
      ...resigned,
    },
    ties: noTies,
  },
  {
    key: 'ding-hao',
    about: 'Resigned, and still in a directory sync',
    profile: {
      name: 'Ding Hao',
      nickname: '丁浩',
      username: 'dinghao',
      externalId: '0010213',
      gender: 'M',
      ...resigned,
    },
    ties: {
      ...noTies,
      syncRelations: [relationOf('lark', 'ou_3c7f21d8b6e04a95', '丁浩')],
    },
  },
  {
    key: 'han-bing',
    about: 'Keeps the account for emergencies: somebody to protect',
    profile: {
      name: 'Han Bing',
      nickname: '韩冰',
      username: 'hanbing',
      externalId: '0010001',
      gender: 'F',
    },
    ties: { departments: ['it'], posts: ['it-administrator'] },
  },
  {
    key: 'luo-qi',
    about: 'An identity of Active Directory, and no sync relation',
    profile: {
      name: 'Luo Qi',
      nickname: '骆琪',
      username: 'luoqi',
      externalId: '0010305',
      gender: 'F',
    },
    ties: {
      identities: [
        identityOf(sourceOf('directory'), 'primary', 'luoqi@corp.hanlin.example', '骆琪'),
      ],
    },
  },
  {
    key: 'xu-ting',
    about: 'Signed in to every app of the company; sync relations of two providers',
    profile: {
      name: 'Xu Ting',
      nickname: '徐婷',
      username: 'xuting',
      externalId: '0010306',
      gender: 'F',
    },
    lastLoginMinutes: 3,
    ties: {
      apps: apps.map(({ code }) => code),
      syncRelations: [
        relationOf('lark', 'ou_90b1d5e7ac3f4102', '徐婷'),
        relationOf('active-directory', 'xuting@corp.hanlin.example', 'Xu Ting'),
      ],
    },
  },
  {
    key: 'nameless',
    about: 'Has no name of any kind, only a phone number to sign in with',
    profile: {
      name: '',
      username: 'u13544440001',
      email: null,
      phone: '13544440001',
      externalId: '0010307',
      emailVerified: false,
      passwordLastSetAt: null,
      userSourceType: 'register',
    },
  },
]
