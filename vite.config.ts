import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { precompress } from './scripts/precompress.ts'
import { virtualOperations } from './scripts/virtual-operations.ts'

export default defineConfig({
  plugins: [react({ compiler: true }), virtualOperations(), precompress()],
  // The proxy puts a fresh nonce in its place in every response.
  html: { cspNonce: '__NONCE__' },
  build: {
    outDir: 'dist',
    // The policy forbids data: addresses, so nothing is inlined however small it is.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Compressing takes most of the time, on purpose.
      checks: { pluginTimings: false },
      output: {
        // What the first page needs comes in one piece; left alone, the build cuts it into as many as
        // later pages share with it, and each costs a request before the lookup field works.
        // The small pieces that many later pages share come together too, instead of an icon at a time.
        codeSplitting: {
          groups: [
            { name: 'first', tags: ['$initial'], priority: 2 },
            {
              name: 'pieces',
              test: /lucide-react|@tanstack\/(?:react-query|query-core)|src\/console\/(?:call|chip|state|table|text|words)\//,
              priority: 1,
            },
          ],
        },
      },
    },
  },
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'scripts/**/*.test.ts'],
    environment: 'node',
    // Some tests start a PostgreSQL server or sign in through a real provider on a busy machine.
    testTimeout: 30_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
})
