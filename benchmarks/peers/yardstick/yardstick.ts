import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Market, View } from '../../../src/engine/matching/index.ts'
import { columnSections, personSections, runsOf, type Section } from './sections.ts'

/** A row of an answer, as the kernels give it. */
export interface FoundRow {
  readonly row: number
  readonly isSure: boolean
  readonly fitsLow: boolean
  readonly fitsHigh: boolean
  readonly of: number
  readonly outOf: number
}

/** What the three sweeps found. */
export interface Counted {
  readonly fitNow: readonly [low: number, high: number]
  readonly eligible: readonly [low: number, high: number]
  readonly best: readonly FoundRow[]
}

export interface Measured extends Counted {
  /** Milliseconds of the processor, sweep by sweep, of the quickest try. */
  readonly terms: number
  readonly sums: number
  readonly picking: number
  /** That try on the clock. */
  readonly clockMs: number
}

const compiler = process.env.CC ?? 'cc'
const flags = ['-std=c11', '-O3', '-march=native']

/** @returns its name and version; undefined where there is none */
export function compilerVersion(): string | undefined {
  const { status, stdout } = spawnSync(compiler, ['--version'], { encoding: 'utf8' })
  return status === 0 ? stdout.split('\n', 1)[0] : undefined
}

/** The C program in a process of its own, with the columns of one market in its memory. */
export class Yardstick {
  readonly bytes: number
  readonly pid: number
  readonly #market: Market
  readonly #process: ChildProcessWithoutNullStreams
  readonly #lines: AsyncIterator<string>
  readonly #folder: string

  private constructor(market: Market, bytes: number, child: ChildProcessWithoutNullStreams, folder: string) {
    this.bytes = bytes
    this.pid = child.pid as number
    this.#market = market
    this.#process = child
    this.#lines = createInterface(child.stdout)[Symbol.asyncIterator]()
    this.#folder = folder
  }

  /** @throws Error with what the compiler says, where it does not compile */
  static async start(market: Market): Promise<Yardstick> {
    const folder = mkdtempSync(join(tmpdir(), 'yardstick-'))
    const program = join(folder, 'yardstick')
    const sources = ['yardstick.c', 'kernels.c'].map((file) => join(import.meta.dirname, file))
    const { status, stderr, error } = spawnSync(compiler, [...flags, '-o', program, ...sources], { encoding: 'utf8' })
    if (status !== 0) throw error ?? new Error(stderr)
    const child = spawn(program, { stdio: ['pipe', 'pipe', 'pipe'] })
    child.stderr.pipe(process.stderr)
    const columns = Object.values(columnSections(market))
    const bytes = columns.reduce((sum, { byteLength }) => sum + byteLength, 0)
    const made = new Yardstick(market, bytes, child, folder)
    await made.#write(columns)
    return made
  }

  /** Makes a person ready; what it returns answers, so many times each time, and gives the quickest of them. */
  prepare(view: View, limit: number, repeats: number): () => Promise<Measured> {
    const runs = runsOf(this.#market, view.states)
    const { earlyStarts, lowestWage, highestWage, unknownWage, countsMissing, ...tables } = personSections(
      this.#market,
      view,
      runs,
    )
    const numbers = Int32Array.of(earlyStarts, lowestWage, highestWage, unknownWage, countsMissing, limit, repeats)
    const sections = [numbers, ...Object.values(tables), view.worth]
    return async () => {
      await this.#write(sections)
      const { value, done } = await this.#lines.next()
      if (done) throw new Error('the yardstick has ended')
      return answerIn(value)
    }
  }

  async end(): Promise<void> {
    const ended = once(this.#process, 'exit')
    this.#process.stdin.end()
    await ended
    rmSync(this.#folder, { recursive: true })
  }

  /** Each section as its length in eight bytes, and then its bytes. */
  async #write(sections: readonly Section[]): Promise<void> {
    const { stdin } = this.#process
    for (const { buffer, byteOffset, byteLength } of sections) {
      const length = Buffer.alloc(8)
      length.writeBigUInt64LE(BigInt(byteLength))
      stdin.write(length)
      // A copy: what is written may not change until it has gone, and tables of a person live shorter than that.
      if (!stdin.write(Buffer.copyBytesFrom(new Uint8Array(buffer, byteOffset, byteLength)))) await once(stdin, 'drain')
    }
  }
}

function answerIn(line: string): Measured {
  const [terms, sums, picking, clock, ...rest] = line.split(' ')
  const [fitLow, fitHigh, eligibleLow, eligibleHigh, ...best] = rest
  const ms = (nanoseconds: string | undefined): number => Number(nanoseconds) / 1e6
  return {
    ...{ terms: ms(terms), sums: ms(sums), picking: ms(picking), clockMs: ms(clock) },
    fitNow: [Number(fitLow), Number(fitHigh)],
    eligible: [Number(eligibleLow), Number(eligibleHigh)],
    best: best.map((one): FoundRow => {
      const [row = 0, isSure, fitsLow, fitsHigh, of = 0, outOf = 1] = one.split(':').map(Number)
      return { row, isSure: isSure === 1, fitsLow: fitsLow === 1, fitsHigh: fitsHigh === 1, of, outOf }
    }),
  }
}
