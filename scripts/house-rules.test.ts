import { readdirSync, readFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const files = ['src', 'e2e'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length)),
)
const read = (file: string) => readFileSync(join(root, file), 'utf8')

const suppression = /biome-ignore|@ts-(?:ignore|expect-error|nocheck|check)|eslint-disable/
const nowhere =
  /(?:^|\/)(?:utils?|lib|types|shared|common|hooks|services?|helpers?|misc|index)(?:\/|\.[^/]*$)/
const vague =
  /\b(?:function|const|let|class|type)\s+(?:(?:handle|process|manage|do)[A-Z]\w*|\w+(?:Service|Manager|Helper))\b/

test('Nothing suppresses a rule', () => {
  expect('// biome-ignore lint: because').toMatch(suppression)
  expect(files.filter((file) => suppression.test(read(file)))).toEqual([])
})

test('Nothing is put somewhere', () => {
  for (const name of ['src/proxy/utils.ts', 'src/proxy/shared/a.ts', 'src/console/index.ts']) {
    expect(name).toMatch(nowhere)
  }
  expect('src/contract/user-id-type.ts').not.toMatch(nowhere)
  expect(files.filter((file) => nowhere.test(file))).toEqual([])
})

test('A name says what a thing is or does', () => {
  for (const line of [
    'function handleClick()',
    'const doIt =',
    'class UserService',
    'type RowHelper =',
  ]) {
    expect(line).toMatch(vague)
  }
  expect('const document = ').not.toMatch(vague)
  expect(files.filter((file) => vague.test(read(file)))).toEqual([])
})

test('Beside the six rooms stand only the two places where rooms are joined', () => {
  const rooms = ['console', 'contract', 'genauth', 'proxy', 'sandbox', 'store']
  const inside = readdirSync(join(root, 'src')).filter((name) => !/\.test\.tsx?$/.test(name))
  expect(inside.filter((name) => !rooms.includes(name)).sort()).toEqual([
    'browser.tsx',
    'server.ts',
  ])
})

test('What the console may take from the contract as a value loads nothing else', () => {
  const allowed = read('scripts/walls/light-console.grit').match(
    /#contract\/\(\?:(?<names>[^)]+)\)/,
  )
  const names = allowed?.groups?.names?.split('|') ?? []
  expect(names).toContain('typed-words')
  for (const name of names) {
    const imports = read(`src/contract/${name}.ts`).matchAll(
      /^import (?!type ).*from '(?<from>.*)'/gm,
    )
    for (const { groups } of imports) {
      expect(names).toContain(basename(groups?.from ?? '', extname(groups?.from ?? '')))
    }
  }
})
