/** A sentence in a cell may take two lines, as high as a button beside it; `> span` holds it. */
export const twoLines = {
  whiteSpace: 'normal',
  lineHeight: '16px',
  '& > span': {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 2,
    overflow: 'hidden',
  },
} as const
