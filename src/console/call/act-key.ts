import { useState } from 'react'
import { intents, type UnderKey } from './intents.ts'

/** The intents of one place where an act can be started, for as long as that place is there. */
export function useActKey(): UnderKey {
  const [underKey] = useState(() => intents(() => crypto.randomUUID()))
  return underKey
}
