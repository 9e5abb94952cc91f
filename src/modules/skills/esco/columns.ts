import { Invalid } from '../../../platform/index.ts'
import { type CsvRow, readCsv } from './read-csv.ts'
import type { ReleaseFile } from './release.ts'

/** A row by column name. A column the file does not have is an empty text. */
export interface NamedRow<C extends string> {
  readonly row: CsvRow
  get(column: C): string
}

/**
 * Reads a file by column names, in any order and any case; columns we do not know are passed over. Throws `Invalid` when a required
 * column is missing.
 *
 * @param names per column the names it has in the versions of ESCO; the first is the one in messages
 */
export async function* readColumns<C extends string>(
  file: ReleaseFile,
  names: Readonly<Record<C, readonly string[]>>,
  required: readonly C[],
): AsyncGenerator<NamedRow<C>> {
  let places: Map<C, number> | undefined
  for await (const row of readCsv(file.name, await file.open())) {
    if (places === undefined) {
      places = findColumns(file.name, row.fields, names, required)
      continue
    }
    const found = places
    yield { row, get: (column) => row.fields[found.get(column) ?? -1]?.trim() ?? '' }
  }
}

function findColumns<C extends string>(
  file: string,
  header: readonly string[],
  names: Readonly<Record<C, readonly string[]>>,
  required: readonly C[],
): Map<C, number> {
  const folded = header.map((name) => name.trim().toLowerCase())
  const places = new Map<C, number>()
  for (const [column, known] of Object.entries(names) as [C, readonly string[]][]) {
    const accepted = new Set(known.map((name) => name.toLowerCase()))
    const at = folded.findIndex((name) => accepted.has(name))
    if (at >= 0) places.set(column, at)
    else if (required.includes(column)) {
      throw new Invalid(
        `${file}:1`,
        `${file}, line 1: the column "${known[0]}" is missing. The header has: ${header.join(', ')}. Use the file as it was downloaded, with its header.`,
      )
    }
  }
  return places
}
