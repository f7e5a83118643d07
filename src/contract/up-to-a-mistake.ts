import { z } from 'zod'

/** So many are looked at together. */
const together = 500

/**
 * A list of at most so many. One that is too long is not looked at, and one with mistakes no further
 * than the first of them: telling a hundred thousand mistakes, of which one is said, takes seconds.
 */
export function upToAMistake<Each extends z.ZodType>(each: Each, limit: number) {
  const all = z.array(each).max(limit)
  const some = z.array(each)
  return z.preprocess((given: z.input<typeof all>, { issues }) => {
    if (!Array.isArray(given)) return given
    if (given.length > limit) {
      issues.push({ code: 'too_big', origin: 'array', maximum: limit, input: given })
      return z.NEVER
    }
    for (let from = 0; from < given.length; from += together) {
      const { error } = some.safeParse(given.slice(from, from + together))
      const [mistake] = error?.issues ?? []
      if (mistake) return given.slice(0, from + Number(mistake.path[0]) + 1)
    }
    return given
  }, all)
}
