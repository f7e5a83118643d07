import { expect, test } from 'vitest'
import { askedBy, hashFor } from './address.ts'

test.each(['+86 138-0013 4821', 'li.wei+x@hanlin.example', '王芳', 'a#b&as=user_id', '100%'])(
  '%s comes back from the address as it was asked',
  (value) => {
    expect(askedBy(hashFor({ value, as: 'phone' }))).toEqual({ value, as: 'phone' })
  },
)

test('an address without a value asks for nobody', () => {
  expect(askedBy('')).toBeNull()
  expect(askedBy('#access')).toBeNull()
  expect(askedBy('#q=+&as=auto')).toBeNull()
})

test('a kind that does not exist is read as automatic', () => {
  expect(askedBy('#q=liwei&as=custom_field')).toEqual({ value: 'liwei', as: 'auto' })
})
