/** After what failed, so long; twice as long each time, up to the most. */
const firstPauseMs = 500
const longestPauseMs = 30_000

/** Pauses between tries of something that failed. */
export class Retries {
  #failures = 0
  #pause: NodeJS.Timeout | undefined

  get isPausing(): boolean {
    return this.#pause !== undefined
  }

  /** Calls `again` after the next pause. */
  after(again: () => void): void {
    const wait = Math.min(longestPauseMs, firstPauseMs * 2 ** this.#failures++)
    this.#pause = setTimeout(() => {
      this.#pause = undefined
      again()
    }, wait)
    this.#pause.unref()
  }

  /** It went well, or there is something new to try. */
  reset(): void {
    this.#failures = 0
    clearTimeout(this.#pause)
    this.#pause = undefined
  }
}
