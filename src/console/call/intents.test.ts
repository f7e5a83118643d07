import { expect, test } from 'vitest'
import { intents } from './intents.ts'
import { Problem } from './problem.ts'

function desk() {
  let count = 0
  const underKey = intents(() => {
    count += 1
    return `key ${count}`
  })
  const keys: string[] = []
  const press = async (contents: unknown, answer: 'done' | Problem) => {
    await underKey(contents, (key) => {
      keys.push(key)
      return answer instanceof Problem ? Promise.reject(answer) : Promise.resolve(answer)
    }).catch(() => 'refused')
  }
  return { keys, press }
}

const resign = { version: 'v1', reason: 'HR-2231', typed: 'liwei' }

test('pressing again after a lost answer is the same intent', async () => {
  const { keys, press } = desk()
  await press(resign, new Problem('offline'))
  await press(resign, new Problem('internal'))
  await press(resign, 'done')
  expect(keys).toEqual(['key 1', 'key 1', 'key 1'])
})

test('a refusal is an answer: pressing again is a new intent', async () => {
  const { keys, press } = desk()
  await press(resign, new Problem('upstream_busy'))
  await press(resign, 'done')
  expect(keys).toEqual(['key 1', 'key 2'])
})

test('the same act after it was answered is a new intent', async () => {
  const { keys, press } = desk()
  await press(resign, 'done')
  await press(resign, 'done')
  expect(keys).toEqual(['key 1', 'key 2'])
})

test('other contents after a lost answer are another intent', async () => {
  const { keys, press } = desk()
  await press(resign, new Problem('offline'))
  await press({ ...resign, version: 'v2' }, 'done')
  expect(keys).toEqual(['key 1', 'key 2'])
})
