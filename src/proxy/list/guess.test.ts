import { expect, test } from 'vitest'
import { csvText } from './csv.ts'
import { collected, listOf, rowsOf } from './list.fixture.ts'
import { surveyList } from './read-list.ts'

const liwei = '65f1c0a94be2d7831e0a9c42'
const wangfang = '65f1c0a94be2d7831e0a9c43'

/** The guess: whether there is a heading, the columns of ids and names, and the kind of id. */
async function guess(text: string) {
  const { header, idColumn, nameColumn, idKind } = await surveyList(listOf(text))
  return [header, idColumn, nameColumn, idKind]
}

test.each([
  ['工号,姓名\n1,王芳\n', 0, 1],
  ['姓名,部门,员工编号\n王芳,华东零售,0010118\n', 2, 0],
  ['序号,姓名,工号（必填）\n1,王芳,0010118\n', 2, 1],
  ['用户ID,姓名\nx1,王芳\n', 0, 1],
  ['邮箱,名字\nli@hanlin.example,李伟\n', 0, 1],
  ['姓名;手机\n王芳;13800138000\n', 1, 0],
  ['账号\nliwei\n', 0, null],
  ['上级工号,上级姓名,工号,姓名\n1,李伟,2,王芳\n', 2, 3],
  ['部门编号,部门名称,工号,姓名\n1,零售,2,王芳\n', 2, 3],
  ['Name,E-mail,Employee ID\nWang Fang,w@hanlin.example,0010118\n', 2, 0],
  ['user id,name\nx1,Wang Fang\n', 0, 1],
  ['userId,name\nx1,Wang Fang\n', 0, 1],
  ['external_id\tFull Name\n0010118\tWang Fang\n', 0, 1],
  ['Display name,Login\nWang Fang,wangfang\n', 1, 0],
  ['First name,Last name,Username\nFang,Wang,wangfang\n', 2, null],
  ['Department,Phone\nRetail,13800138000\n', 1, null],
  ['id\nliwei\n', 0, null],
  ['email\nli@hanlin.example\n', 0, null],
  ['用户名\ngaoxiang\n0010219\n', 0, null],
  ['企业邮箱\nli@hanlin.example\n', 0, null],
  ['工号,姓名,部门,离职日期\nE1001,李伟,客服部,2026-11-27\n', 0, 1],
  ['工号,Kostenstelle\nE1001,Retail\nE1002,Retail\n', 0, null],
  ['工号,姓名,补偿金N+1\n0010118,王芳,2\n0010203,顾妍,3\n', 0, 1],
  ['Laptop,Username,Department\n4711,liwei,Retail\n4712,wangfang,Retail\n', 1, null],
  ['ID on the list,Name on the list,Laptop,Badge,Desk\nliwei,李伟,a,b,c\n', 0, 1],
  ['上级工号,上级姓名,上级部门,工号,姓名\n1,李伟,零售,2,王芳\n', 3, 4],
])(
  '%j has a heading, ids in column %i and names in column %j',
  async (text, idColumn, nameColumn) => {
    expect(await guess(text)).toEqual([true, idColumn, nameColumn, 'auto'])
  },
)

test.each([
  ['0010118,王芳\n0010203,顾妍\n', 0, 1],
  ['王芳,零售部,0010118\n顾妍,零售部,0010203\n李伟,法务部,0010204\n', 2, 0],
  ['1,王芳,0010118\n2,顾妍,0010203\n3,李伟,0010204\n', 2, 1],
  ['Wang Fang\twang.fang@hanlin.example\t0010118\n', 1, 0],
  ['2026-11-27,liwei,Li Wei\n2026-11-27,wangfang,Wang Fang\n', 1, 2],
  ['liwei\n10023\n10024\n', 0, null],
  ['admin\n10023\n10024\n', 0, null],
  ['10023\n', 0, null],
  ['lark:ou_8bae\nlark:on_77c1\n', 0, null],
  ['login,li@hanlin.example\nwangfang,wang@hanlin.example\n', 1, null],
  ['10023,用户,active\n10024,王芳,active\n', 0, 1],
  ['E1001,Li Wei,Manager\nE1002,Wang Fang,Clerk\n', 0, 1],
  ['liwei,李伟,主管\nwangfang,王芳,店员\n', 0, 1],
  ['E1001,李伟,客服部,主管\nE1002,王芳,客服部,店员\n', 0, 1],
  ['gaoxiang\n0010219\n0010220\n', 0, null],
  ['gaoxiang,gao.xiang\n0010219,x1\n0010220,x2\n', 0, null],
  ['manager\nliwei\n', 0, null],
  ['status,Title,Team\nliwei,Clerk,Retail\n', 0, null],
  ['E1001,Manager,Mobile\nE1002,Clerk,Web\n', 0, null],
  ['liwei,Manager,Mobile\nwangfang,Clerk,Web\n', 0, null],
  ['liwei,Mobile\nwangfang,Web\n', 0, null],
  ['E1001,Phone\n', 0, null],
  ['gaoxiang,Mobile\n0010219,Web\n0010220,Web\n', 0, null],
  ['login,Li Wei,Retail\nwangfang,Wang Fang,Retail\n', 0, 1],
  ['phone,Phone,13800138000\n', 2, null],
  ['E1001,测试账号\nE1002,王芳\n', 0, 1],
])(
  '%j has no heading, ids in column %i and names in column %j',
  async (text, idColumn, nameColumn) => {
    expect(await guess(text)).toEqual([false, idColumn, nameColumn, 'auto'])
  },
)

