import { styled } from '@mui/material/styles'
import { Sheet } from '#console/dialog/frame.tsx'

/** A sheet that may lie over another one of its width, which it has to stand out from: a heavier scrim. */
export const Over = styled(Sheet)({
  '&& .MuiBackdrop-root': { background: 'rgba(8, 10, 14, .6)' },
})
