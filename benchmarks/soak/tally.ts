import { quantile } from '../kernels/options.ts'
import type { Outcome } from './drive.ts'

const minuteMs = 60_000
const busy = 503

/** Gathers outcomes, prints a line a minute, and at the end the whole and each kind of request. */
export class Tally {
  readonly #residentMb: () => number
  readonly #all: Outcome[] = []
  readonly #timer: ReturnType<typeof setInterval>
  #minute: Outcome[] = []
  #minutes = 0

  constructor(residentMb: () => number) {
    this.#residentMb = residentMb
    console.log(`  at the start: ${residentMb().toFixed(0)} MB resident`)
    this.#timer = setInterval(() => this.#endMinute(), minuteMs)
  }

  add(outcome: Outcome): void {
    this.#all.push(outcome)
    this.#minute.push(outcome)
  }

  /** Neither answered nor told to come back later. */
  get failed(): number {
    return this.#all.filter(isFailed).length
  }

  end(): void {
    clearInterval(this.#timer)
    if (this.#minute.length > 0) this.#endMinute('the rest')
    console.log('by kind')
    const kinds = Map.groupBy(this.#all, ({ name }) => name)
    for (const [name, outcomes] of [...kinds].sort()) console.log(line(name, outcomes))
    console.log(line('all', this.#all))
    const refused = [...Map.groupBy(this.#all.filter(isFailed), ({ status }) => status)]
    if (refused.length > 0)
      console.log(`failed with status ${refused.map(([status, { length }]) => `${status}: ${length}`).join(', ')}`)
  }

  #endMinute(name = `minute ${++this.#minutes}`): void {
    console.log(`${line(name, this.#minute)}  ${this.#residentMb().toFixed(0)} MB resident`)
    this.#minute = []
  }
}

const isFailed = ({ status }: Outcome): boolean => status !== 200 && status !== busy

function line(name: string, outcomes: readonly Outcome[]): string {
  const times = outcomes.map(({ ms }) => ms)
  const at = (share: number): string => quantile(times, share).toFixed(0).padStart(6)
  const refused = outcomes.filter(({ status }) => status === busy).length
  return `  ${name.padEnd(14)}${String(outcomes.length).padStart(7)} answers  p50${at(0.5)}  p95${at(0.95)}  p99${at(0.99)}  most${at(1)} ms  ${refused} refused  ${outcomes.filter(isFailed).length} failed`
}
