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
])(
  '%j has no heading, ids in column %i and names in column %j',
  async (text, idColumn, nameColumn) => {
    expect(await guess(text)).toEqual([false, idColumn, nameColumn, 'auto'])
  },
)

test('A line of unknown words over columns of numbers is a heading', async () => {
  const text = 'Kennung;Eintritt;Wer\nE10023;2019-04-01;Emma Fischer\nE10024;2020-01-01;Otto Lang\n'
  expect(await guess(text)).toEqual([true, 0, 2, 'auto'])
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

/** A file of results as it is exported: in each row the id on the list, and the user where one was found. */
async function results(found: readonly (string | null)[]) {
  async function* rows() {
    yield headings
    for (const [index, userId] of found.entries()) {
      const given = [`00101${index}`, '王芳', userId, 'Wang Fang', '王芳', userId && 'wangfang']
      const rest = ['Retail East', 'Resigned', 'ready', null, 'done', 'Resigned']
      yield [index + 1, ...given, ...rest, '2026-11-27T18:07:31Z', 10_482, 'req-1']
    }
  }
  const pieces = await collected(csvText(rows()))
  return listOf(pieces.join(''))
}

test('Results read again are known by their user ids', async () => {
  const list = await results([liwei, null, wangfang])
  const survey = await surveyList(list)
  expect(survey).toMatchObject({ header: true, idColumn: 3, nameColumn: 4, idKind: 'user_id' })
  expect((await rowsOf(list, survey)).map(({ given }) => given)).toEqual([liwei, '', wangfang])
})

test('Results in which hardly anybody was found are known by the ids that were on the list', async () => {
  const list = await results([null, null, wangfang])
  const survey = await surveyList(list)
  expect(survey).toMatchObject({ header: true, idColumn: 1, nameColumn: 4, idKind: 'auto' })
})
