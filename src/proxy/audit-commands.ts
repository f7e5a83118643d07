import { parseArgs } from 'node:util'
import { acceptAudit } from '#store/accept-audit.ts'
import { verifyAudit } from '#store/verify-audit.ts'
import { keepHeads, lastHead } from './audit-heads.ts'
import { clock } from './clock.ts'
import type { Environment } from './environment.ts'
import { findSecretKeys } from './secret-key.ts'
import { readDatabase, readSecretKeys } from './settings.ts'

/** What a command says, and how its process ends. */
export type Said = { line: string; code: 0 | 1 | 2 }

/** `verify-audit [--head FILE]`: reads the whole chain, also while a server runs. */
export async function verifyAuditCommand(env: Environment, args: string[]): Promise<Said> {
  const read = argument(args, 'head')
  if (!read) return { line: 'Usage: verify-audit [--head FILE]', code: 2 }
  const path = read.value ?? env.text('AUDIT_HEADS')
  const head = path === null ? undefined : lastHead(path, read.value ? '--head' : 'AUDIT_HEADS')
  if (read.value !== undefined && !head) {
    return { line: `There is no head of the audit chain in ${read.value}.`, code: 1 }
  }
  const verdict = await verifyAudit({ ...openedBy(env), ...(head && { head }) })
  return verdict.holds
    ? { line: `The audit chain holds: ${verdict.entries} entries.`, code: 0 }
    : { line: `The audit chain is broken at entry ${verdict.firstBad}: ${verdict.why}.`, code: 1 }
}

/** `accept-audit --reason TEXT`: takes note of a broken chain, so that destructive acts go on. */
export async function acceptAuditCommand(env: Environment, args: string[]): Promise<Said> {
  const reason = argument(args, 'reason')?.value?.trim()
  if (!reason || reason.length > 500) {
    return { line: 'Usage: accept-audit --reason TEXT (1 to 500 characters)', code: 2 }
  }
  const path = env.text('AUDIT_HEADS')
  const head = path === null ? undefined : lastHead(path, 'AUDIT_HEADS')
  const acceptance = await acceptAudit({
    ...openedBy(env),
    reason,
    now: clock.now,
    head: keepHeads(path),
    ...(head && { lastHead: head }),
  })
  if (!acceptance.accepted) {
    return { line: 'The audit chain holds; there is nothing to accept.', code: 0 }
  }
  const { entry, firstBad, why } = acceptance
  return { line: `Entry ${entry} takes note of the break at entry ${firstBad}: ${why}.`, code: 0 }
}

function openedBy(env: Environment) {
  const database = readDatabase(env)
  const secretKeys = findSecretKeys({ database, secretKeys: readSecretKeys(env, database) })
  return { databaseUrl: database.url, secretKeys }
}

/** The one option that a command has; null: something else was said. */
function argument(args: string[], name: string): { value: string | undefined } | null {
  try {
    const { values } = parseArgs({ args, options: { [name]: { type: 'string' } } })
    const value = values[name]
    return { value: typeof value === 'string' ? value : undefined }
  } catch {
    return null
  }
}
