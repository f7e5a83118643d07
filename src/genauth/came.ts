/** The parts of an HTTP answer's head that matter here; the first of each header. */
export type Head = {
  httpStatus: number
  contentType: string | null
  retryAfter: string | null
  date: string | null
}

/** What came of one exchange, before anybody has judged it. */
export type Came =
  | { kind: 'reply'; head: Head; body: string }
  /** An HTTP answer whose body cannot be had: too large, not UTF-8, badly packed. */
  | { kind: 'spoilt'; head: Head; why: string }
  /** Bytes came that are no HTTP answer. */
  | { kind: 'garbled'; why: string }
  /**
   * No complete answer. `left: false` only when it is certain that no byte of the request was handed
   * to a socket.
   */
  | { kind: 'silence'; left: boolean; why: string }
