import { fileURLToPath } from 'node:url'
import { type Plugin, runnerImport } from 'vite'

const publicId = 'virtual:operations'
const privateId = '\0virtual:operations'
const contract = fileURLToPath(new URL('../src/contract/operations.ts', import.meta.url))

type Contract = { operations: Record<string, { method: string; path: string }> }

/**
 * Serves `virtual:operations`: name, method and path of each operation of the contract, and nothing
 * else. The contract is evaluated while building, so zod and hono stay out of the browser.
 */
export function virtualOperations(): Plugin {
  return {
    name: 'leaver-desk:virtual-operations',
    resolveId(id) {
      return id === publicId ? privateId : null
    },
    async load(id) {
      if (id !== privateId) return null
      const { module, dependencies } = await runnerImport<Contract>(contract, {
        configFile: false,
        logLevel: 'error',
      })
      for (const file of [contract, ...dependencies]) this.addWatchFile(file)
      const addresses = Object.entries(module.operations).map(([name, { method, path }]) => [
        name,
        { method, path },
      ])
      return `export const operations = ${JSON.stringify(Object.fromEntries(addresses))}`
    },
  }
}
