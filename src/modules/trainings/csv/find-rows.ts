import { fold } from '../../../engine/text/index.ts'
import { fromCsvCell, passedOver, readCsvRows, type TextEncoding } from '../../imports/index.ts'
import type { FoundTraining } from '../intake/found-training.ts'
import { trainingColumns } from './columns.ts'

/**
 * The rows of a CSV of trainings, streamed: each is a start of an offering. A programme is known by its number; without one, by its provider and
 * title. Columns that we do not know are told once.
 */
export async function* findProgrammeRows(
  name: string,
  bytes: AsyncIterable<Buffer | Uint8Array>,
  encoding?: TextEncoding,
): AsyncGenerator<FoundTraining> {
  let unknown: readonly string[] = []
  const rows = readCsvRows(bytes, {
    name,
    columns: trainingColumns,
    required: ['title', 'provider'],
    onHeader: (header) => {
      unknown = header.unknown
    },
    ...(encoding === undefined ? {} : { encoding }),
  })
  for await (const row of rows) {
    if (unknown.length > 0) {
      yield { place: `${name}:1`, note: passedOver(unknown) }
      unknown = []
    }
    const place = `${name}:${row.line}`
    if ('problem' in row) {
      yield { place, problem: row.problem, record: row.record }
      continue
    }
    const content = Object.fromEntries(Object.entries(row.fields).map(([column, cell]) => [column, fromCsvCell(cell)]))
    const programme = programmeKey(content)
    if (programme === undefined) {
      const problem = 'It needs a title and a provider (columns "titel" and "aanbieder"), or a number (column "nummer").'
      yield { place, problem, record: JSON.stringify(content).slice(0, 300) }
      continue
    }
    const start = [offeringKey(content), content.start ?? ''].join('@')
    yield { place, kind: 'offering', externalId: `${programme}|${start}`, programme, format: 'csv', content }
  }
}

type Row = Readonly<Record<string, string>>

function programmeKey({ id, title, provider }: Row): string | undefined {
  if (id !== undefined) return id.slice(0, 200)
  return title === undefined || provider === undefined ? undefined : `${fold(provider)}|${fold(title)}`.slice(0, 200)
}

/** By its number; without one, by where it is given. */
export function offeringKey({ offering, place, postcode, online }: Row): string {
  return (offering ?? fold([place, postcode, online].filter((one) => one !== undefined).join(' '))).slice(0, 200)
}
