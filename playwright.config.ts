import { defineConfig } from '@playwright/test'
import { browser } from './e2e/browser.ts'

const { executablePath, env } = browser()

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/global-setup.ts',
  outputDir: 'test-results',
  forbidOnly: true,
  retries: 0,
  // One more than the two cores that the checks run on: a story waits a good part of its time.
  workers: 3,
  // Generous, for machines that are busy with other things: a story starts two servers of its own.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'UTC',
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    // Recording every story makes it a fifth slower; `--trace on` records those one asks for.
    trace: 'off',
    launchOptions: {
      executablePath,
      env,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
