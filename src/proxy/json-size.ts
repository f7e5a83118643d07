/** How much JSON may hold, however many bytes that takes. */
export type JsonSize = {
  /** Arrays, objects, and the commas in them: what stands in them beside the first. */
  values: number
  /** Fields with a name. */
  fields: number
  /** Arrays and objects within one another. */
  depth: number
}

const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a]
/** With the bit in which a square bracket differs from a curly one: `[{` and `]}`. */
const [opens, closes, curly] = [0x7b, 0x7d, 0x20]

/**
 * Whether a JSON text holds no more than that: by its signs alone, since reading millions of values
 * keeps everybody else waiting. What stands within texts does not count. Says nothing of a text that
 * is no JSON but up to where it ends being some, and no reader goes further.
 */
export function isWithin(bytes: Uint8Array, most: JsonSize): boolean {
  let { values, fields, depth } = most
  for (let at = 0; at < bytes.length; at += 1) {
    const sign = bytes[at] ?? 0
    if (sign === quote) at = endOfText(bytes, at + 1)
    else if (sign === comma) values -= 1
    else if (sign === colon) fields -= 1
    else if ((sign | curly) === closes) depth += 1
    else if ((sign | curly) === opens) {
      depth -= 1
      values -= 1
    }
    if (values < 0 || fields < 0 || depth < 0) return false
  }
  return true
}

/** Where the quotation mark stands that ends a text. */
function endOfText(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at += 1) {
    if (bytes[at] === backslash) at += 1
    else if (bytes[at] === quote) return at
  }
  return bytes.length
}
