import { extname } from 'node:path'
import { Invalid } from '../../../platform/index.ts'
import { filesOf, type ImportSource, readJsonItems, readLines, type SourceFile, type TextEncoding } from '../../imports/index.ts'
import { findProgrammeRows } from '../csv/find-rows.ts'
import { explode, recordLists } from '../ooapi/explode.ts'
import type { FoundTraining } from './found-training.ts'

/** How a file is taken apart into records. */
export const trainingFileKinds = ['json', 'ndjson', 'csv'] as const
export type TrainingFileKind = (typeof trainingFileKinds)[number]

export interface FindTrainingsOptions {
  /** For sources whose name does not tell. */
  readonly kind?: TrainingFileKind
  /** Of CSV files. */
  readonly encoding?: TextEncoding
}

const byEnding: Readonly<Record<string, TrainingFileKind>> = {
  '.json': 'json',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.csv': 'csv',
  '.tsv': 'csv',
}

/**
 * Every record in a source, file by file: OOAPI v5 and v6 (a list, the answer of an endpoint, several lists in one object, one a line), or CSV. A
 * file that cannot be read, or not to its end, is one problem among the others.
 * @throws Invalid when there is no such file
 */
export async function* findTrainings(source: ImportSource, options: FindTrainingsOptions = {}): AsyncGenerator<FoundTraining> {
  for await (const file of filesOf(source, 'trainings', Object.keys(byEnding))) {
    let any = false
    try {
      for await (const found of inFile(file, options)) {
        any ||= !('note' in found)
        yield found
      }
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      yield { place: error.where, problem: error.message, record: '', cutShort: true }
      continue
    }
    if (!any) yield { place: file.name, problem: 'There is no training in this file.', record: '', cutShort: true }
  }
}

async function* inFile(file: SourceFile, { kind, encoding }: FindTrainingsOptions): AsyncGenerator<FoundTraining> {
  const how = kind ?? byEnding[extname(file.name).toLowerCase()]
  if (how === undefined) {
    const asked = Object.keys(byEnding).join(', ')
    throw new Invalid(
      file.name,
      `How ${file.name} is written does not show from its name. Give it one of the endings ${asked}, or say what it is.`,
    )
  }
  if (how === 'csv') yield* findProgrammeRows(file.name, file.bytes(), encoding)
  else if (how === 'json') {
    for await (const item of readJsonItems(file.bytes(), { name: file.name, lists: recordLists }))
      yield* explode(item.place, item.value)
  } else {
    for await (const { place, text } of readLines(file.name, file.bytes())) yield* inLine(place, text)
  }
}

function* inLine(place: string, text: string): Generator<FoundTraining> {
  let item: unknown
  try {
    item = JSON.parse(text)
  } catch (error) {
    yield { place, problem: `The line is no JSON: ${(error as Error).message}.`, record: text.slice(0, 300) }
    return
  }
  yield* explode(place, item)
}
