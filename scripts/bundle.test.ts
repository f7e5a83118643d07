import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build, type Plugin } from 'vite'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const firstLoadKiB = 150
/** Set while building, as on the machine of somebody who builds where the product runs. */
const secrets = {
  GENAUTH_ACCESS_KEY_ID: 'marked-access-key-id-5f0c',
  GENAUTH_ACCESS_KEY_SECRET: 'marked-access-key-secret-91ab',
  OIDC_CLIENT_SECRET: 'marked-client-secret-77e2',
  SECRET_KEY: 'marked-secret-key-of-at-least-32-bytes-03d4',
}

/** Which source files went into the build, and what it wrote, file by file. */
type Bundle = { sources: string[]; files: Map<string, string> }

async function bundle(plants: readonly Plugin[] = []): Promise<Bundle> {
  const folder = mkdtempSync(join(tmpdir(), 'leaver-desk-bundle-'))
  const sources = new Set<string>()
  const witness: Plugin = {
    name: 'witness',
    generateBundle(_, output) {
      for (const chunk of Object.values(output)) {
        if (chunk.type !== 'chunk') continue
        for (const id of Object.keys(chunk.modules)) sources.add(id.replace(root, ''))
      }
    },
  }
  try {
    await build({
      root,
      configFile: join(root, 'vite.config.ts'),
      logLevel: 'silent',
      build: { outDir: folder, emptyOutDir: false },
      plugins: [...plants, witness],
    })
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    const written = names.filter((name) => /\.(?:js|css|html|svg)$/.test(name))
    const files = written.map((name): [string, string] => [
      name,
      readFileSync(join(folder, name), 'utf8'),
    ])
    return { sources: [...sources].sort(), files: new Map(files) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Sentences, headers and addresses that only the GenAuth client has. */
function marksOfGenAuth(): string[] {
  const read = (folder: string) =>
    readdirSync(join(root, 'src', folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/\.(?:test|fixture)\.tsx?$/.test(name))
      .map((name) => readFileSync(join(root, 'src', folder, name), 'utf8'))
      .join('\n')
  const elsewhere = read('console') + read('contract')
  const literals = [...read('genauth').matchAll(/'([^'\n]{9,})'/g)].map(([, text = '']) => text)
  // Words that any library may have, such as `prototype`, prove nothing.
  return literals.filter((text) => /[ /-]/.test(text) && !elsewhere.includes(text))
}

/** What is in a bundle that no browser may have. */
function leaks({ sources, files }: Bundle): string[] {
  const text = [...files.values()].join('\n')
  const foreign = sources.filter((source) =>
    /^src\/(?:genauth|proxy|sandbox|store|server)\b|node_modules\/(?:zod|hono|@hono|undici|kysely|pg)\//.test(
      source,
    ),
  )
  const marks = marksOfGenAuth().filter((mark) => text.includes(mark))
  const given = Object.entries(secrets).filter(([, value]) => text.includes(value))
  return [...foreign, ...marks, ...given.map(([name]) => name)]
}

/** The scripts that the page names, and those that they import at once. */
function firstLoad({ files }: Bundle): string[] {
  const wanted = [...(files.get('index.html') ?? '').matchAll(/\/(assets\/[^"]+\.js)/g)].map(
    ([, name = '']) => name,
  )
  for (const name of wanted) {
    const imports = (files.get(name) ?? '').matchAll(/(?:from|import)"\.\/([^"]+\.js)"/g)
    for (const [, next = ''] of imports) {
      if (!wanted.includes(`assets/${next}`)) wanted.push(`assets/${next}`)
    }
  }
  return wanted
}

/** Building twice on a machine that has other things to do. */
const patienceMs = 180_000
let shipped: Bundle
beforeAll(async () => {
  for (const [name, value] of Object.entries(secrets)) vi.stubEnv(name, value)
  // Otherwise React brings its development half along, as it does in tests.
  vi.stubEnv('NODE_ENV', 'production')
  shipped = await bundle()
}, patienceMs)
afterAll(() => {
  vi.unstubAllEnvs()
})

test(
  'The search for leaks finds a secret and a piece of the GenAuth client that were planted',
  async () => {
    const planted = await bundle([
      {
        name: 'plant',
        enforce: 'pre',
        transform(code, id) {
          if (!id.endsWith('/src/browser.tsx')) return null
          const client = "import * as planted from '#genauth/envelope.ts'"
          const secret = JSON.stringify(process.env.GENAUTH_ACCESS_KEY_SECRET)
          return `${client}\n${code}\nObject.assign(window, { planted, secret: ${secret} })`
        },
      },
    ])
    const found = leaks(planted)
    expect(found).toContain('GENAUTH_ACCESS_KEY_SECRET')
    expect(found).toContain('src/genauth/envelope.ts')
    expect(found.some((mark) => marksOfGenAuth().includes(mark))).toBe(true)
  },
  patienceMs,
)

test('No secret, no GenAuth client and nothing of the server reaches the browser', () => {
  expect(shipped.sources).toContain('src/browser.tsx')
  expect(marksOfGenAuth().length).toBeGreaterThan(20)
  expect(leaks(shipped)).toEqual([])
})

test(`What the first page loads weighs at most ${firstLoadKiB} KiB gzip`, () => {
  const names = firstLoad(shipped)
  expect(names.length).toBeGreaterThan(0)
  const bytes = names.map((name) => gzipSync(shipped.files.get(name) ?? '', { level: 9 }).length)
  const sum = bytes.reduce((total, each) => total + each, 0)
  expect(sum / 1024).toBeLessThanOrEqual(firstLoadKiB)
})

test('Every script of the page has the nonce, and nothing stands in a data address', () => {
  const page = shipped.files.get('index.html') ?? ''
  const scripts = [...page.matchAll(/<(?:script|style)\b[^>]*>/g)].map(([tag]) => tag)
  expect(scripts.length).toBeGreaterThan(0)
  expect(scripts.filter((tag) => !tag.includes(' nonce="__NONCE__"'))).toEqual([])
  expect([...shipped.files.values()].filter((text) => /["'(]data:/.test(text))).toEqual([])
})
