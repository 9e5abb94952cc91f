/** A name for a list of numbers. */
export type SetKey = number | string

/**
 * Equal for equal lists, and for no others: one whole number, or text where that would be too large to be exact. Three of more than 208,000 courses are.
 * @param below every number is less than this
 */
export function setKey<T>(list: readonly T[], numberOf: (one: T) => number, below: number): SetKey {
  const size = below + 1
  if (size ** list.length > Number.MAX_SAFE_INTEGER) return list.map(numberOf).join(' ')
  let key = 0
  for (let at = 0; at < list.length; at++) key = key * size + numberOf(list[at] as T) + 1
  return key
}
