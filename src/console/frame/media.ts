/** Fingers, or a screen on which only fingers are likely: targets are 44 px there. */
export const touch = '@media (pointer: coarse), (max-width: 899.95px)'
