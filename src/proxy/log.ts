import type { DestinationStream, Logger } from 'pino'
import { pino } from 'pino'
import { foreignText } from '#genauth/foreign-text.ts'
import { stdoutLines } from './stdout-lines.ts'

/** Fields that are never written, wherever they stand. */
const secret = [
  'authorization',
  'cookie',
  'set-cookie',
  'password',
  'accessKeySecret',
  'clientSecret',
  'client_secret',
  'code',
  'codeVerifier',
  'nonce',
  'secretKey',
  'secretKeys',
  'token',
  'metricsToken',
  'mfaToken',
  'access_token',
  'id_token',
  'refresh_token',
]
const depths = ['', '*', '*.*', '*.*.*']

function pathsOf(name: string): string[] {
  const inBrackets = `["${name}"]`
  return depths.map((depth) => depth + inBrackets)
}

/**
 * JSON lines, on stdout unless elsewhere. Errors are cut down to what may be read by anybody who reads
 * logs: kind, a shortened message, where it was thrown, and the same of their causes.
 */
export function openLog(level: string, elsewhere: DestinationStream = stdoutLines): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: secret.flatMap(pathsOf), censor: '…' },
      serializers: { err: (error: unknown) => plainError(error, 3) },
    },
    elsewhere,
  )
}

type PlainError = {
  type: string
  errorCode?: string
  message: string
  at?: string[]
  cause?: PlainError
}

function plainError(error: unknown, depth: number): PlainError {
  if (!(error instanceof Error)) return { type: typeof error, message: foreignText(saidBy(error)) }
  // Not `code`: that is never written.
  const errorCode = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const at = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []
  return {
    type: error.name,
    ...(errorCode !== undefined && { errorCode }),
    message: foreignText(error.message),
    ...(at.length > 0 && { at: at.slice(0, 8).map((line) => line.trim()) }),
    ...(error.cause !== undefined && depth > 0 && { cause: plainError(error.cause, depth - 1) }),
  }
}

/** What was thrown without being an error may have a message all the same. */
function saidBy(thrown: unknown): string {
  if (typeof thrown !== 'object' || thrown === null) return String(thrown)
  return 'message' in thrown ? String(thrown.message) : `without a message: ${Object.keys(thrown)}`
}
