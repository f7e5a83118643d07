import { fileURLToPath } from 'node:url'
import { openGenAuth } from '#genauth/client.ts'
import { explainProbe } from '#genauth/probe.ts'
import { readAddress } from '#proxy/address-settings.ts'
import { app } from '#proxy/app.ts'
import { acceptAuditCommand, type Said, verifyAuditCommand } from '#proxy/audit-commands.ts'
import { keepHeads, lastHead } from '#proxy/audit-heads.ts'
import { backupCommand } from '#proxy/backup-command.ts'
import { whyNotStarted } from '#proxy/cannot-start.ts'
import { rates } from '#proxy/client-limits.ts'
import { clock } from '#proxy/clock.ts'
import { readEnvironment } from '#proxy/environment.ts'
import type { Front } from '#proxy/front.ts'
import { handlers } from '#proxy/handlers.ts'
import { listen } from '#proxy/listen.ts'
import { openLog } from '#proxy/log.ts'
import { measure } from '#proxy/measured.ts'
import { steadyPace } from '#proxy/pace.ts'
import type { RealPool } from '#proxy/pool-settings.ts'
import { readSandbox } from '#proxy/pool-settings.ts'
import { poolSizeOf } from '#proxy/pool-size.ts'
import { restoreCommand, revokeCommand } from '#proxy/revoke-command.ts'
import { resume } from '#proxy/runner.ts'
import { openSecretKeys } from '#proxy/secret-key.ts'
import { type Configuration, readConfiguration } from '#proxy/settings.ts'
import { stdoutLines } from '#proxy/stdout-lines.ts'
import { windDown } from '#proxy/wind-down.ts'
import { withoutEffect } from '#proxy/without-effect.ts'
import type { World } from '#proxy/world.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import { openStore } from '#store/open.ts'

/** Whoever starts and stops services waits for ten seconds. */
const hardEndMs = 9_500

const env = readEnvironment(process.env)
const say = (line: string) => stdoutLines.write(`${line}\n`)

async function serve(): Promise<void> {
  const configuration = readConfiguration(env)
  const { address, settings } = configuration
  const log = openLog(configuration.logLevel)
  const stopping = new AbortController()
  const told = signal()
  for (const event of ['uncaughtException', 'unhandledRejection']) {
    process.on(event, (error: unknown) => {
      log.fatal({ err: error }, event)
      process.exit(1)
    })
  }

  for (const name of withoutEffect(env)) log.warn({ name }, 'this variable has no effect yet')

  if (configuration.pool.kind === 'genauth' && configuration.auditHeads === null) {
    say('AUDIT_HEADS names no file: that the database was cut or restored will not be noticed.')
  }

  // First of all: its lock keeps a second server off everything else in the folder.
  const opened = await storeOf(configuration, log)
  const { pool, sandbox } = await poolOf(configuration)
  const client = openGenAuth({
    ...pool,
    signature: configuration.signature,
    timeoutMs: settings.genauthTimeoutMs,
  })
  const { metricsToken, trustedProxies } = configuration.front
  const parts = { store: opened, genauth: client, settings, clock }
  const { store, genauth, measured } = await measure(metricsToken, parts)
  const pace = steadyPace(clock)
  const poolSize = poolSizeOf({ genauth, clock, log })
  const world: World = {
    store,
    genauth,
    settings,
    clock,
    pace,
    poolSize,
    log,
    stopping: stopping.signal,
  }
  const { origin } = address
  const front: Front = {
    origin,
    provider: pool.provider,
    claims: configuration.claims,
    measured,
    trustedProxies,
    rates,
    consoleFolder: fileURLToPath(new URL('../dist', import.meta.url)),
  }
  const listening = await listen(app(world, handlers(world), front), front, address)
  const running = await resume(world)
  log.info({ host: address.host, port: listening.port, origin, engine: store.engine }, 'listening')
  say(`Leaver Desk: ${origin}`)

  explain(world, pool, configuration).catch((error) => log.error({ err: error }, 'no probe'))
  await told
  await windDown({ listening, running, stopping, clock, log })
  await Promise.allSettled([genauth.close(), sandbox?.close(), store.close()])
  process.exit(0)
}

