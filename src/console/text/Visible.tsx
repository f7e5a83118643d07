import { styled } from '@mui/material/styles'
import { partsOf } from './visible.ts'

const Mark = styled('span')(({ theme }) => ({
  ...theme.typography.code,
  fontSize: 10,
  lineHeight: '14px',
  margin: '0 1px',
  padding: '0 3px',
  borderRadius: 3,
  color: theme.vars.palette.warning.main,
  background: theme.vars.palette.warning.light,
}))

/**
 * Foreign text as it really is: isolated from the direction of its surroundings, and with every
 * character that is not seen written out, so that nobody can be dressed up as somebody else.
 */
export function Visible({ text }: { text: string }) {
  return (
    <bdi>
      {partsOf(text).map((part) =>
        part.mark ? <Mark key={part.at}>{part.text}</Mark> : part.text,
      )}
    </bdi>
  )
}
