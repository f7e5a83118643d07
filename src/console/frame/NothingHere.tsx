import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import SearchX from 'lucide-react/icons/search-x'
import { Link } from 'react-router'
import { Empty } from '#console/state/Empty.tsx'
import { useWords } from '#console/words/language.tsx'
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
        <Button component={Link} to="/users">
          {words.toUsers}
        </Button>
      </Empty>
    </Page>
  )
}
