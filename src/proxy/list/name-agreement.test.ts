import fc from 'fast-check'
import { expect, test } from 'vitest'
import { namesAgree } from './name-agreement.ts'

test.each([
  ['王芳', 'Wang Fang'],
  ['王芳', 'Fang WANG'],
  ['王芳', 'Ｗａｎｇ Fang'],
  ['王芳', 'wangfang'],
  ['王芳', 'Wáng Fāng'],
  ['王 芳', '王芳'],
  ['曾祥', 'Zeng Xiang'],
  ['欧阳娜', 'Ouyang Na'],
  ['欧阳娜', 'Na Ouyang'],
  ['欧阳娜', 'Ou Yang Na'],
  ['单雄信', 'Shan Xiongxin'],
  ['尉迟恭', 'Yuchi Gong'],
  ['长孙无忌', 'Zhangsun Wuji'],
  ['万俟卨', 'Moqi Xie'],
  ['吕布', 'Lü Bu'],
  ['吕布', 'Lv Bu'],
  ['吕布', 'Lu Bu'],
  ['吕布', 'LYU BU'],
  ['吕布', 'Bu Lǚ'],
  ['乐嘉', 'Le Jia'],
  ['乐嘉', 'Yue Jia'],
  ['王小明', 'Wang Xiaoming'],
  ['王小明', 'Wang Xiao Ming'],
  ['王小明', 'Xiao-ming WANG'],
  ['司马相如', 'Sima Xiangru'],
  ['王乐', 'Wang Yue'],
  ['Wang Xiaoming', 'Xiao Ming Wang'],
  ['王芳 Wang Fang', '王芳'],
  ['王芳 (Wang Fang)', 'Fang Wang'],
  ['王芳', '王芳 (Fiona)'],
  ['王芳', '王芳 (Vivi)'],
  ['王芳A', '王芳 a'],
  ['王芳 II', '王芳Ⅱ'],
  ['王芳A', 'Wang Fang A'],
  ['David 王', 'David Wang'],
  ['Zoë', 'Zoe'],
  ['Søren Ås', 'Soren As'],
  ['Søren Ås', 'Soeren Aas'],
  ['Jürgen Müller', 'Juergen Mueller'],
  ['Jürgen Müller', 'Jurgen Muller'],
  ['Groß', 'GROSS'],
  ['Łukasz Żak', 'Lukasz Zak'],
  ['Fischer, Emma', 'Emma  Fischer'],
  ['Smith-Jones', 'Smith Jones'],
  ["O'Neill", 'O’Neill'],
  ["O'Neill", 'ONEILL'],
  ['Иван Петров', 'ПЕТРОВ Иван'],
  ['葛\u{E0100}城', '葛城'],
  ['Wang\u200BFang', 'Wangfang'],
  ['Wang\u3164fang', 'Wangfang'],
  ['Wang\uFE0F Fang', 'Wang Fang'],
  ['Wang\nFang', 'Wang Fang'],
])('%s and %s agree', (one, other) => {
  expect(namesAgree(one, [other])).toBe(true)
  expect(namesAgree(other, [one])).toBe(true)
})

test.each([
  ['王芳', 'Wang Fei'],
  ['王芳', 'Wang'],
  ['王芳', 'Fang'],
  ['王芳', 'Wang Fang Fang'],
  ['刘阳', '刘洋'],
  ['曾祥', 'Ceng Xiang'],
  ['单雄信', 'Dan Xiongxin'],
  ['石磊', 'Dan Lei'],
  ['方昂', 'Fan Gang'],
  ['Fang Ang', 'Fan Gang'],
  ['王芳', '王芳2'],
  ['王芳', '王芳A'],
  ['王芳', '王芳 b'],
  ['王芳', '王芳（Ａ）'],
  ['王芳', '王芳 Α'],
  ['王芳', '王芳 II'],
  ['王芳', '王芳Ⅲ'],
  ['王芳', '王芳iv'],
  ['王芳', '王芳 XII'],
  ['王芳', '王芳 (Fiona) A'],
  ['王芳A', '王芳B'],
  ['王芳A', '王芳 (Fiona)'],
  ['王芳 II', '王芳 III'],
  ['王芳 Fiona', '王芳 Nina'],
  ['Tan X.', 'Tan Xin'],
  ['Emma A. Fischer', 'Emma Fischer'],
  ['Emma Emma Fischer', 'Emma Fischer Fischer'],
  ['Wang Fang 2', 'Wang Fang'],
  ['Wаng Fang', 'Wang Fang'],
  ['Андреи', 'Андрей'],
  ['Mueller', 'Muller'],
  ['!', '?'],
  ['!', 'Wang Fang'],
])('%s and %s differ', (one, other) => {
  expect(namesAgree(one, [other])).toBe(false)
  expect(namesAgree(other, [one])).toBe(false)
})