async function storeOf(configuration: Configuration, log: World['log']) {
  const { database, pool, auditHeads } = configuration
  const head = auditHeads === null ? undefined : lastHead(auditHeads, 'AUDIT_HEADS')
  const store = await openStore({
    databaseUrl: database.url,
    secretKeys: openSecretKeys(configuration),
    belongsTo: pool.kind === 'sandbox' ? 'sandbox' : pool.host,
    head: keepHeads(auditHeads),
    ...(head && { lastHead: head }),
    now: clock.now,
    report: (error) => log.error({ err: error }, 'the database reported an error'),
  })
  await store.idempotency.releaseRunning()
  return store
}

async function poolOf({
  pool,
  address,
  database,
}: Configuration): Promise<{ pool: Omit<RealPool, 'kind'>; sandbox: Sandbox | null }> {
  if (pool.kind === 'genauth') return { pool, sandbox: null }
  // Whoever serves a real pool loads nothing of the made-up one.
  const { startSandbox } = await import('#sandbox/sandbox.ts')
  const keepIn = database.file === null ? {} : { keepIn: `${database.file}.sandbox` }
  const sandbox = await startSandbox({ ...pool, publicUrl: address.origin, ...keepIn })
  const { url: host, accessKeyId, accessKeySecret, issuer, clientId, clientSecret } = sandbox
  const provider = { issuer, clientId, clientSecret }
  return { pool: { host, accessKeyId, accessKeySecret, provider }, sandbox }
}

async function explain(world: World, { host }: { host: string }, { signature }: Configuration) {
  const probe = await world.genauth.probe()
  if (probe.ok) world.log.info({ host }, 'GenAuth answers')
  else world.log.error(explainProbe(probe.failure, { host, signature, now: clock.now() }))
}

async function sandboxAlone(): Promise<void> {
  const [{ shellLines }, { startSandbox }] = await Promise.all([
    import('#sandbox/print.ts'),
    import('#sandbox/sandbox.ts'),
  ])
  const { origin: publicUrl } = readAddress(env)
  const sandbox = await startSandbox({ ...readSandbox(env), publicUrl })
  for (const line of shellLines(sandbox)) say(line)
  await signal()
  await sandbox.close()
  process.exit(0)
}

/** Resolves when somebody asks for the end, which then comes within ten seconds in any case. */
async function signal(): Promise<void> {
  await new Promise((resolve) => {
    for (const name of ['SIGTERM', 'SIGINT']) process.on(name, resolve)
  })
  setTimeout(() => process.exit(0), hardEndMs).unref()
}

function end({ line, code }: Said): void {
  say(line)
  process.exitCode = code
}

async function run([command, ...args]: string[]): Promise<void> {
  switch (command) {
    case undefined:
      return serve()
    case 'sandbox':
      return sandboxAlone()
    case 'verify-audit':
      return end(await verifyAuditCommand(env, args))
    case 'accept-audit':
      return end(await acceptAuditCommand(env, args))
    case 'backup':
      return end(await backupCommand(env, args))
    case 'revoke':
      return end(await revokeCommand(env, args))
    case 'restore':
      return end(await restoreCommand(env, args))
    default:
      process.stderr.write(
        `There is no command ${JSON.stringify(command)}: there are sandbox, verify-audit, accept-audit, backup, revoke and restore; without one it serves.\n`,
      )
      process.exitCode = 2
  }
}

run(process.argv.slice(2)).catch((error: unknown) => {
  const why = whyNotStarted(error)
  if (why === null) openLog('info').fatal({ err: error }, 'the program could not go on')
  else process.stderr.write(`${why}\n`)
  process.exit(1)
})
