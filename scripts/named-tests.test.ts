import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Every test that a document names in backticks; those without a folder are the proxy's. */
function testsNamedIn(text: string): string[] {
  const names = text.matchAll(/`((?:[\w*-]+\/)*[\w*-]+\.test|e2e\/[\w*-]+|i\d-\*?[\w-]*)`/g)
  return [...names].map(([, name = '']) => name)
}

/** The files behind a name, which may stand for several and has no ending. */
function filesOf(name: string): string[] {
  const endings = name.startsWith('e2e/')
    ? '.spec.ts'
    : name.endsWith('.test')
      ? '.{ts,tsx}'
      : '.test.ts'
  const folder = /^(?:e2e|src|scripts)\//.test(name) ? '' : 'src/proxy/'
  return globSync(`${folder}${name}${endings}`, { cwd: root })
}

test('A name that no test has is found to have none', () => {
  const said =
    'shown by `fresh.test`, `e2e/session-*` and `i1-*`, not by `GENAUTH_HOST` or `e2e/absent`'
  expect(testsNamedIn(said)).toEqual(['fresh.test', 'e2e/session-*', 'i1-*', 'e2e/absent'])
  expect(testsNamedIn(said).filter((name) => filesOf(name).length === 0)).toEqual(['e2e/absent'])
})

test('Every test that a document names is there', () => {
  const documents = ['README.md', 'SECURITY.md', 'CONTRIBUTING.md']
  const named = documents.flatMap((name) => testsNamedIn(readFileSync(`${root}${name}`, 'utf8')))
  expect(named).toContain('e2e/payload-*')
  expect(named.filter((name) => filesOf(name).length === 0)).toEqual([])
})
