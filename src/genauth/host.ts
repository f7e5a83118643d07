/** Where the Management API lives: the origin to connect to, and what stands before `/api/v3`. */
export type Host = { origin: string; prefix: string }

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/**
 * Reads a host as it is configured. A path prefix is sent but not signed, because whoever routes by
 * it strips it before GenAuth verifies.
 * @throws TypeError with one sentence when it is no address, carries credentials, a query or a
 * fragment, or would send signed calls in clear over a network.
 */
export function readHost(text: string): Host {
  const url = URL.parse(text)
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '') {
    throw new TypeError('The GenAuth host must be an address such as https://api.genauth.ai.')
  }
  if (url.protocol === 'http:' && !loopback.test(url.hostname)) {
    throw new TypeError('The GenAuth host must be https: unless it is on this machine.')
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new TypeError('The GenAuth host must not carry a user name, a query or a fragment.')
  }
  return { origin: url.origin, prefix: url.pathname.replace(/\/+$/, '') }
}
