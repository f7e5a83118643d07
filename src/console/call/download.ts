import { operations } from 'virtual:operations'
import type { Asked } from '#contract/operations.ts'
import type { Refusal } from '#contract/refusal.ts'
import { addressOf } from './address.ts'
import { fileNameIn } from './file-name.ts'
import type { DownloadName } from './names.ts'
import { Problem } from './problem.ts'
import { refused } from './refused.ts'
import { read, send } from './send.ts'

/**
 * Asks the proxy for an operation that answers with a file, and has the browser save it. Nothing is
 * saved unless all of it arrived.
 * @param otherwise the name of the file where the answer gives none
 * @throws {Problem} the refusal, or `offline` when the file did not arrive whole
 */
export async function download<Name extends DownloadName>(
  name: Name,
  asked: Asked<Name>,
  otherwise: string,
): Promise<void> {
  const { method, path } = operations[name]
  const loose: { params?: unknown; query?: unknown; body?: unknown } = asked
  const response = await send(addressOf(path, loose), {
    method: method.toUpperCase(),
    headers: {
      accept: 'text/csv, application/json',
      'content-type': 'application/json',
      'x-leaver-desk': '1',
    },
    body: JSON.stringify(loose.body ?? {}),
  })
  if (!response.ok) throw refused(await read<Partial<Refusal> | null>(response))
  const fileName = fileNameIn(response.headers.get('content-disposition')) ?? otherwise
  saveAs(fileName, await whole(response))
}

async function whole(response: Response): Promise<Blob> {
  try {
    return await response.blob()
  } catch {
    throw new Problem('offline')
  }
}

/** Long enough for any browser to have begun, after which it needs the address no more. */
const keptMs = 60_000

function saveAs(fileName: string, file: Blob): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.hidden = true
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(address), keptMs)
}
