import { fold } from '#contract/detect.ts'
import { unseen } from '#contract/unseen.ts'
import { isReadingOf } from './han-reading.ts'
import { type Spellings, spellings, withoutWords, wordsAgree } from './latin.ts'

/** A name that can be compared: its Chinese characters, its other words, and all of it, folded. */
type Name = { han: string; words: readonly Spellings[]; whole: string }

/** Characters of a name that is taken apart; a longer one agrees only with itself. */
const longest = 200

const invisible = new RegExp(`[${unseen}]`, 'gu')
const han = /\p{Script=Han}/gu
const apostrophes = /['’‘ʼ`´]/g

/**
 * Whether the name on a list can be the name of an account: one of its names has the same words in any
 * order, whatever their case, width and marks, or reads as Chinese characters are read. Two names in
 * Chinese characters agree only when the characters do, however they are read; where the account has
 * such a name, only that counts for one on the list. A list without a name agrees with everybody.
 */
export function namesAgree(given: string, accountNames: readonly (string | null)[]): boolean {
  const name = taken(given)
  if (name.whole === '') return true
  const names = accountNames.map((each) => taken(each ?? '')).filter(({ whole }) => whole !== '')
  const written = name.han === '' ? [] : names.filter((each) => each.han !== '')
  return (written.length > 0 ? written : names).some((each) => agree(name, each))
}

function agree(one: Name, other: Name): boolean {
  if (one.whole === other.whole) return true
  if (one.han !== '' && other.han !== '') {
    return one.han === other.han && wordsAgree(one.words, other.words)
  }
  if (one.han === '' && other.han === '') {
    return one.words.length > 0 && wordsAgree(one.words, other.words)
  }
  return one.han === '' ? readsAs(one.words, other) : readsAs(other.words, one)
}

/** *David Wang* reads as David 王: the same words, and the rest is how the characters are read. */
function readsAs(words: readonly Spellings[], { han, words: others }: Name): boolean {
  const left = withoutWords(words, others)
  return left !== null && isReadingOf(left, han)
}

function taken(name: string): Name {
  const whole = fold(name.normalize('NFKC').replace(invisible, ''))
    .toLowerCase()
    .replace(/\s+/g, ' ')
  if (whole.length > longest) return { han: '', words: [], whole }
  const characters = whole.match(han)?.join('') ?? ''
  const words = whole
    .replace(han, ' ')
    .replace(apostrophes, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
    .map(spellings)
  // *王芳 Wang Fang* says the same thing twice.
  const saysItTwice = characters !== '' && isReadingOf(words, characters)
  return { han: characters, words: saysItTwice ? [] : words, whole }
}
