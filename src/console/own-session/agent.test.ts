import { expect, test } from 'vitest'
import { agentFrom } from './agent.ts'

const chromium = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)'

test.each([
  [`${chromium} Chrome/131.0.0.0 Safari/537.36`, 'Chrome 131', 'Linux'],
  [`${chromium} HeadlessChrome/131.0.0.0 Safari/537.36`, 'Chrome 131', 'Linux'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.2903.51',
    'Edge 131',
    'Windows',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15',
    'Safari 18',
    'macOS',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
    'Safari 18',
    'iPhone',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0',
    'Firefox 133',
    'Windows',
  ],
  [
    'Mozilla/5.0 (Linux; Android 14; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36',
    'Samsung Internet 27',
    'Android',
  ],
])('%s is %s on %s', (said, browser, system) => {
  expect(agentFrom(said)).toEqual({ browser, system })
})

test.each([
  '',
  'curl/8.5.0',
  'Chrome',
  'Chrome/',
  '<img src=x onerror=alert(1)>',
  'Ch\u202Erome/1',
])('“%s” is no browser that is known here', (said) => expect(agentFrom(said)).toBeNull())

test('A browser on a system that is not known here is still the browser', () => {
  expect(agentFrom('Firefox/133.0')).toEqual({ browser: 'Firefox 133', system: null })
})
