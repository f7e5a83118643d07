const english = new Intl.PluralRules('en')
const figures = new Intl.NumberFormat('en')

/** Chooses the English form for a count; Chinese needs none. */
export function plural<Form>(count: number, forms: { one: Form; other: Form }): Form {
  return english.select(count) === 'one' ? forms.one : forms.other
}

/** A count with its thousands set apart: English and Chinese write them alike. */
export function figure(count: number): string {
  return figures.format(count)
}
