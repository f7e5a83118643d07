import { randomBytes } from 'node:crypto'

/** A nonce for the scripts and styles of one response. */
export function newNonce(): string {
  return randomBytes(18).toString('base64')
}

const closed = [
  'accelerometer',
  'autoplay',
  'camera',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'sync-xhr',
  'usb',
  'window-management',
  'xr-spatial-tracking',
]
// Ids are copied with a button, so writing to the clipboard stays open to our own pages.
const permissions = [...closed.map((feature) => `${feature}=()`), 'clipboard-write=(self)']

const yearS = 31_536_000

/**
 * The headers that every response carries, whatever its status. Scripts run by nonce alone: a module
 * hands its nonce on to what it imports, so neither 'self' nor 'strict-dynamic' is needed. There are
 * no fonts of our own, and no form is ever sent without a script.
 */
export function securityHeaders(nonce: string, secure: boolean): Record<string, string> {
  return {
    'content-security-policy': [
      "default-src 'none'",
      `script-src 'nonce-${nonce}'`,
      `style-src 'nonce-${nonce}'`,
      "img-src 'self'",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ].join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': permissions.join(', '),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    ...(secure && { 'strict-transport-security': `max-age=${yearS}` }),
  }
}
