import { useState } from 'react'
import { PlainQuestion } from '#console/dialog/PlainQuestion.tsx'
import { useDesk } from '#console/session/session.tsx'
import { useWords } from '#console/words/language.tsx'
import { allowingAs } from './allowing-as.ts'
import { useSwitch } from './useSwitch.ts'
import { stopWords } from './words.tsx'

type SwitchDialogProps = { onClose: () => void }

/** Says what stopping everything means, and does it at once: nothing has to be typed. */
export function StopDialog({ onClose }: SwitchDialogProps) {
  const words = useWords(stopWords)
  const stopping = useSwitch('stopEverything', onClose)
  return (
    <PlainQuestion
      title={words.title}
      reason={{ label: words.reason, required: false, keptAs: 'stop' }}
      confirm={words.confirm}
      sending={words.sending}
      acting={stopping}
      onConfirm={(reason) => stopping.mutate({ reason })}
      onClose={onClose}
    >
      <Lines lines={words.about} />
    </PlainQuestion>
  )
}

/** Says what follows when acts are allowed again. */
export function AllowDialog({ onClose }: SwitchDialogProps) {
  const words = useWords(stopWords)
  const { stopped } = useDesk()
  const [keptAs] = useState(() => allowingAs(stopped))
  const allowing = useSwitch('liftStop', onClose)
  return (
    <PlainQuestion
      title={words.againTitle}
      reason={{ label: words.reason, required: false, keptAs }}
      confirm={words.again}
      sending={words.allowing}
      acting={allowing}
      onConfirm={(reason) => allowing.mutate({ reason })}
      onClose={onClose}
    >
      <Lines lines={words.againAbout} />
    </PlainQuestion>
  )
}

function Lines({ lines }: { lines: readonly string[] }) {
  return lines.map((line) => <p key={line}>{line}</p>)
}
