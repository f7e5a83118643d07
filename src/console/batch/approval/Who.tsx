import { Visible } from '#console/text/Visible.tsx'
import { useWords } from '#console/words/language.tsx'
import { approvalWords } from './words.tsx'

/** An operator by name; somebody whose name is not known is somebody else. */
export function Who({ name }: { name: string | null }) {
  const { somebody } = useWords(approvalWords)
  return name === null ? somebody : <Visible text={name} />
}
