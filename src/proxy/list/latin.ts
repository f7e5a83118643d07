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

/** A word of a name in every way in which it may be written without marks: `müller`, `muller`, `mueller`. */
export type Spellings = readonly string[]

/** The ways to write a word, in small letters. Marks fall off Latin letters only: й is not и. */
export function spellings(word: string): Spellings {
  const whole = word.normalize('NFC')
  const plain = withoutMarks(whole)
  const spelled = withoutMarks(whole.replace(spellable, (letter) => spelledOut[letter] ?? letter))
  return plain === spelled ? [plain] : [plain, spelled]
}

function withoutMarks(word: string): string {
  return word
    .replace(plainable, (letter) => plainLetters[letter] ?? letter)
    .normalize('NFD')
    .replace(/(?<=[a-z]\p{M}*)\p{M}/gu, '')
    .normalize('NFC')
}

/** Whether two words can be written alike. */
export function spellAlike(one: Spellings, other: Spellings): boolean {
  return one.some((spelling) => other.includes(spelling))
}

/**
 * Whether two names have the same words, in any order, or the same words written together differently:
 * *Xiao Ming Wang* is *Wang Xiaoming*, but *Fan Gang* is not *Fang Ang*.
 */
export function wordsAgree(one: readonly Spellings[], other: readonly Spellings[]): boolean {
  if (one.length === 0 || other.length === 0) return one.length === other.length
  if (one.length === other.length) return withoutWords(one, other)?.length === 0
  return one.length > other.length ? isWrittenApart(one, other) : isWrittenApart(other, one)
}

/** What is left of the words when others are taken out, each once; null when one of those is missing. */
export function withoutWords(
  words: readonly Spellings[],
  others: readonly Spellings[],
): Spellings[] | null {
  const left = [...words]
  for (const other of others) {
    const at = left.findIndex((word) => spellAlike(word, other))
    if (at < 0) return null
    left.splice(at, 1)
  }
  return left
}

/** Whether many words, from any of them on and round, run together into the few. */
function isWrittenApart(many: readonly Spellings[], few: readonly Spellings[]): boolean {
  return many.some((_, start) => {
    const turned = [...many.slice(start), ...many.slice(0, start)]
    return (
      few.every((word) => {
        const count = runOf(turned, word)
        turned.splice(0, count)
        return count > 0
      }) && turned.length === 0
    )
  })
}

/** How many of the first words run together into this one; 0 for none. */
function runOf(words: readonly Spellings[], word: Spellings): number {
  const length = Math.max(...word.map((spelling) => spelling.length))
  let runs: Spellings = ['']
  for (const [index, next] of words.entries()) {
    runs = runs.flatMap((run) => next.map((spelling) => run + spelling))
    runs = runs.filter((run) => word.some((spelling) => spelling.startsWith(run)))
    if (runs.length === 0 || runs.every((run) => run.length > length)) return 0
    if (spellAlike(runs, word)) return index + 1
  }
  return 0
}
