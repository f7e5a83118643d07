/** Letters with no plain letter inside that taking marks off would leave. */
const plainLetters: Record<string, string> = {
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ς: 'σ',
}

/** How a letter is written where a keyboard does not have it. */
const spelledOut: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' }

const plainable = /[øđðłħŧıßæœþς]/g
const spellable = /[äöüøå]/g

/** Words of a name that is compared with parts written together; a longer one is compared word by word. */
const mostWords = 12

/**
 * The words of a name in each way in which they are written without marks: *müller* as *muller* and as
 * *mueller*. In small letters; marks fall off Latin letters only: й is not и.
 */
export function spellings(words: readonly string[]): string[][] {
  const whole = words.map((word) => word.normalize('NFC'))
  const plain = whole.map(withoutMarks)
  const spelled = whole.map((word) =>
    withoutMarks(word.replace(spellable, (letter) => spelledOut[letter] ?? letter)),
  )
  return plain.every((word, index) => word === spelled[index]) ? [plain] : [plain, spelled]
}

function withoutMarks(word: string): string {
  return word
    .replace(plainable, (letter) => plainLetters[letter] ?? letter)
    .normalize('NFD')
    .replace(/([a-z])\p{M}+/gu, '$1')
    .normalize('NFC')
}

/**
 * Whether two names have the same words, in any order, or the same words written together differently:
 * *Xiao Ming Wang* is *Wang Xiaoming*, but *Fan Gang* is not *Fang Ang*.
 */
export function wordsAgree(one: readonly string[], other: readonly string[]): boolean {
  if (one.length === other.length) return withoutWords(one, other)?.length === 0
  return one.length > other.length ? isWrittenApart(one, other) : isWrittenApart(other, one)
}

/** What is left of the words when others are taken out, each once; null when one of those is missing. */
export function withoutWords(words: readonly string[], others: readonly string[]): string[] | null {
  const left = [...words]
  for (const other of others) {
    const at = left.indexOf(other)
    if (at < 0) return null
    left.splice(at, 1)
  }
  return left
}

/** Whether many words, from any of them on and round, run together into the few. */
function isWrittenApart(many: readonly string[], few: readonly string[]): boolean {
  if (many.length > mostWords) return false
  return many.some((_, start) => {
    const turned = [...many.slice(start), ...many.slice(0, start)]
    let place = 0
    for (const word of few) {
      const begins = place
      let run = ''
      while (run.length < word.length && place < turned.length) run += turned[place++] ?? ''
      if (run !== word || place === begins) return false
    }
    return place === turned.length
  })
}
