import { expect, test } from 'vitest'
import { addressOf, householdOf, networksOf } from './trusted-proxies.ts'

const asks: [
  what: string,
  trusted: string[],
  peer: string | undefined,
  forwarded: string | undefined,
  client: string | null,
][] = [
  ['behind one proxy', ['10.0.0.1'], '10.0.0.1', '203.0.113.9', '203.0.113.9'],
  ['behind two of a network', ['10.0.0.0/8'], '10.0.0.1', '203.0.113.9, 10.9.8.7', '203.0.113.9'],
  [
    'with an invented one before it',
    ['10.0.0.0/8'],
    '10.0.0.1',
    '198.51.100.1, 203.0.113.9, 10.9.8.7',
    '203.0.113.9',
  ],
  ['somebody not trusted, with a header', ['10.0.0.0/8'], '192.0.2.4', '203.0.113.9', '192.0.2.4'],
  [
    'somebody not trusted, who says to be one',
    ['10.0.0.0/8'],
    '192.0.2.4',
    '10.0.0.1',
    '192.0.2.4',
  ],
  ['a proxy itself', ['10.0.0.1'], '10.0.0.1', undefined, '10.0.0.1'],
  ['one of our own, all the way', ['10.0.0.0/8'], '10.0.0.1', '10.3.3.3, 10.2.2.2', '10.3.3.3'],
  ['over IPv6 as IPv4', ['10.0.0.1'], '::ffff:10.0.0.1', '::ffff:203.0.113.9', '203.0.113.9'],
  [
    'in the hexadecimal clothes of IPv6',
    ['10.0.0.1'],
    '::ffff:a00:1',
    '::FFFF:cb00:7109',
    '203.0.113.9',
  ],
  ['where the setting wears IPv6', ['::ffff:10.0.0.1'], '10.0.0.1', '203.0.113.9', '203.0.113.9'],
  ['over IPv6', ['2001:db8:1::/48'], '2001:db8:1::5', '2001:DB8:2:0:0::7', '2001:db8:2::7'],
  ['with a port', ['10.0.0.1'], '10.0.0.1', '203.0.113.9:4711', '203.0.113.9'],
  ['with brackets and a port', ['::1'], '::1', '[2001:db8::7]:4711', '2001:db8::7'],
  ['a neighbour with a zone', ['fe80::/10'], 'fe80::1%eth0', '203.0.113.9', '203.0.113.9'],
  ['with rubbish in the middle', ['10.0.0.0/8'], '10.0.0.1', 'x, 10.2.2.2', '10.2.2.2'],
  ['with an empty header', ['10.0.0.1'], '10.0.0.1', '', '10.0.0.1'],
  ['with a name', ['10.0.0.1'], '10.0.0.1', 'localhost', '10.0.0.1'],
  ['nobody', ['10.0.0.1'], undefined, '203.0.113.9', null],
  ['where nobody is trusted', [], '203.0.113.9', '198.51.100.1', null],
]

test.each(asks)('Who asks %s is told', (_, trusted, peer, forwarded, client) => {
  expect(addressOf(trusted)(peer, forwarded)).toBe(client)
})

test('A header of a thousand addresses leads no further than to the first that is not ours', () => {
  const many = Array.from({ length: 1_000 }, (_, at) => `198.51.100.${at % 250}`)
  const asked = addressOf(['10.0.0.0/8'])('10.0.0.1', [...many, '203.0.113.9'].join(','))
  expect(asked).toBe('203.0.113.9')
})

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:db8::9', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['2001:db8:1:2:3:4:5::', '2001:db8:1:2::/64'],
])('%s belongs to %s', (address, household) => {
  expect(householdOf(address)).toBe(household)
})

test.each([
  'localhost',
  '10.0.0',
  '10.0.0.256',
  '10.0.0.0/33',
  '10.0.0.0/-1',
  '10.0.0.0/8/8',
  '10.0.0.0/',
  '::/129',
  'fe80::1%eth0',
  '10.0.0.1:80',
  '*',
  '',
])('"%s" is no network', (text) => {
  expect(networksOf(['10.0.0.1', text])).toBeNull()
})
