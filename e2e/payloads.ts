/**
 * Text that tries to be more: whatever of it runs sets `window.fired`, whatever of it is drawn has the
 * attribute `data-payload`.
 */
export const payloads = {
  image: '<img data-payload src=x onerror=window.fired=1>',
  script: '</title></script><script data-payload>window.fired=2</script>',
  vector: '"><svg data-payload onload=window.fired=3>',
  frame: `'><iframe data-payload srcdoc="<script>parent.fired=4</script>"></iframe>`,
  link: '<a data-payload href=javascript:window.fired=5 autofocus onfocus=window.fired=5>Li Wei</a>',
  address: 'javascript:window.fired=6',
  data: 'data:text/html,<script data-payload>window.fired=7</script>',
  elsewhere: '//elsewhere.example/<base href=//elsewhere.example/>',
  formula: `=cmd|'/C calc'!A0`,
  wide: '＝HYPERLINK("https://elsewhere.example","Li Wei")',
  sum: '-2+3+cmd|A1',
  at: '@SUM(1+1)*cmd|A1',
  tab: '\t=1+1',
  template: `\${window.fired=8}{{constructor.constructor("window.fired=9")()}}`,
  prototype: '__proto__',
  builder: 'constructor',
  backwards: 'Li \u202EieW\u202C\u200F\u2066',
  unseen: 'Li\u200B Wei\u2060\uFEFF',
  half: 'half \uD83D of a character',
  long: `long ${'very '.repeat(400)}<img data-payload src=x onerror=window.fired=10>`,
} as const

/** All of them, in an order that stays. */
export const everyPayload: readonly string[] = Object.values(payloads)

/** As a reader sees it: every character that would not be seen is named. */
export function asSeen(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, named)
    .replaceAll(/\s+/g, ' ')
    .trim()
}

const named = (character: string) =>
  `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
