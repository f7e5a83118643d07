import type { Language } from './language.tsx'

const day = 86_400_000
const clock = new Intl.DateTimeFormat('en', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
const seconds = new Intl.DateTimeFormat('en', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})
const month = new Intl.DateTimeFormat('en', { month: 'short' })
const words = {
  en: { today: (at: string) => `Today ${at}`, yesterday: 'Yesterday', never: 'Never' },
  zh: { today: (at: string) => `今天 ${at}`, yesterday: '昨天', never: '从未' },
}

function midnight(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
}

function calendarDay(date: Date, now: Date, language: Language): string {
  const thisYear = date.getFullYear() === now.getFullYear()
  if (language === 'zh') {
    const inYear = `${date.getMonth() + 1}月${date.getDate()}日`
    return thisYear ? inYear : `${date.getFullYear()}年${inYear}`
  }
  const inYear = `${date.getDate()} ${month.format(date)}`
  return thisYear ? inYear : `${inYear} ${date.getFullYear()}`
}

/** *Today 16:12*, *Yesterday*, *24 Nov*, *3 Sep 2025*; *Never* for null. Local time of the reader. */
export function dayWords(instant: string | null, now: Date, language: Language): string {
  if (instant === null) return words[language].never
  const date = new Date(instant)
  if (Number.isNaN(date.getTime())) return instant
  // Rounded, because a day may have 23 or 25 hours.
  const daysAgo = Math.round((midnight(now) - midnight(date)) / day)
  if (daysAgo === 0) return words[language].today(clock.format(date))
  return daysAgo === 1 ? words[language].yesterday : calendarDay(date, now, language)
}

/** The same inside a sentence: *today 16:12*. */
export function dayWordsInText(instant: string, now: Date, language: Language): string {
  const said = dayWords(instant, now, language)
  return /^(?:Today|Yesterday)/.test(said) ? said.charAt(0).toLowerCase() + said.slice(1) : said
}

/** *17 Nov 09:31*: the day and the minute, local time of the reader. */
export function minuteWords(instant: string, now: Date, language: Language): string {
  const date = new Date(instant)
  if (Number.isNaN(date.getTime())) return instant
  return `${calendarDay(date, now, language)} ${clock.format(date)}`
}

/** *17 Nov 09:31:07*: the same to the second, where a minute tells too little. */
export function secondWords(instant: string, now: Date, language: Language): string {
  const date = new Date(instant)
  if (Number.isNaN(date.getTime())) return instant
  return `${calendarDay(date, now, language)} ${seconds.format(date)}`
}

/** *18:04*, local time of the reader. @param instant milliseconds since 1970 */
export function hourWords(instant: number): string {
  return clock.format(instant)
}

/** *18:04:12*, local time of the reader. */
export function clockWords(instant: string): string {
  const date = new Date(instant)
  return Number.isNaN(date.getTime()) ? instant : seconds.format(date)
}
