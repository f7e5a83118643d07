import { expect, test } from 'vitest'
import { fileNameIn } from './file-name.ts'

test.each([
  ['attachment; filename="batch-42-results.csv"', 'batch-42-results.csv'],
  ['attachment; filename=batch-42-check.csv', 'batch-42-check.csv'],
  [`attachment; filename="batch-42.csv"; filename*=UTF-8''%E5%90%8D%E5%8D%95.csv`, '名单.csv'],
  [String.raw`attachment; filename="a \"quoted\" name.csv"`, 'a "quoted" name.csv'],
  [`attachment; filename*=UTF-8''%E5%90%8D%E5; filename="plain.csv"`, 'plain.csv'],
  ['attachment', null],
  [null, null],
])('%s names the file %s', (disposition, name) => {
  expect(fileNameIn(disposition)).toBe(name)
})
