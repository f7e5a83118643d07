import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { doors, type Line, walls } from './walls/planted.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const guards = new Set([
  'plugin',
  'lint/style/noCommonJs',
  'lint/style/noProcessEnv',
  'lint/style/noRestrictedGlobals',
  'lint/style/noRestrictedImports',
])
let reported = new Set<string>()

/** Lints the lines with this project's configuration, in a place of its own: `file:line` of each wall hit. */
function lint(lines: readonly Line[]): Set<string> {
  const place = mkdtempSync(join(tmpdir(), 'leaver-desk-walls-'))
  try {
    for (const name of ['biome.json', 'package.json', '.gitignore', 'scripts/walls']) {
      cpSync(join(root, name), join(place, name), { recursive: true })
    }
    for (const [file, texts] of textsByFile(lines)) {
      mkdirSync(dirname(join(place, file)), { recursive: true })
      writeFileSync(join(place, file), `${texts.join('\n')}\n`)
    }
    const args = ['lint', '--reporter=json', '--max-diagnostics=none', 'src', 'e2e']
    const run = spawnSync(join(root, 'node_modules/.bin/biome'), args, {
      cwd: place,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    })
    const hits = new Set<string>()
    for (const { category, location } of JSON.parse(run.stdout).diagnostics) {
      if (guards.has(category)) hits.add(`${location.path}:${location.start.line}`)
    }
    return hits
  } finally {
    rmSync(place, { recursive: true })
  }
}

function textsByFile(lines: readonly Line[]): Map<string, string[]> {
  const byFile = new Map<string, string[]>()
  for (const { file, text } of lines) byFile.set(file, [...(byFile.get(file) ?? []), text])
  return byFile
}

/** The lines that were reported, by what they say. */
function hit(lines: readonly Line[], wanted: boolean): string[] {
  const byFile = textsByFile([...walls, ...doors])
  return lines
    .filter(({ file, text }) => {
      const line = (byFile.get(file) ?? []).indexOf(text) + 1
      return reported.has(`${file}:${line}`) === wanted
    })
    .map(({ says }) => says)
}

beforeAll(() => {
  reported = lint([...walls, ...doors])
})

test('Every wall between the rooms is defended, however a module is named', () => {
  expect(hit(walls, false)).toEqual([])
})

test('What is not a wall is open', () => {
  expect(hit(doors, true)).toEqual([])
})
