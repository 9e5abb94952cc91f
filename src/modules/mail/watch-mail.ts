/** Work that is done every so often, one turn at a time. */
export interface Watch {
  /** No more turns; waits for the one that runs. */
  stop(): Promise<void>
}

/** Does a turn every `everyMs` unless the one before is not done. Keeps no process alive. */
export function every(everyMs: number, turn: () => Promise<void>): Watch {
  let running: Promise<void> | undefined
  const timer = setInterval(() => {
    running ??= turn().finally(() => {
      running = undefined
    })
  }, everyMs)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}
