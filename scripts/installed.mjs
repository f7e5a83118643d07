// The pre-step of every npm script, in plain JavaScript for whatever Node is there: installs what the
// lock file says when node_modules differs from it, and makes sure that Node 24 will run what follows.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const needed = 24

/** @param {string} file */
function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {}
  } catch {
    return {}
  }
}

/**
 * Whether `root/node_modules` holds what `root/package-lock.json` says: npm keeps its own lock file
 * inside node_modules, so two small files are compared instead of every installed one.
 *
 * @param {string} root
 * @returns {boolean}
 */
export function isInstalled(root) {
  const wanted = packagesIn(join(root, 'package-lock.json'))
  const present = packagesIn(join(root, 'node_modules', '.package-lock.json'))
  const pinned = Object.keys(wanted['']?.optionalDependencies ?? {})
  for (const [path, { version, integrity, optional, os, cpu }] of Object.entries(wanted)) {
    if (path === '') continue
    const found = present[path]
    const here = os?.includes(process.platform) && cpu?.includes(process.arch)
    // An optional package may be for another kind of machine; the pinned Node for this one must be here.
    const needless = optional && !(here && pinned.includes(path.replace('node_modules/', '')))
    if (found === undefined && needless) continue
    if (found?.version !== version || found?.integrity !== integrity) return false
    if (!existsSync(join(root, path, 'package.json'))) return false
  }
  return Object.keys(present).every((path) => path in wanted)
}

/**
 * The version of the Node that npm scripts will run: the pinned one when it is there.
 *
 * @param {string} root
 * @returns {string | null} null when it is there and cannot be run
 */
function nodeVersion(root) {
  const pinned = join(root, 'node_modules', '.bin', 'node')
  if (!existsSync(pinned)) return process.version
  const answer = spawnSync(pinned, ['--version'], { encoding: 'utf8' })
  return answer.status === 0 ? answer.stdout.trim() : null
}

/** @param {string} root */
function install(root) {
  process.stderr.write('Installing what package-lock.json says.\n')
  // The Node that npm runs on: the pinned one would be deleted under its own feet.
  const { npm_execpath: npm, npm_node_execpath: node } = process.env
  // Which Node npm itself runs on does not matter, so its warnings about that say nothing.
  const quiet = ['--loglevel=error', '--no-audit', '--no-fund']
  const args = ['ci', '--include=dev', '--include=optional', ...quiet]
  const { status } =
    npm && node
      ? spawnSync(node, [npm, ...args], { cwd: root, stdio: ['ignore', 2, 2] })
      : spawnSync('npm', args, { cwd: root, stdio: ['ignore', 2, 2] })
  return status === 0 && isInstalled(root)
}

/** @param {string} sentence */
function giveUp(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const ready = isInstalled(root) && nodeVersion(root) !== null
  if (!ready && !install(root)) {
    giveUp(
      'The packages in package-lock.json could not be installed; npm says above what is wrong.',
    )
  }
  const version = nodeVersion(root)
  if (version === null || Number.parseInt(version.slice(1), 10) < needed) {
    giveUp(
      `Leaver Desk needs Node ${needed} or newer, and this machine offers ${version ?? 'one that does not run'}.`,
    )
  }
}
