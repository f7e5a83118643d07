import { styled } from '@mui/material/styles'
import SearchX from 'lucide-react/icons/search-x'
import { Empty } from '#console/state/Empty.tsx'
import { useWords } from '#console/words/language.tsx'
import { ButtonLink } from './Button.tsx'
import { useTitle } from './title.ts'
import { frameWords } from './words.ts'

const Page = styled('div')({ padding: 24 })

/** An address without a page. */
export function NothingHere() {
  const words = useWords(frameWords)
  useTitle(words.nothingHere)
  return (
    <Page>
      <Empty icon={SearchX} what={words.nothingHere}>
        <ButtonLink to="/users">{words.toUsers}</ButtonLink>
      </Empty>
    </Page>
  )
}
