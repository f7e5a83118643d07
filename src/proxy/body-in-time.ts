import type { IncomingMessage } from 'node:http'
import { operations } from '#contract/operations.ts'
import type { Patience } from './client-limits.ts'

const uploads = new Set<string>(
  Object.values(operations).flatMap((declared) => ('upload' in declared ? [declared.path] : [])),
)

/**
 * Calls `late` when a body has not come to its end in time: an upload has longer than anything else.
 * On a clock of its own, since it is about the connection and not about what anybody asks.
 */
export function whenBodyIsLate(
  incoming: IncomingMessage,
  patience: Pick<Patience, 'body' | 'upload'>,
  late: () => void,
): void {
  const { headers, url = '' } = incoming
  if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) return
  const isUpload = uploads.has(url.split('?', 1)[0] ?? '')
  const timer = setTimeout(late, isUpload ? patience.upload : patience.body).unref()
  // Once it was read, thrown away, or its connection is gone.
  incoming.once('close', () => clearTimeout(timer))
}
