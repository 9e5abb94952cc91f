/** How a count stands to the average of all regions: a word and a shade, so that neither stands alone. */
export type CountClass = 'none' | 'few' | 'average' | 'many'

/**
 * `none` is zero. `few` is less than half the average of all regions, `many` more than twice. With an average of zero everything is none.
 */
export function countClass(count: number, all: readonly { readonly count: number }[]): CountClass {
  if (count === 0) return 'none'
  const average = all.reduce((sum, one) => sum + one.count, 0) / Math.max(1, all.length)
  if (count < average / 2) return 'few'
  return count > average * 2 ? 'many' : 'average'
}
