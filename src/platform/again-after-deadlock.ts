/** PostgreSQL's own code for it: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const deadlockDetected = '40P01'
const mostTries = 6

/**
 * Does a whole transaction again that stood in a circle with others: of those that wait for each other PostgreSQL ends one, and nothing of it is left.
 * @throws what it threw, where that was something else, or when it was ended so every time
 */
export async function againAfterDeadlock<T>(transaction: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await transaction()
    } catch (error) {
      if (tries === mostTries || (error as { code?: unknown }).code !== deadlockDetected) throw error
    }
  }
}
