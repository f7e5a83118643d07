/** Lets so many calls a second through; more than that are told to wait. */
export type Pace = {
  /** 0: go on. Else how long until there is room, in milliseconds. */
  wait(): number
  /** 0: no limit. */
  set(perSecond: number): void
}

/** A bucket that holds one second's worth. A clock that steps back fills nothing. */
export function newPace(perSecond: number, now: () => Date): Pace {
  let limit = perSecond
  let room = perSecond
  let filled = now().getTime()
  return {
    set(next) {
      limit = next
      room = next
      filled = now().getTime()
    },
    wait() {
      if (limit === 0) return 0
      const then = filled
      filled = now().getTime()
      room = Math.min(limit, room + (Math.max(0, filled - then) * limit) / 1000)
      if (room >= 1) {
        room -= 1
        return 0
      }
      return ((1 - room) * 1000) / limit
    },
  }
}
