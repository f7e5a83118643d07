import { expect, test } from 'vitest'
import { namesOf } from './names.ts'

const liWei = { name: 'Li Wei', otherName: '李伟', username: 'liwei' }

test('each reader sees the name in their own writing first', () => {
  expect(namesOf(liWei, 'en')).toEqual({ first: 'Li Wei', second: '李伟' })
  expect(namesOf(liWei, 'zh')).toEqual({ first: '李伟', second: 'Li Wei' })
})

test('a nickname that is not Chinese never takes the place of the name', () => {
  const amelie = { name: 'Amelie Hansen', otherName: 'Mel', username: 'amelie.hansen' }
  expect(namesOf(amelie, 'zh')).toEqual({ first: 'Amelie Hansen', second: 'Mel' })
})

test('somebody without a name is called by the username', () => {
  expect(namesOf({ name: null, otherName: null, username: 'kiosk-7' }, 'en').first).toBe('kiosk-7')
})
