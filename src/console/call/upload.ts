import { operations } from 'virtual:operations'
import type { Answered, Asked } from '#contract/operations.ts'
import type { Refusal } from '#contract/refusal.ts'
import { addressOf } from './address.ts'
import type { UploadName } from './names.ts'
import { Problem } from './problem.ts'
import { refused } from './refused.ts'

type UploadOptions = {
  /** The `Idempotency-Key`: one for each intended act. */
  key: string
  signal?: AbortSignal
  /** Told the share of the bytes that have left, from 0 to 1; at 1 the answer is waited for. */
  onProgress?: (share: number) => void
}

/**
 * Sends bytes as they are to an operation of the contract that takes a file.
 * @throws {Problem} the refusal, or `offline` when no answer came; an aborted upload throws the reason
 */
export async function upload<Name extends UploadName>(
  name: Name,
  asked: Asked<Name>,
  bytes: ArrayBuffer,
  { key, signal, onProgress }: UploadOptions,
): Promise<Answered<Name>> {
  signal?.throwIfAborted()
  const { method, path } = operations[name]
  // Only this kind of request tells how far a body has come.
  const request = new XMLHttpRequest()
  const answered = new Promise<Answered<Name>>((resolve, reject) => {
    request.onload = () => {
      if (request.status === 200) answer<Answered<Name>>(request.responseText, resolve, reject)
      else
        answer<Partial<Refusal> | null>(request.responseText, (no) => reject(refused(no)), reject)
    }
    request.onerror = () => reject(new Problem('offline'))
    request.onabort = () => reject(signal?.reason)
  })
  request.upload.onprogress = ({ loaded, total }) => onProgress?.(total === 0 ? 1 : loaded / total)
  request.open(method.toUpperCase(), addressOf(path, asked))
  request.setRequestHeader('accept', 'application/json')
  request.setRequestHeader('content-type', 'application/octet-stream')
  request.setRequestHeader('x-leaver-desk', '1')
  request.setRequestHeader('idempotency-key', key)
  signal?.addEventListener('abort', () => request.abort(), { once: true })
  request.send(bytes)
  return await answered
}

/** Reads an answer; what cannot be read was cut off on the way, or is not the proxy's at all. */
function answer<Declared>(
  text: string,
  resolve: (answer: Declared) => void,
  reject: (problem: Problem) => void,
): void {
  try {
    const said: Declared = JSON.parse(text)
    resolve(said)
  } catch {
    reject(new Problem('offline'))
  }
}
