/** What a link is about; undefined when it cannot be used any more, so that the page says so in words. */
export async function orElseGone<T>(looked: Promise<T>): Promise<T | undefined> {
  try {
    return await looked
  } catch (error) {
    if (error instanceof Error && error.name === 'Conflict') return undefined
    throw error
  }
}
