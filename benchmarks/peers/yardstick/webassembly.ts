import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Market, View } from '../../../src/engine/matching/index.ts'
import { columnSections, personSections, type RunSections, type Section } from './sections.ts'
import type { Counted, FoundRow } from './yardstick.ts'

const compiler = process.env.CLANG ?? 'clang'
const flags = ['--target=wasm32', '-std=c11', '-O3', '-msimd128', '-mbulk-memory', '-nostdlib', '-ffreestanding']
const linking = ['-Wl,--no-entry', '-Wl,--import-memory', '-Wl,--initial-memory=1048576', '-Wl,--max-memory=4294967296']

/** @returns name and version of what compiles to WebAssembly; undefined where there is nothing */
export function clangVersion(): string | undefined {
  const { status, stdout } = spawnSync(compiler, ['--version'], { encoding: 'utf8' })
  return status === 0 ? stdout.split('\n', 1)[0] : undefined
}

/** @throws Error with what the compiler says, where it does not compile */
function compile(): WebAssembly.Module {
  const folder = mkdtempSync(join(tmpdir(), 'kernels-'))
  try {
    const made = join(folder, 'kernels.wasm')
    const source = join(import.meta.dirname, 'kernels.c')
    const { status, stderr, error } = spawnSync(compiler, [...flags, ...linking, '-o', made, source], { encoding: 'utf8' })
    if (status !== 0) throw error ?? new Error(stderr)
    return new WebAssembly.Module(readFileSync(made))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

type Sweep = (columns: number, person: number, room: number) => void

interface Sweeps {
  readonly sweep_terms: Sweep
  readonly sum_rows: Sweep
  readonly count_and_pick: Sweep
  /** @returns 1 where sums are made row by row, of the worth of kinds */
  readonly reads_rows: (columns: number, person: number, count: number) => 0 | 1
}

const page = 65_536
/** The module's own data and stack lie below. */
const firstFree = 1_048_576
const fieldsOfPerson = 22
const fieldsOfRoom = 15
const fieldsOfFound = 6
/** Places of fields in `Room` of kernels.h. */
const roomFields = { count: 8, bestCount: 9, fitLow: 11, fitHigh: 12, eligibleLow: 13, eligibleHigh: 14 } as const

/** The kernels of kernels.c as WebAssembly, with the columns of a market in their memory. */
export class WebAssemblyKernels {
  readonly #memory = new WebAssembly.Memory({ initial: firstFree / page, maximum: 65_536 })
  readonly #sweeps: Sweeps
  readonly #market: Market
  readonly #size: number
  readonly #columns: number
  readonly #person: number
  readonly #room: number
  readonly #best: number
  /** From here on the tables of a person. */
  readonly #tables: number
  #next = firstFree
  #view: View | undefined

  constructor(market: Market, mostShown: number) {
    const { exports } = new WebAssembly.Instance(compile(), { env: { memory: this.#memory } })
    this.#sweeps = exports as unknown as Sweeps
    this.#market = market
    this.#size = market.columns.size
    const sections = columnSections(market)
    const { weights, shift, wageMax, essentials, rowWeights, rank, carried, unprovable } = sections
    const { from, rows, requirementStart, requirements, parts } = sections
    const { partValues, partBits, rareBits, rareRows, rareValues } = sections
    const demands = (from.length - 1) / 3
    const words = Math.ceil(this.#size / 32)
    const put = (sections: readonly Section[]): number[] => sections.map((section) => this.#put(section))
    this.#columns = this.#put(
      Uint32Array.of(
        ...[this.#size, demands, ...put([weights, shift, wageMax, essentials, rowWeights, rank, carried])],
        ...[sections.wageBits.length / words, ...put([sections.wageBits, sections.wageStated])],
        ...[sections.latestBits.length / words, ...put([sections.latestBits, sections.latestStated])],
        ...[...put([from, rows, requirementStart, requirements]), unprovable.length, this.#put(unprovable)],
        ...[words, parts.length / 4, ...put([parts, partValues, partBits, rareBits, rareRows, rareValues])],
      ),
    )
    this.#person = this.#take(4 * fieldsOfPerson)
    this.#best = this.#take(4 * fieldsOfFound * (mostShown + 1))
    const take = (...bytes: readonly number[]): number[] => bytes.map((one) => this.#take(one))
    const room = [...take(...new Array<number>(6).fill(4 * words), 8 * this.#size), this.#best]
    this.#room = this.#put(Uint32Array.of(...room, ...new Uint32Array(fieldsOfRoom - room.length)))
    this.#tables = this.#next
  }

  /** Makes of a person what the kernels read, and copies it in; afterwards the sweeps may be asked one by one. */
  put(view: View, runs: RunSections, limit: number): void {
    this.#next = this.#tables
    const { earlyStarts, lowestWage, highestWage, unknownWage, countsMissing, ...tables } = personSections(
      this.#market,
      view,
      runs,
    )
    const { runFrom, runEnd, runState, leastCents, partStates, partStatesFrom } = tables
    const { touched, credit, metLow, metHigh, spanFrom, spanEnd } = tables
    const put = (sections: readonly Section[]): number[] => sections.map((section) => this.#put(section))
    const fields = [
      ...[earlyStarts, lowestWage, highestWage, unknownWage, countsMissing, limit],
      ...[runFrom.length, ...put([runFrom, runEnd, runState, leastCents, partStates, partStatesFrom])],
      ...[touched.length, ...put([touched, credit, metLow, metHigh])],
      ...[spanFrom.length, ...put([spanFrom, spanEnd])],
    ]
    new Int32Array(this.#memory.buffer, this.#person, fields.length).set(fields)
    this.#view = view
  }

  terms(): void {
    this.#sweeps.sweep_terms(this.#columns, this.#person, this.#room)
  }

  sums(): void {
    const count = new Uint32Array(this.#memory.buffer, this.#room, fieldsOfRoom)[roomFields.count] as number
    if (this.#sweeps.reads_rows(this.#columns, this.#person, count) === 1) {
      const worth = this.#put((this.#view as View).worth)
      new Uint32Array(this.#memory.buffer, this.#person, fieldsOfPerson)[fieldsOfPerson - 1] = worth
    }
    this.#sweeps.sum_rows(this.#columns, this.#person, this.#room)
  }

  pick(): Counted {
    this.#sweeps.count_and_pick(this.#columns, this.#person, this.#room)
    const room = new Uint32Array(this.#memory.buffer, this.#room, fieldsOfRoom)
    const field = (name: keyof typeof roomFields): number => room[roomFields[name]] as number
    const found = new Uint32Array(this.#memory.buffer, this.#best, fieldsOfFound * field('bestCount'))
    return {
      fitNow: [field('fitLow'), field('fitHigh')],
      eligible: [field('eligibleLow'), field('eligibleHigh')],
      best: Array.from({ length: field('bestCount') }, (_, at): FoundRow => {
        const [row = 0, isSure, fitsLow, fitsHigh, of = 0, outOf = 1] = found.subarray(at * fieldsOfFound)
        return { row, isSure: isSure === 1, fitsLow: fitsLow === 1, fitsHigh: fitsHigh === 1, of, outOf }
      }),
    }
  }

  get bytes(): number {
    return this.#memory.buffer.byteLength
  }

  /** @returns where it lies */
  #put(section: Section): number {
    const at = this.#take(section.byteLength)
    new Uint8Array(this.#memory.buffer).set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), at)
    return at
  }

  #take(bytes: number): number {
    const at = this.#next
    this.#next = Math.ceil((at + bytes) / 64) * 64
    const missing = this.#next - this.#memory.buffer.byteLength
    if (missing > 0) this.#memory.grow(Math.ceil(missing / page))
    return at
  }
}
