import { backupTo } from '#store/backup.ts'
import type { Said } from './audit-commands.ts'
import type { Environment } from './environment.ts'
import { readDatabase } from './settings.ts'

/**
 * `backup FILE`: copies the SQLite database as it stands at one instant, also while a server writes to
 * it. The key that stands beside the database is not in the copy.
 */
export async function backupCommand(env: Environment, args: string[]): Promise<Said> {
  const [path, ...more] = args
  if (path === undefined || path === '' || path.startsWith('-') || more.length > 0) {
    return { line: 'Usage: backup FILE', code: 2 }
  }
  const { url } = readDatabase(env)
  await backupTo(url, path)
  return { line: `The database is copied to ${path}.`, code: 0 }
}
