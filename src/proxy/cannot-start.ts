import { CannotOpen } from '#store/cannot-open.ts'
import { Misconfigured } from './environment.ts'

/** One sentence for whoever starts the program; null: nobody expected this, so the log must say more. */
export function whyNotStarted(error: unknown): string | null {
  if (error instanceof Misconfigured || error instanceof CannotOpen) return error.message
  // The sandbox and the client of GenAuth refuse their options in a sentence.
  if (error instanceof TypeError && /^The GenAuth /.test(error.message)) return error.message
  if (!(error instanceof Error)) return null
  if (/^SANDBOX_/.test(error.message)) return error.message
  return aboutAddress(error)
}

function aboutAddress(error: Error): string | null {
  const code = 'code' in error ? error.code : null
  const address = 'address' in error ? String(error.address) : 'this address'
  const port = 'port' in error ? ` and port ${String(error.port)}` : ''
  switch (code) {
    case 'EADDRINUSE':
      return `Another program listens on ${address}${port} already; PORT and SANDBOX_PORT say where this one does.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST is no address of this machine: ${address}.`
    case 'EACCES':
      return `This program may not listen on ${address}${port}; choose a PORT above 1023.`
    default:
      return null
  }
}
