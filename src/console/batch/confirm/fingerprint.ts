/** 64 hex digits cut to what people compare: 16, in groups of four. */
export function fingerprintWords(fingerprint: string): string {
  return fingerprint.slice(0, 16).replaceAll(/(?<four>....)(?=.)/g, '$<four> ')
}
