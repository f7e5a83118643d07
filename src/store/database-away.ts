import pg from 'pg'

/**
 * Classes of PostgreSQL's conditions that say nothing of the statement itself: no connection, no room,
 * no entry, an operator at work (a statement that took too long, a server that only reads), a fault of
 * the system.
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const conditions = /^(?:08|28|3D|53|57|58|55000|25006|25P03)/
/** What the driver says by itself when nobody answers; it gives these no code. */
const silence =
  /^(?:Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client has encountered a connection error)/

/** Whether an error means that the database could not be asked, and nothing about what it was asked. */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return conditions.test(error.code ?? '')
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway)
  if (!(error instanceof Error)) return false
  return silence.test(error.message) || isOfSocket(error)
}

/** A refused or broken connection, as Node names the call that met it. */
function isOfSocket(error: Error): boolean {
  return 'syscall' in error && (error.syscall === 'connect' || error.syscall === 'read')
}
