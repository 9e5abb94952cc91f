export interface Turn {
  /** Resolves when it is one's turn. */
  readonly begin: Promise<void>
  end(): void
}

/** At most so many at once, and so many waiting. Who comes after those gets no turn: undefined. */
export function turns(atOnce: number, waiting: number): () => Turn | undefined {
  const line: (() => void)[] = []
  let running = 0
  return () => {
    if (running >= atOnce && line.length >= waiting) return undefined
    const begin =
      running < atOnce
        ? Promise.resolve()
        : new Promise<void>((resolve) => {
            line.push(resolve)
          })
    if (running < atOnce) running++
    return {
      begin,
      end() {
        // The place goes on to the next in line, if there is one.
        const next = line.shift()
        if (next) next()
        else running--
      },
    }
  }
}
