import type { Sandbox } from './sandbox.ts'

/** What a shell needs to point a GenAuth client, and the console, at this sandbox. */
export function shellLines(sandbox: Sandbox): string[] {
  const lines = {
    GENAUTH_HOST: sandbox.url,
    GENAUTH_ACCESS_KEY_ID: sandbox.accessKeyId,
    GENAUTH_ACCESS_KEY_SECRET: sandbox.accessKeySecret,
    OIDC_ISSUER: sandbox.issuer,
    OIDC_CLIENT_ID: sandbox.clientId,
    OIDC_CLIENT_SECRET: sandbox.clientSecret,
  }
  return Object.entries(lines).map(([name, value]) => `${name}=${value}`)
}
