import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Vacancy } from '../../src/engine/matching/index.ts'
import type { PeerFiles, Requirements, VacancyRow } from './peer.ts'

/** Columns of the file of vacancies, in order. */
export const vacancyColumns = [
  ...(['id', 'cell', 'place', 'remoteShare', 'hoursMin', 'hoursMax', 'days', 'wageMax', 'workLevel', 'orYears'] as const),
  ...(['diploma', 'experienceYears', 'certificate', 'sponsors', 'latestStart', 'carried', 'weights', 'nl', 'en'] as const),
  'licences',
] as const satisfies readonly (keyof VacancyRow)[]

interface Written {
  readonly rows: Iterable<VacancyRow>
  readonly requirements: Requirements
  readonly inWords: Iterable<Vacancy>
}

export function writeFiles(folder: string, { rows, requirements, inWords }: Written): PeerFiles {
  const file = (name: string): string => join(folder, `${name}.tsv`)
  const files: PeerFiles = {
    vacancies: file('vacancies'),
    requirements: file('requirements'),
    languages: file('languages'),
    licences: file('licences'),
  }
  const vacancies = new Lines(files.vacancies)
  for (const row of rows) vacancies.add(vacancyColumns.map((column) => row[column]))
  vacancies.end()

  const asked = new Lines(files.requirements)
  const { start, demand, weight } = requirements
  for (let row = 0; row + 1 < start.length; row++) {
    for (let at = start[row] as number; at < (start[row + 1] as number); at++) asked.add([row, demand[at], weight[at]])
  }
  asked.end()

  const [languages, licences] = [new Lines(files.languages), new Lines(files.licences)]
  let row = 0
  for (const vacancy of inWords) {
    for (const { code, level } of vacancy.languages ?? []) languages.add([row, code, level])
    for (const code of vacancy.licences ?? []) licences.add([row, code])
    row++
  }
  for (const lines of [languages, licences]) lines.end()
  return files
}

/** Lines are gathered before they are written. */
const chunk = 1 << 20

class Lines {
  readonly #file: number
  #text = ''

  constructor(path: string) {
    this.#file = openSync(path, 'w', 0o644)
  }

  add(values: readonly (string | number | boolean | null | undefined)[]): void {
    this.#text += `${values.map(textOf).join('\t')}\n`
    if (this.#text.length > chunk) this.#flush()
  }

  end(): void {
    this.#flush()
    closeSync(this.#file)
  }

  #flush(): void {
    writeSync(this.#file, this.#text)
    this.#text = ''
  }
}

function textOf(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return '\\N'
  return typeof value === 'boolean' ? String(Number(value)) : String(value)
}
