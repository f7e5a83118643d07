/** Lets so many calls a second through; more than that are told to wait. */
export type Pace = {
  /** 0: go on. Else how long until there is room, in milliseconds. */
  wait(): number
  /** 0: no limit. */
  set(perSecond: number): void
}

/** A bucket that holds one second's worth. `monotonic` is in milliseconds. */
export function newPace(perSecond: number, monotonic: () => number): Pace {
  let limit = perSecond
  let room = perSecond
  let filled = monotonic()
  return {
    set(next) {
      limit = next
      room = next
      filled = monotonic()
    },
    wait() {
      if (limit === 0) return 0
      const now = monotonic()
      room = Math.min(limit, room + ((now - filled) * limit) / 1000)
      filled = now
      if (room >= 1) {
        room -= 1
        return 0
      }
      return ((1 - room) * 1000) / limit
    },
  }
}
