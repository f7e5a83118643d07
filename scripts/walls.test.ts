import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const packages = [
  'kysely',
  'pg',
  'pg-boss',
  'node:sqlite',
  'undici',
  'oidc-provider',
  'openid-client',
  'zod',
  'hono',
  '@hono/node-server',
  'react',
  '@mui/material/Button',
  'vitest',
  'authing-node-sdk',
]
const rooms = ['contract', 'console', 'genauth', 'store', 'proxy', 'sandbox']
const fileOf: Record<string, string> = {
  contract: '#contract/typed-words.ts',
  genauth: '#genauth/wire.ts',
  store: '#store/store.ts',
  proxy: '#proxy/world.ts',
  sandbox: '#sandbox/seed.ts',
  console: '#console/users.ts',
}

/** Who may import whom, as CONTRIBUTING.md has it; whatever of rooms and packages is not here is a wall. */
const open: Record<string, readonly string[]> = {
  'src/contract/x.ts': ['zod'],
  'src/console/page/x.tsx': ['console', 'contract', 'react', '@mui/material/Button'],
  'src/genauth/x.ts': ['genauth', 'zod', 'undici', 'node:sqlite'],
  'src/store/x.ts': ['store', 'kysely', 'pg', 'pg-boss', 'node:sqlite'],
  'src/proxy/x.ts': [
    ...['proxy', 'contract', 'genauth', 'store', 'zod', 'hono', '@hono/node-server'],
    ...['openid-client', 'node:sqlite'],
  ],
  'src/sandbox/x.ts': [
    ...['sandbox', 'genauth', 'zod', 'hono', '@hono/node-server', 'oidc-provider', 'node:sqlite'],
  ],
  'src/browser.tsx': ['console', 'react', '@mui/material/Button'],
  'src/server.ts': [
    ...['proxy', 'contract', 'genauth', 'store', 'sandbox', '@hono/node-server', 'node:sqlite'],
  ],
}

/** Every way to name a module that TypeScript and Node have, each on one line; `name` is not taken yet. */
const forms = {
  value: (source, name) => `import { ${name} } from '${source}'`,
  type: (source, name) => `import type { ${name} } from '${source}'`,
  'type among values': (source, name) => `import { type ${name} } from '${source}'`,
  'side effect': (source) => `import '${source}'`,
  're-export': (source, name) => `export { ${name} } from '${source}'`,
  're-export of everything': (source) => `export * from '${source}'`,
  dynamic: (source, name) => `export const ${name} = import('${source}')`,
  'dynamic from a template': (source, name) => `export const ${name} = import(\`${source}\`)`,
  'dynamic in pieces': (source, name) => `export const ${name} = import('${source}' + '')`,
  'type in place': (source, name) => `export type ${name} = import('${source}').A`,
  'module type in place': (source, name) => `export type ${name} = typeof import('${source}')`,
  require: (source, name) => `export const ${name} = require('${source}')`,
  'import as require': (source, name) => `import ${name} = require('${source}')`,
  resolve: (source, name) => `export const ${name} = import.meta.resolve('${source}')`,
} satisfies Record<string, (source: string, name: string) => string>
type Form = keyof typeof forms
const everyForm = Object.keys(forms).filter((form): form is Form => form in forms)

type Line = { says: string; file: string; text: string }
const walls: Line[] = []
const doors: Line[] = []
const nextName = () => `n${walls.length + doors.length}`

for (const [file, allowed] of Object.entries(open)) {
  for (const target of [...rooms, ...packages]) {
    const source = fileOf[target] ?? target
    if (allowed.includes(target)) {
      const text = forms.type(source, nextName())
      doors.push({ says: `${file} may import ${source}`, file, text })
      continue
    }
    for (const form of everyForm) {
      const text = forms[form](source, nextName())
      walls.push({ says: `${file} imports ${source} (${form})`, file, text })
    }
  }
  for (const source of ['../store/store.ts', './../store/store.ts', './y/../../store/store.ts']) {
    const text = forms.type(source, nextName())
    walls.push({ says: `${file} leaves by ${source}`, file, text })
  }
}
for (const source of ['#genauth/genauth.ts', '#genauth/signature.ts', '#genauth/wires.ts']) {
  const text = forms.type(source, nextName())
  walls.push({ says: `The sandbox imports ${source}`, file: 'src/sandbox/x.ts', text })
}
for (const source of ['#contract/user.ts', '#contract/role.ts', '@mui/material', 'lucide-react']) {
  for (const form of everyForm.filter((each) => each !== 'type')) {
    const text = forms[form](source, nextName())
    const says = `The console takes a value of ${source} (${form})`
    walls.push({ says, file: 'src/console/page/x.tsx', text })
  }
}
for (const noun of ['identity', 'batch', 'page']) {
  const text = `import '#console/${noun}/x.tsx'`
  walls.push({ says: `A noun imports ${noun}`, file: 'src/console/resignation/x.tsx', text })
}
walls.push(
  {
    says: 'A batch imports users',
    file: 'src/console/batch/draft/x.tsx',
    text: "import '#console/user/x.tsx'",
  },
  { says: 'The contract reads the page', file: 'src/contract/x.ts', text: 'document.title' },
  { says: 'The contract reads the process', file: 'src/contract/x.ts', text: 'process.pid' },
  { says: 'The console reads the process', file: 'src/console/x.ts', text: 'process.pid' },
  { says: 'The proxy reads the page', file: 'src/proxy/x.ts', text: 'document.title' },
  { says: 'A room reads the environment', file: 'src/proxy/x.ts', text: 'process.env.HOST' },
  { says: 'A test replaces a module', file: 'src/proxy/x.test.ts', text: "vi.mock('./x.ts')" },
  { says: 'A test makes up answers', file: 'e2e/x.ts', text: "page.route('/api/me', answer)" },
  {
    says: 'A store test meets the proxy',
    file: 'src/store/x.test.ts',
    text: "import '#proxy/x.ts'",
  },
)
doors.push(
  {
    says: 'A part of Node with a slash in its name',
    file: 'src/store/x.ts',
    text: "import { setImmediate } from 'node:timers/promises'",
  },
  {
    says: 'A page composes nouns',
    file: 'src/console/page/x.tsx',
    text: "import '#console/identity/x.tsx'",
  },
  { says: 'A proxy test', file: 'src/proxy/x.test.ts', text: "import '#sandbox/x.ts'" },
  {
    says: 'A value that brings no zod along',
    file: 'src/console/page/x.tsx',
    text: "import { sameWords } from '#contract/typed-words.ts'",
  },
)

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
