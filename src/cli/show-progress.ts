import { Presets, SingleBar } from 'cli-progress'
import type { Progress } from '../platform/index.ts'

const secondsBetweenLines = 5
const linesPerWork = 10

export interface ShownProgress {
  readonly show: Progress
  /** Takes the bar away, so that what follows stands on its own line. */
  end(): void
}

/** Progress as a bar on a terminal, and as a few plain lines elsewhere. */
export function showProgress(to: NodeJS.WriteStream, now: () => number): ShownProgress {
  if (to.isTTY) return bars(to)
  return { show: plainLines((line) => void to.write(`${line}\n`), now), end() {} }
}

function bars(stream: NodeJS.WriteStream): ShownProgress {
  let bar: SingleBar | undefined
  let what = ''
  const end = () => {
    bar?.stop()
    bar = undefined
  }
  return {
    end,
    show(step) {
      if (step.what !== what) end()
      what = step.what
      if (!bar) {
        const format = step.total === undefined ? '{what} {value}' : '{what} [{bar}] {percentage}% {value}/{total}'
        bar = new SingleBar({ stream, format, hideCursor: true, noTTYOutput: false }, Presets.rect)
        bar.start(step.total ?? 0, step.done, { what })
      }
      if (step.total !== undefined) bar.setTotal(step.total)
      bar.update(step.done)
    },
  }
}

/** At most one line per tenth of the work, or per five seconds where nobody knows how much there is. */
export function plainLines(write: (line: string) => void, now: () => number): Progress {
  let what = ''
  let tenths = 0
  let lastAt = now()
  return (step) => {
    if (step.what !== what) {
      what = step.what
      tenths = 0
    }
    const reached = step.total ? Math.floor((step.done / step.total) * linesPerWork) : 0
    const isDue = reached > tenths || now() - lastAt >= secondsBetweenLines * 1000
    if (!isDue) return
    tenths = reached
    lastAt = now()
    write(step.total ? `${what}: ${Math.floor((100 * step.done) / step.total)}%` : `${what}: ${step.done}`)
  }
}