test('A line of unknown words is a row: seen, and to be taken out by a person', async () => {
  const text = 'Kennung;Eintritt;Wer\nE10023;2019-04-01;Emma Fischer\nE10024;2020-01-01;Otto Lang\n'
  expect(await guess(text)).toEqual([false, 0, 2, 'auto'])
})

test('A person in the first line is not taken for a heading', async () => {
  const text = 'liwei,Li Wei,Wuhan\n10023,Wang Fang,Wuhan\n10024,Otto Lang,Wuhan\n'
  expect((await guess(text))[0]).toBe(false)
})

test('The kind is user id only when every id has that form', async () => {
  expect(await guess(`${liwei}\n${wangfang}\n`)).toEqual([false, 0, null, 'user_id'])
  expect(await guess(`id\n${liwei.toUpperCase()}\n`)).toEqual([true, 0, null, 'user_id'])
  expect(await guess(`${liwei}\nliwei\n`)).toEqual([false, 0, null, 'auto'])
})

const headings = [
  ...['row', 'id on the list', 'name on the list', 'user id', 'name', 'other name', 'username'],
  ...['department', 'status', 'verdict', 'why', 'outcome', 'seen', 'checked at', 'audit entry'],
  'request id',
]

type Exported = { given: string; givenName?: string | null; userId?: string | null }

/** A file of results as it is exported; an account has a name of its own, which the list does not know. */
async function results(exported: readonly Exported[]) {
  async function* rows() {
    yield headings
    for (const [index, { given, givenName = '王芳', userId = null }] of exported.entries()) {
      const account = userId === null ? [null, null, null] : ['Wang Fei', '王飞', 'wangfei']
      const rest = ['Retail East', 'Resigned', 'ready', null, 'done', 'Resigned']
      const seen = ['2026-11-27T18:07:31Z', 10_482, 'req-1']
      yield [index + 1, given, givenName, userId, ...account, ...rest, ...seen]
    }
  }
  const pieces = await collected(csvText(rows()))
  return listOf(pieces.join(''))
}

test('Results read again keep the ids and the names of the list, found or not', async () => {
  const list = await results([
    { given: '0010118', userId: liwei },
    { given: '0010119' },
    { given: '0010120', givenName: null, userId: wangfang },
  ])
  const survey = await surveyList(list)
  expect(survey).toMatchObject({ header: true, idColumn: 1, nameColumn: 2, idKind: 'auto' })
  const rows = await rowsOf(list, survey)
  expect(rows.map(({ given }) => given)).toEqual(['0010118', '0010119', '0010120'])
  expect(rows.map(({ givenName }) => givenName || null)).toEqual(['王芳', '王芳', null])
})

test('Results of a list of user ids without names are read as such a list', async () => {
  const ids = [liwei, wangfang].map((id) => ({ given: id, givenName: null, userId: id }))
  const survey = await surveyList(await results(ids))
  expect(survey).toMatchObject({ header: true, idColumn: 1, nameColumn: null, idKind: 'user_id' })
})

test('Results are known by two headings, wherever these stand and whatever is left of the others', async () => {
  const text = `user id,Why,name,Seen,Name on the list,Outcome,ID on the list
${liwei},,Wang Fei,x,王芳,done,0010118
${wangfang},,Li Wei,x,李伟,done,0010119
`
  expect(await guess(text)).toEqual([true, 6, 4, 'auto'])
})
