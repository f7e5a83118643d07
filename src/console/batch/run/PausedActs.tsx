import Play from 'lucide-react/icons/play'
import Square from 'lucide-react/icons/square'
import { Button } from '#console/frame/Button.tsx'
import { useWords } from '#console/words/language.tsx'
import type { GoingOn } from './useGoingOn.ts'
import type { Steer } from './useSteer.ts'
import { runWords } from './words.ts'

type PausedActsProps = {
  steer: Steer
  /** Absent for whoever may only stop it. */
  going?: GoingOn
}

/** **Resume** for its maker and **Stop** for anybody with the role, while a batch is paused. */
export function PausedActs({ steer, going }: PausedActsProps) {
  const words = useWords(runWords)
  const busy = steer.busy !== null
  const goOn = going?.signsIn === true ? words.signInAndGoOn : words.goOn
  return (
    <div className="acts">
      {going !== undefined && (
        <Button
          autoFocus={going.isBack}
          onClick={going.goOn}
          aria-disabled={busy || going.isClosed}
        >
          <Play size={16} strokeWidth={1.75} aria-hidden />
          {steer.busy === 'goOn' ? words.goOnSending : goOn}
        </Button>
      )}
      <Button onClick={steer.stop} aria-disabled={busy}>
        <Square size={16} strokeWidth={1.75} aria-hidden />
        {steer.busy === 'stop' ? words.stopSending : words.stop}
      </Button>
    </div>
  )
}
