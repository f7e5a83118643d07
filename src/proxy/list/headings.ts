import { fold } from '#contract/detect.ts'
import { unguarded } from './formula.ts'

/**
 * Words that head a column of ids, without spaces and punctuation, the most certain kind of id first:
 * a user id, a personnel number, a username, an address, a phone, any id.
 */
const idWords: readonly (readonly string[])[] = [
  ['userid', 'genauthuserid', '用户id', '用户编号'],
  [
    ...['idonthelist', 'externalid', 'employeeid', 'employeeno', 'employeenumber', 'employeecode'],
    ...['staffid', 'staffno', 'staffnumber', 'personnelno', 'personnelnumber', 'payrollnumber'],
    ...['工号', '员工编号', '员工号', '员工id', '人员编号', '职工号', '职工编号', '外部id'],
  ],
  [
    ...['username', 'login', 'loginname', 'loginid', 'account', 'accountname', 'samaccountname'],
    ...['userprincipalname', 'upn', '用户名', '账号', '帐号', '账户', '登录名', '登录账号'],
    ...['员工账号', '系统账号', '域账号', '企业账号', '登录用户名', '登录账户'],
  ],
  [
    'email',
    'emailaddress',
    'mail',
    'workemail',
    '邮箱',
    '电子邮箱',
    '电子邮件',
    '邮箱地址',
    '邮件',
    ...['企业邮箱', '公司邮箱', '工作邮箱', '办公邮箱', '员工邮箱'],
  ],
  [
    ...['phone', 'phonenumber', 'mobile', 'mobilephone', 'mobilenumber', 'telephone'],
    ...['手机', '手机号', '手机号码', '电话', '电话号码', '联系电话', '联系方式'],
  ],
  ['id', 'identifier', '编号'],
]

const nameWords: readonly (readonly string[])[] = [
  [
    ...['name', 'fullname', 'employeename', 'staffname'],
    ...['姓名', '名字', '员工姓名', '中文姓名', '中文名', '人员姓名'],
  ],
  ['displayname', 'nameonthelist', 'realname', '显示名', '显示名称', '真实姓名'],
]

/** Words that head a column of something else; they help to tell that a line is a heading, and never decide. */
const otherWords = new Set([
  ...[
    'department',
    'dept',
    'team',
    'title',
    'position',
    'status',
    'company',
    'location',
    'manager',
  ],
  ...['date', 'lastday', 'lastworkingday', 'leavedate', 'leavingdate', 'terminationdate', 'row'],
  ...['note', 'notes', 'remark', 'remarks', 'comment', 'reason', 'no', 'firstname', 'lastname'],
  ...['部门', '所属部门', '职位', '职务', '岗位', '状态', '公司', '地点', '日期', '序号', '备注'],
  ...['type', 'role', 'jobtitle', 'costcenter', 'costcentre', 'division', 'office', 'startdate'],
  ...['enddate', 'hiredate', 'linemanager', 'supervisor', 'region', 'ticket', 'othername'],
  ...['离职时间', '入职时间', '类型', '性别', '职级', '离职类型', '组别', '工作地点', '名称'],
  ...['离职日期', '入职日期', '最后工作日', '离职原因', '原因', '英文名', '上级', '主管'],
])

/** Somebody or something else than the person in the row. */
const ofSomethingElse = /上级|主管|经理|领导|负责人|审批|创建|推荐|部门|公司|组织|岗位|职位/

/** How well a heading fits: 0 is the best; null does not fit. */
export type Rank = number | null

/** How well it heads a column of ids. */
export function idRank(heading: string): Rank {
  return rank(plain(heading), idWords)
}

/** How well it heads a column of people's names. */
export function nameRank(heading: string): Rank {
  return rank(plain(heading), nameWords)
}

/** Whether the cell is exactly a word for ids, and does not only end like one: *测试账号* may be somebody. */
export function headsIds(cell: string): boolean {
  return isExactly(cell, idWords)
}

/** Whether the cell is exactly a word for people's names. */
export function headsNames(cell: string): boolean {
  return isExactly(cell, nameWords)
}

/** Whether the cell is a word that people put over a column, or ends like one that says of whom. */
export function isHeadingWord(cell: string): boolean {
  const word = plain(cell)
  if (otherWords.has(word) || headsIds(cell) || headsNames(cell)) return true
  return [...idWords, ...nameWords, [...otherWords]].some((words) => endsLike(word, words))
}

/** Where our own export has what was on the list; null when the headings are not those of our export. */
export function ownColumns(
  headings: readonly string[],
): { idColumn: number; nameColumn: number } | null {
  const words = headings.map(plain)
  const idColumn = words.indexOf('idonthelist')
  const nameColumn = words.indexOf('nameonthelist')
  return idColumn < 0 || nameColumn < 0 ? null : { idColumn, nameColumn }
}

/** Without what stands in brackets: `工号（必填）` is a 工号. */
function plain(heading: string): string {
  return fold(unguarded(heading))
    .toLowerCase()
    .replace(/\([^()]*\)|\[[^[\]]*\]/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

function isExactly(cell: string, ranks: readonly (readonly string[])[]): boolean {
  const word = plain(cell)
  return ranks.some((words) => words.includes(word))
}

function rank(word: string, ranks: readonly (readonly string[])[]): Rank {
  const exact = ranks.findIndex((words) => words.includes(word))
  if (exact >= 0) return exact
  if (ofSomethingElse.test(word)) return null
  const ending = ranks.findIndex((words) => endsLike(word, words))
  // A longer heading that only ends so comes after all that are said exactly.
  return ending < 0 ? null : ending + ranks.length
}

/** Chinese headings say of whom first, and what last. */
function endsLike(word: string, words: readonly string[]): boolean {
  return words.some((known) => /\p{Script=Han}$/u.test(known) && word.endsWith(known))
}
