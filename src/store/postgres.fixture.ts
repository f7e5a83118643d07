import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { makeCluster } from './postgres-cluster.fixture.ts'
import { findPrograms, giveToNobody, nobody } from './postgres-programs.fixture.ts'

/**
 * Serves the cluster in $1 with the programs in $2. The third descriptor is held open by the test;
 * when it closes, however the test ended, the server goes and its folder with it.
 */
const serve = `
  ( cat <&3 >/dev/null
    kill -INT $$ 2>/dev/null
    left=200
    while [ -e "$1/data/postmaster.pid" ] && [ $left -gt 0 ]; do sleep 0.05; left=$((left - 1)); done
    rm -rf "$1" ) &
  exec "$2/postgres" -D "$1/data" -k "$1" -c listen_addresses= -c max_connections=200 \\
    -c fsync=off -c synchronous_commit=off -c full_page_writes=off 3<&-
`

/**
 * Starts a PostgreSQL server of its own on a socket in the temporary folder.
 * @returns the address of its first database, and how to end it. Error: no server can be had, or it
 * did not start, with what it said.
 */
export async function startPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  const room = mkdtempSync(join(tmpdir(), 'leaver-desk-pg-'))
  giveToNobody(room)
  const programs = findPrograms(room)
  makeCluster(programs, join(room, 'data'))
  const server = spawn('/bin/sh', ['-c', serve, 'sh', room, programs], {
    ...nobody,
    cwd: room,
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
    // A group of its own: an interrupt at the terminal is for the test.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  })
  const ended = once(server, 'close')
  const said: string[] = []
  const stop = async () => {
    server.stdio[3]?.destroy()
    await ended
  }
  const { stderr } = server
  if (!stderr) throw new Error('PostgreSQL cannot be listened to.')
  for await (const line of createInterface({ input: stderr })) {
    said.push(line)
    if (line.includes('ready to accept connections')) {
      stderr.resume()
      return {
        url: `postgres://postgres@localhost/postgres?host=${encodeURIComponent(room)}`,
        stop,
      }
    }
  }
  await stop()
  throw new Error(`PostgreSQL did not start.\n${said.join('\n')}`)
}
