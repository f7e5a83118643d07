/**
 * Characters that nobody sees: controls and format characters (bidi, zero width, tags), line
 * separators, fillers drawn as nothing. The inside of a character class, to be read with the flag `u`.
 */
export const unseen = String.raw`\p{Cc}\p{Cf}\p{Cs}\u034F\u115F\u1160\u17B4\u17B5\u2028\u2029\u3164\uFFA0`
