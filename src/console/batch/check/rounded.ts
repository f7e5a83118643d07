/** Whether an id is a number that a spreadsheet has rounded, such as `1.86E+10`: its last digits are lost. */
export function isRounded(id: string): boolean {
  return /^[+-]?\d+(?:[.,]\d+)?e\+?\d+$/i.test(id)
}
