import { expect, test } from 'vitest'
import { detectEncoding } from './encoding.ts'
import { encoded, listOf } from './list.fixture.ts'
import { surveyList } from './read-list.ts'

const people = '工号,姓名\n0010118,王芳\n0010203,顾妍\n0010391,一一\n'

test.each(['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'gb18030'] as const)(
  'A list in %s is known, however its bytes are cut',
  async (encoding) => {
    for (const pieceBytes of [1, 2, 3, 7, 65_536]) {
      const list = listOf(encoded(people, encoding), pieceBytes)
      expect(await detectEncoding(list())).toBe(encoding)
      const { preview, columns } = await surveyList(list)
      expect(columns).toEqual(['工号', '姓名'])
      expect(preview.map(({ cells }) => cells[1])).toEqual(['王芳', '顾妍', '一一'])
    }
  },
)

test.each(['utf-16le', 'utf-16be'] as const)('%s is known without its mark', async (encoding) => {
  const list = listOf(encoded(people, encoding).subarray(2))
  expect(await detectEncoding(list())).toBe(encoding)
})

test('A list in GB18030 is known by its very last character', async () => {
  const list = listOf(Uint8Array.of(...bytes('0010118,'), 0xe1, 0xbe))
  expect(await detectEncoding(list())).toBe('gb18030')
})

test('Plain ids are UTF-8', async () => {
  expect(await detectEncoding(listOf('liwei\n0010118\n')())).toBe('utf-8')
})

test.each([
  [
    'an Excel workbook',
    [...bytes('PK\x03\x04\x14\0'), ...bytes('[Content_Types].xml')],
    'an Excel workbook',
  ],
  ['a ZIP archive', bytes('PK\x03\x04\x14\0\0\0leavers.txt'), 'a ZIP archive'],
  ['an old workbook', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0], 'an old Excel workbook'],
  ['a PDF', bytes('%PDF-1.7\n'), 'a PDF'],
  ['a PNG', [0x89, ...bytes('PNG\r\n\x1a\n')], 'a picture'],
  ['a JPEG', [0xff, 0xd8, 0xff, 0xe0], 'a picture'],
  ['something compressed', [0x1f, 0x8b, 8, 0], 'a compressed file'],
  ['a text document', bytes('{\\rtf1 leavers}'), 'a text document'],
  ['a web page', bytes('\n <HTML><table><tr><td>工号'), 'a web page'],
  ['a workbook in XML', bytes('<?xml version="1.0"?>'), 'a web page or XML'],
  ['a list in UTF-32', [0xff, 0xfe, 0, 0, 0x31, 0, 0, 0], 'in UTF-32'],
  ['a program', [0x7f, ...bytes('ELF'), 2, 1, 1, 0, 0, 0, 0, 0, 0x41], 'not a list of text'],
  ['text with a NUL', bytes('0010118\n0010\x00203\n'), 'not a list of text'],
  ['UTF-16 with a NUL', [0xff, 0xfe, 0x31, 0, 0, 0, 0x32, 0], 'not a list of text'],
])('%s is refused as what it is', async (_, content, sentence) => {
  await expect(surveyList(listOf(Uint8Array.from(content)))).rejects.toMatchObject({
    code: 'list_unreadable',
    message: expect.stringContaining(sentence),
  })
})

test('A NUL far behind the beginning is noticed', async () => {
  const list = listOf(`${'0010118\n'.repeat(20_000)}\0\n`)
  await expect(detectEncoding(list())).rejects.toMatchObject({ code: 'list_unreadable' })
})

test('One broken byte late in a long list in UTF-8 is found, and never read as something else', async () => {
  const before = '0010118,王芳\r\n0010203,顾妍\r\n'.repeat(20_000)
  const broken = Buffer.concat([
    Buffer.from(before),
    bytesOf(0xe7, 0x8e),
    Buffer.from('\n0010301,李伟\n'),
  ])
  for (const pieceBytes of [65_536, 1_001]) {
    await expect(detectEncoding(listOf(broken, pieceBytes)())).rejects.toMatchObject({
      code: 'list_unreadable',
      message:
        'This list is in UTF-8, but line 40001 holds a byte that is none. Save it again in UTF-8.',
    })
  }
})

test('One broken byte early in UTF-8 is found, too', async () => {
  const after = '0010118,王芳\n0010203,顾妍\n'.repeat(20)
  const broken = Buffer.concat([
    Buffer.from('工号,姓名\n0'),
    bytesOf(0xff),
    Buffer.from(`\n${after}`),
  ])
  await expect(detectEncoding(listOf(broken)())).rejects.toThrow('line 2')
})

test('After a mark of UTF-8 nothing else is believed', async () => {
  const list = listOf(Buffer.concat([Buffer.from('\uFEFFid\n'), encoded('王芳', 'gb18030')]))
  await expect(surveyList(list)).rejects.toMatchObject({ code: 'list_unreadable' })
})

test('A list that ends within a character is refused', async () => {
  for (const encoding of ['utf-8-bom', 'utf-16le', 'gb18030'] as const) {
    const whole = encoded(`${people}王芳`, encoding)
    const list = listOf(whole.subarray(0, -1))
    await expect(surveyList(list)).rejects.toMatchObject({ code: 'list_unreadable' })
  }
})

test('What is in no encoding that is read here is refused', async () => {
  const list = listOf(Uint8Array.of(...bytes('0010118,'), 0xd6, 0x2c, 0xff, 0x0a))
  await expect(surveyList(list)).rejects.toThrow('neither in UTF-8 nor in UTF-16 nor in GB18030')
})

test('A list of no bytes is blank', async () => {
  await expect(detectEncoding(listOf('')())).rejects.toMatchObject({ code: 'blank_list' })
})

function bytes(text: string): number[] {
  return [...Buffer.from(text)]
}

function bytesOf(...values: number[]): Uint8Array {
  return Uint8Array.from(values)
}
