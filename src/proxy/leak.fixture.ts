import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import type { ServerProcess } from './server-process.fixture.ts'

/** What browsers load, as it was built. */
export const dist = join(import.meta.dirname, '..', '..', 'dist')

/** A place to which a log is written, and what was heard there. */
export function openEar() {
  const heard: string[] = []
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      heard.push(chunk.toString('utf8'))
      done()
    },
  })
  return { stream, heard: () => heard.join('') }
}

/**
 * Whatever a server leaves where somebody else could read it, apart from what it answers.
 * @param bundleFolder what browsers load; absent: as it was built
 */
export async function placesOf(
  server: ServerProcess,
  bundleFolder = dist,
): Promise<Map<string, Uint8Array | string>> {
  const names = await readdir(bundleFolder, { recursive: true, withFileTypes: true })
  const built = names.filter((entry) => entry.isFile())
  const bundle = built.map(({ parentPath, name }) => readFile(join(parentPath, name)))
  return new Map<string, Uint8Array | string>([
    ...(await server.files()),
    ['bundle', Buffer.concat(await Promise.all(bundle))],
    ['command line', await readFile(`/proc/${server.pid}/cmdline`)],
    ['log', server.output()],
  ])
}

/** The names of those things in which a secret stands: as it is, in Base64, or in hexadecimal. */
export function leaksIn(
  things: ReadonlyMap<string, Uint8Array | string>,
  secrets: readonly string[],
): string[] {
  const spellings = secrets.flatMap((secret) => spellingsOf(Buffer.from(secret)))
  return [...things].flatMap(([name, thing]) => {
    const bytes = Buffer.from(thing)
    return spellings.some((spelling) => bytes.includes(spelling)) ? [name] : []
  })
}

/** Base64 depends on where in a text the secret begins, so its inside is looked for at each place. */
function spellingsOf(secret: Buffer): string[] {
  const inBase64 = [0, 1, 2].map((place) => {
    const text = Buffer.concat([Buffer.alloc(place), secret]).toString('base64')
    return text.slice(place === 0 ? 0 : 4, -4)
  })
  return [secret.toString('utf8'), secret.toString('hex'), ...inBase64]
}
