import { useMutation } from '@tanstack/react-query'
import { useActKey } from '#console/call/act-key.ts'
import { call } from '#console/call/call.ts'
import { useLearnStopped } from '#console/session/session.tsx'
import type { Asked } from '#contract/operations.ts'

/** The switch that stops everything, as something to turn on, or off again. */
export function useSwitch(name: 'stopEverything' | 'liftStop', onDone: () => void) {
  const learn = useLearnStopped()
  const underKey = useActKey()
  return useMutation({
    mutationFn: (body: Asked<typeof name>['body']) =>
      underKey(body, (key) => call(name, { body }, { key })),
    onSuccess: ({ stopped }) => {
      learn(stopped)
      onDone()
    },
  })
}
