import { BlockList, isIP, isIPv4, SocketAddress } from 'node:net'

/** The address of whoever asks; null: nobody can tell it, since none is believed about others. */
export type AddressOf = (
  peer: string | undefined,
  forwardedFor: string | undefined,
) => string | null

/** @returns the networks that these texts name, such as `10.0.0.0/8` or `::1`; null: one is malformed. */
export function networksOf(texts: readonly string[]): BlockList | null {
  const networks = new BlockList()
  for (const text of texts) {
    const [address = '', prefix, ...more] = text.split('/')
    const family = familyOf(address)
    if (family === null || more.length > 0) return null
    if (prefix === undefined) networks.addAddress(address, family)
    else if (isPrefix(prefix, family)) networks.addSubnet(address, Number(prefix), family)
    else return null
  }
  return networks
}

/**
 * Tells who asks through proxies that are trusted: the rightmost address of `X-Forwarded-For` that is
 * none of theirs. Each proxy adds whom it saw on the right, so everything left of that may be invented;
 * and so may be the whole header when it comes from somebody who is not trusted.
 */
export function addressOf(trusted: readonly string[]): AddressOf {
  const networks = networksOf(trusted)
  if (trusted.length === 0 || networks === null) return () => null
  const isTrusted = (address: string) => networks.check(address, isIPv4(address) ? 'ipv4' : 'ipv6')
  return (peer, forwardedFor) => {
    // The zone of a neighbour's address names an interface of this machine.
    let nearest = peer === undefined ? null : folded(peer.replace(/%.*$/, ''))
    const claimed = forwardedFor?.split(',') ?? []
    while (nearest !== null && isTrusted(nearest)) {
      const next = claimed.pop()
      const address = next === undefined ? null : folded(withoutPort(next.trim()))
      if (address === null) break
      nearest = address
    }
    return nearest
  }
}

/** Whom an address belongs to: with IPv6 everybody has a whole network of 64 bits to choose from. */
export function householdOf(address: string): string {
  if (isIPv4(address)) return address
  const [head = '', tail = ''] = address.split('::')
  const front = head.split(':').filter((group) => group !== '')
  const back = tail.split(':').filter((group) => group !== '')
  const zeros = Array.from({ length: 8 - front.length - back.length }, () => '0')
  const groups = address.includes('::') ? [...front, ...zeros, ...back] : front
  return `${groups.slice(0, 4).join(':')}::/64`
}

/** One spelling for each address; an IPv4 address in the clothes of IPv6 is one of IPv4. */
function folded(text: string): string | null {
  const family = familyOf(text)
  if (family === null) return null
  const { address } = new SocketAddress({ address: text, family })
  const mapped = /^::ffff:(?<four>\d+\.\d+\.\d+\.\d+)$/.exec(address)?.groups
  return mapped?.four ?? address
}

/** Some proxies add the port: `192.0.2.1:4711`, `[2001:db8::1]:4711`. */
function withoutPort(text: string): string {
  const { four, six } =
    /^(?:(?<four>[\d.]+):\d+|\[(?<six>[^\]]*)\](?::\d+)?)$/.exec(text)?.groups ?? {}
  return four ?? six ?? text
}

function familyOf(address: string): 'ipv4' | 'ipv6' | null {
  if (address.includes('%')) return null
  const version = isIP(address)
  if (version === 0) return null
  return version === 4 ? 'ipv4' : 'ipv6'
}

function isPrefix(text: string, family: 'ipv4' | 'ipv6'): boolean {
  return /^\d{1,3}$/.test(text) && Number(text) <= (family === 'ipv4' ? 32 : 128)
}
