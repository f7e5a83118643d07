import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const modules = fileURLToPath(new URL('../node_modules', import.meta.url))
const unpacked = join(modules, '.cache', 'leaver-desk', 'chromium-153.0.0')

/** Where the browser is and what its process needs in its environment. */
export type Browser = { executablePath: string; env: Record<string, string> }

function installed(): string | null {
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
  const folders = (process.env.PATH ?? '').split(delimiter)
  return (
    names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync) ?? null
  )
}

/** The browser installed on this machine, or `CHROME_PATH`; else the one that the lock file brings. */
export function browser(): Browser {
  const own = Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  )
  const executablePath = installed()
  if (executablePath !== null) return { executablePath, env: own }
  const libraries = join(unpacked, 'al2023', 'lib')
  const env: Record<string, string> = {
    ...own,
    LD_LIBRARY_PATH: [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
  }
  if (!existsSync('/etc/fonts/fonts.conf')) env.FONTCONFIG_PATH = join(unpacked, 'fonts')
  return { executablePath: join(unpacked, 'chromium'), env }
}

/** Unpacks the browser that the lock file brings, unless one is installed or it is unpacked already. */
async function unpack(): Promise<void> {
  if (installed() !== null || existsSync(unpacked)) return
  const { inflate } = await import('@sparticuz/chromium')
  mkdirSync(join(unpacked, '..'), { recursive: true })
  const aside = mkdtempSync(`${unpacked}-`)
  const before = process.env.TMPDIR
  // The package unpacks into the folder for temporary files; a folder of its own keeps versions apart.
  process.env.TMPDIR = aside
  try {
    const bin = join(modules, '@sparticuz', 'chromium', 'bin')
    await Promise.all(
      ['chromium.br', 'al2023.tar.br', 'fonts.tar.br'].map((file) => inflate(join(bin, file))),
    )
    renameSync(aside, unpacked)
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
    rmSync(aside, { recursive: true, force: true })
  }
}

/** Makes sure that there is a browser and that it starts; the error says what to do if it does not. */
export async function prepareBrowser(): Promise<void> {
  await unpack()
  const { executablePath, env } = browser()
  const answer = spawnSync(executablePath, ['--no-sandbox', '--version'], { env, encoding: 'utf8' })
  if (answer.status !== 0) {
    throw new Error(
      `The browser ${executablePath} does not start: ${answer.error?.message ?? answer.stderr.trim()}. ` +
        'Install Chromium, or name one in CHROME_PATH.',
    )
  }
}
