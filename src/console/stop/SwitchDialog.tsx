import { DangerDialog } from '#console/dialog/DangerDialog.tsx'
import { useWords } from '#console/words/language.tsx'
import { useSwitch } from './useSwitch.ts'
import { stopWords } from './words.tsx'

type SwitchDialogProps = { onClose: () => void }

/** Says what stopping everything means, and does it at once: nothing has to be typed. */
export function StopDialog({ onClose }: SwitchDialogProps) {
  const words = useWords(stopWords)
  const stopping = useSwitch('stopEverything', onClose)
  return (
    <DangerDialog
      title={words.title}
      reason={{ label: words.reason, required: false }}
      typing={null}
      tone="primary"
      confirm={words.confirm}
      sending={words.sending}
      isSending={stopping.isPending}
      problem={stopping.error}
      version=""
      onConfirm={({ reason }) => stopping.mutate({ reason })}
      onClose={onClose}
    >
      <Lines lines={words.about} />
    </DangerDialog>
  )
}

/** Says what follows when acts are allowed again. */
export function AllowDialog({ onClose }: SwitchDialogProps) {
  const words = useWords(stopWords)
  const allowing = useSwitch('liftStop', onClose)
  return (
    <DangerDialog
      title={words.againTitle}
      reason={{ label: words.reason, required: false }}
      typing={null}
      tone="primary"
      confirm={words.again}
      sending={words.allowing}
      isSending={allowing.isPending}
      problem={allowing.error}
      version=""
      onConfirm={({ reason }) => allowing.mutate({ reason })}
      onClose={onClose}
    >
      <Lines lines={words.againAbout} />
    </DangerDialog>
  )
}

function Lines({ lines }: { lines: readonly string[] }) {
  return lines.map((line) => <p key={line}>{line}</p>)
}
