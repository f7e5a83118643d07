import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)
const text = /\.(?:css|js|json|map|svg|txt|webmanifest)$/

/**
 * Writes `.br` and `.gz` beside every text file of the build, so that the server compresses nothing
 * while somebody waits. `index.html` is left out: it gets another nonce in each response.
 */
export function precompress(): Plugin {
  let folder = ''
  return {
    name: 'leaver-desk:precompress',
    apply: 'build',
    configResolved(config) {
      folder = config.build.outDir
    },
    async writeBundle() {
      const files = await readdir(folder, { recursive: true })
      await Promise.all(
        files.filter((file) => text.test(file)).map((file) => press(join(folder, file))),
      )
    },
  }
}

async function press(path: string): Promise<void> {
  const plain = await readFile(path)
  const [br, gz] = await Promise.all([
    brotli(plain, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } }),
    zip(plain, { level: 9 }),
  ])
  await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)])
}
