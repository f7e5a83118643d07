import { expect, test } from 'vitest'
import { rangeOf } from './range.ts'

const page = ['bailu', 'caiyun', 'dengkai', 'fangyi', 'gaoxiang']

test('Shift-click takes everybody from the last click down to this one', () => {
  expect(rangeOf(page, 'caiyun', 'fangyi')).toEqual(['caiyun', 'dengkai', 'fangyi'])
})

test('Shift-click works upwards too', () => {
  expect(rangeOf(page, 'fangyi', 'bailu')).toEqual(['bailu', 'caiyun', 'dengkai', 'fangyi'])
})

test('a last click on another page takes nobody unseen with it', () => {
  expect(rangeOf(page, 'zhaomin', 'dengkai')).toEqual(['dengkai'])
  expect(rangeOf(page, null, 'dengkai')).toEqual(['dengkai'])
})
