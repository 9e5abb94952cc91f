import { Invalid } from '../../platform/index.ts'
import type { Catalogue } from '../skills/index.ts'
import type { Trainings } from '../trainings/index.ts'
import type { Vacancies } from '../vacancies/index.ts'
import { type ExportKind, exportFormats, type FormatOf } from './export-formats.ts'
import { inPieces } from './pieces.ts'
import { trainingWriters } from './training-writers.ts'
import { vacancyWriters } from './vacancy-writers.ts'

/** One way to write all records of a kind. */
export interface Writer {
  readonly contentType: string
  /** Of the file. */
  readonly ending: string
  /** The whole text, a little at a time. */
  write(context: WriterContext): AsyncGenerator<string>
}

export interface WriterContext {
  readonly catalogue: Catalogue
  /** Told how many records were written so far. */
  readonly onRecord: (done: number) => void
}

/** A writer of each format of a kind. */
export type Writers<Kind extends ExportKind> = Readonly<Record<FormatOf<Kind>, Writer>>

/** An export that is ready to be read. */
export interface Exported {
  readonly contentType: string
  /** `vacancies.csv`. */
  readonly fileName: string
  /** Text in pieces of some ten thousands of characters; memory stays flat when they are used up one by one. */
  readonly pieces: AsyncIterable<string>
}

/** What is published, out again in formats that others read. */
export interface Exports {
  /** @throws Invalid on a format that is not one of this kind */
  open(kind: ExportKind, format: string, onRecord?: (done: number) => void): Promise<Exported>
}

export interface ExportsParts {
  readonly vacancies: Pick<Vacancies, 'eachPublished'>
  readonly trainings: Pick<Trainings, 'listProgrammes' | 'offeringsOf'>
  readonly skills: { catalogue(): Promise<Catalogue> }
}

export function createExports(parts: ExportsParts): Exports {
  const writers: { readonly [Kind in ExportKind]: Writers<Kind> } = {
    vacancies: vacancyWriters(parts.vacancies),
    trainings: trainingWriters(parts.trainings),
  }
  return {
    async open(kind, format, onRecord = () => {}) {
      const formats: readonly string[] = exportFormats[kind]
      if (!formats.includes(format)) throw new Invalid('as', `Export ${kind} as one of: ${formats.join(', ')}; not "${format}".`)
      const writer = (writers[kind] as Readonly<Record<string, Writer>>)[format] as Writer
      const catalogue = await parts.skills.catalogue()
      return {
        contentType: writer.contentType,
        fileName: `${kind}.${writer.ending}`,
        pieces: inPieces(writer.write({ catalogue, onRecord })),
      }
    },
  }
}
