import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * Refuses the use of a database from inside a transaction on it. On PGlite that would wait for ever, on PostgreSQL it would
 * silently stand outside the transaction; refusing on both makes a test on either find it.
 */
export class TransactionGuard {
  readonly #inside = new AsyncLocalStorage<{ open: boolean }>()

  check(): void {
    if (this.#inside.getStore()?.open) {
      throw new Error('This database is in a transaction here: use the database that the transaction hands to its work.')
    }
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    this.check()
    const mark = { open: true }
    try {
      return await this.#inside.run(mark, work)
    } finally {
      // Work that was started inside and lives on (a timer, an event) may use the database again.
      mark.open = false
    }
  }
}

export const refuseNesting = (): never => {
  throw new Error('Transactions do not nest: pass the work on to the transaction that is open.')
}
