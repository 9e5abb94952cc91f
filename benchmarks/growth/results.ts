import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** One size to measure. */
export interface Task {
  readonly world: string
  readonly vacancies: number
  /** People in the pool are as many as vacancies, up to this. */
  readonly mostPeople: number
  readonly samples: number
  readonly budgetMs: number
}

/** What one size gave. Times in milliseconds of the processor, of the one thread that builds and answers. */
export interface Figures {
  readonly world: string
  readonly vacancies: number
  readonly offerings: number
  readonly people: number
  /** Day, processor, cores, load, Node. */
  readonly measured: string
  /** Making the rows is not in it. */
  readonly buildMs: {
    readonly columns: number
    readonly offerings: number
    readonly readings: number
    readonly people: number
  }
  /** Of all arrays of numbers. */
  readonly bytes: {
    readonly columns: number
    readonly ids: number
    readonly readings: number
    readonly people: number
  }
  readonly rssMb: { readonly built: number; readonly withPeople: number; readonly atEnd: number }
  /** Of each question its answers in turn, the same people in the same order at every size. */
  readonly answersMs: Readonly<Record<string, readonly number[]>>
}

/** One line of JSON for each world and size. */
const file = join(import.meta.dirname, 'results.jsonl')

/** All sizes of a world that were measured, the smallest first. */
export function figuresOf(world: string): Figures[] {
  return readAll()
    .filter((figures) => figures.world === world)
    .sort((a, b) => a.vacancies - b.vacancies)
}

/** In the place of earlier ones of the same world and size. */
export function saveFigures(figures: Figures): void {
  const others = readAll().filter(({ world, vacancies }) => world !== figures.world || vacancies !== figures.vacancies)
  writeFileSync(file, [...others, figures].map((one) => `${JSON.stringify(one)}\n`).join(''))
}

function readAll(): Figures[] {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Figures)
}
