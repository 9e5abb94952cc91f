const values: Readonly<Record<string, number>> = {
  nul: 0, zero: 0, een: 1, één: 1, one: 1, twee: 2, two: 2, drie: 3, three: 3, vier: 4, four: 4, vijf: 5, five: 5, zes: 6, six: 6, zeven: 7, seven: 7,
  acht: 8, eight: 8, negen: 9, nine: 9, tien: 10, ten: 10, twaalf: 12, twelve: 12,
} // biome-ignore format: a table reads better in lines

/** Numbers up to twelve as words, for in a pattern that ignores case. */
export const numberWords = Object.keys(values).join('|')

/** A number in digits or, up to twelve, in words. */
export function numberOf(words: string): number {
  return values[words.toLowerCase()] ?? Number(words.replace(',', '.'))
}
