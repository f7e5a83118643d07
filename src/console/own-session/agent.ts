const browsers: readonly [name: string, mark: RegExp][] = [
  ['Edge', /\bEdg(?:e|A|iOS)?\/(\d+)/],
  ['Opera', /\bOPR\/(\d+)/],
  ['Samsung Internet', /\bSamsungBrowser\/(\d+)/],
  ['WeChat', /\bMicroMessenger\/(\d+)/],
  ['Firefox', /\b(?:Firefox|FxiOS)\/(\d+)/],
  ['Chrome', /\b(?:HeadlessChrome|Chrome|CriOS)\/(\d+)/],
  ['Safari', /\bVersion\/(\d+)[\d.]* (?:Mobile\/\w+ )?Safari\//],
]

const systems: readonly [name: string, mark: RegExp][] = [
  ['Android', /\bAndroid\b/],
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux', /\bLinux\b/],
]

/** A browser as it named itself: what it is known as, with its main version, and the system it runs on. */
export type Agent = { browser: string; system: string | null }

/**
 * Reads what a browser said of itself. Browsers name others beside themselves, so the rarer ones are
 * looked for first. @returns null for one that is not known here: then its own words are all there is.
 */
export function agentFrom(said: string): Agent | null {
  for (const [name, mark] of browsers) {
    const [, version] = mark.exec(said) ?? []
    if (version === undefined) continue
    const system = systems.find(([, of]) => of.test(said))
    return { browser: `${name} ${version}`, system: system?.[0] ?? null }
  }
  return null
}