test('One of an account’s names is enough, unless its Chinese one says otherwise', () => {
  expect(namesAgree('Emma', [null, 'Emma Fischer', 'EMMA'])).toBe(true)
  expect(namesAgree('王芳', ['Wang Fang', '王芳'])).toBe(true)
  expect(namesAgree('刘阳', ['Liu Yang', '刘洋'])).toBe(false)
  expect(namesAgree('Liu Yang', ['Yang', '刘洋'])).toBe(true)
})

test('A list without a name agrees; an account without one does not', () => {
  expect(namesAgree('', ['Wang Fang'])).toBe(true)
  expect(namesAgree(' \u200B', [])).toBe(true)
  expect(namesAgree('王芳', [])).toBe(false)
  expect(namesAgree('王芳', [null, '', ' '])).toBe(false)
})

test.each([
  ['長', '长'],
  ['å', 'a'],
  ['å ', 'aa'],
  ['A B ', 'AB '],
  ['乐', 'le yue '],
])('Names of absurd length are compared and do not agree: %s', (one, other) => {
  expect(namesAgree(one.repeat(5_000), [other.repeat(4_999)])).toBe(false)
  expect(namesAgree(one.repeat(90), [other.repeat(70)])).toBe(false)
})

const word = fc.constantFrom(
  'Wang',
  'Fang',
  'Xiao',
  'Xiaoming',
  'Müller',
  'Lü',
  'Ås',
  "O'Neill",
  'X',
)
const names = fc.oneof(
  fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
  fc.string({ unit: fc.constantFrom(...'王芳小明欧阳娜乐吕曾Wang Fa-') }),
  fc.string({ unit: 'binary', maxLength: 30 }),
)
const notBlank = names.filter((name) => /[\p{L}\p{N}]/u.test(name))

test('Every name agrees with itself', () => {
  fc.assert(
    fc.property(notBlank, (name) => {
      expect(namesAgree(name, [name])).toBe(true)
    }),
  )
})

test('It does not matter which of two names is on the list', () => {
  fc.assert(
    fc.property(notBlank, notBlank, (one, other) => {
      expect(namesAgree(one, [other])).toBe(namesAgree(other, [one]))
    }),
    { numRuns: 1_000 },
  )
})

test('Order, case and width of the words do not matter', () => {
  const shuffled = fc
    .array(word, { minLength: 1, maxLength: 5 })
    .chain((words) =>
      fc.tuple(fc.constant(words), fc.shuffledSubarray(words, { minLength: words.length })),
    )
  const changes = [
    (text: string) => text,
    (text: string) => text.toUpperCase(),
    (text: string) => text.toLowerCase(),
    (text: string) =>
      text.replace(/[!-~]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0)),
    (text: string) => text.normalize('NFD'),
    (text: string) => text.replaceAll(' ', ', '),
  ]
  fc.assert(
    fc.property(shuffled, fc.constantFrom(...changes), ([words, others], change) => {
      expect(namesAgree(words.join(' '), [change(others.join(' '))])).toBe(true)
    }),
  )
})

test('A name with one more word, or one less, is another name', () => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
      expect(namesAgree(words.join(' '), [[...words, 'Zhao'].join(' ')])).toBe(false)
    }),
  )
})
