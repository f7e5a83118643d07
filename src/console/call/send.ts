import { Problem } from './problem.ts'

/**
 * One request to the proxy.
 * @throws {Problem} `offline` when no answer came; an aborted request rethrows the abort
 */
export async function send(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init)
  } catch (cause) {
    if (init.signal?.aborted) throw cause
    throw new Problem('offline')
  }
}

/**
 * What an answer says, believed as the contract declares it: the proxy parses every reply before it
 * leaves.
 * @throws {Problem} `offline` when the answer was cut off on the way, or is not the proxy's at all
 */
export async function read<Declared>(response: Response, signal?: AbortSignal): Promise<Declared> {
  try {
    const answer: Declared = await response.json()
    return answer
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw new Problem('offline')
  }
}
