/** The database cannot be used as it is; the message is one sentence for whoever starts the program. */
export class CannotOpen extends Error {
  override name = 'CannotOpen'
}
