type Kind = { begins: readonly number[]; at?: number; sentence: string }

const save = 'save the list as CSV.'
const picture = `This is a picture; a list is text, so ${save}`
const oldOffice = `This is an old Excel workbook or another Office file; ${save}`
const packed = 'This is a compressed file; unpack it first.'

const kinds: readonly Kind[] = [
  { begins: ascii('%PDF-'), sentence: `This is a PDF; a list is text, so ${save}` },
  { begins: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], sentence: oldOffice },
  { begins: [0x89, ...ascii('PNG')], sentence: picture },
  { begins: [0xff, 0xd8, 0xff], sentence: picture },
  { begins: ascii('GIF87a'), sentence: picture },
  { begins: ascii('GIF89a'), sentence: picture },
  { begins: ascii('WEBP'), at: 8, sentence: picture },
  { begins: [0x1f, 0x8b], sentence: packed },
  { begins: [...ascii('7z'), 0xbc, 0xaf], sentence: packed },
  { begins: [...ascii('Rar!'), 0x1a], sentence: packed },
  { begins: ascii('{\\rtf'), sentence: `This is a text document with formats; ${save}` },
  {
    begins: [0xff, 0xfe, 0, 0],
    sentence: 'This list is in UTF-32, which is not read here; save it in UTF-8.',
  },
]
const zip = [...ascii('PK'), 3, 4]
const page = /^\s*<(?:!doctype|html|head|body|meta|table|\?xml)\b/i

/**
 * What a file is that is no list of text, by how it begins.
 * @param head the first bytes, some thousand where there are so many
 * @returns a sentence for the person who sent it; null for what may be text.
 */
export function looksLike(head: Uint8Array): string | null {
  if (beginsWith(head, zip)) return zipped(head)
  const known = kinds.find(({ begins, at }) => beginsWith(head, begins, at))
  if (known) return known.sentence
  const text = Buffer.from(head.subarray(0, 256))
    .toString('utf8')
    .replace(/^\uFEFF/, '')
  return page.test(text) ? `This is a web page or XML, whatever its name says; ${save}` : null
}

function zipped(head: Uint8Array): string {
  const names = Buffer.from(head).toString('latin1')
  return /\[Content_Types\]\.xml|_rels\/|xl\/|opendocument\.spreadsheet/.test(names)
    ? 'This is an Excel workbook; save it as CSV.'
    : `This is a ZIP archive or a workbook; ${save}`
}

function beginsWith(head: Uint8Array, begins: readonly number[], at = 0): boolean {
  return begins.every((byte, index) => head[at + index] === byte)
}

function ascii(text: string): number[] {
  return [...Buffer.from(text, 'latin1')]
}
