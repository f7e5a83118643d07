const seam =
  /(?<=[\p{Script=Latin}\d])(?=\p{Script=Han})|(?<=\p{Script=Han})(?=[\p{Script=Latin}\d])/gu

/** A Chinese sentence with a space wherever a Latin word or a figure in it meets Chinese. */
export function spaced(sentence: string): string {
  return sentence.replace(seam, ' ')
}
