import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { pipeline } from 'node:stream'
import { parse } from 'csv-parse'
import { Invalid } from '../../platform/index.ts'
import type { RejectedRow } from './postcode-store.ts'
import type { Postcode } from './region.ts'

export interface PostcodesRead {
  readonly rows: readonly Postcode[]
  readonly rejected: readonly RejectedRow[]
  /** Post-office boxes: nobody lives there. */
  readonly boxes: number
}

const mostBytes = 100_000_000
const mostRecordCharacters = 10_000

/** Header names of the two layouts that are read: the 4PP list (Dutch) and a plain English one. */
const headers = {
  postcode: ['postcode', 'postalcode'],
  place: ['place', 'woonplaats', 'plaats'],
  municipality: ['municipality', 'gemeente'],
  latitude: ['latitude', 'lat'],
  longitude: ['longitude', 'lon', 'lng'],
} as const

type Field = keyof typeof headers

/**
 * Reads a CSV of four-digit postcodes, by header name. Rows that cannot be used are reported with file and line, never
 * guessed at.
 * @throws Invalid when the file is missing, too large, lacks a column, or holds no row that can be used.
 */
export async function readPostcodes(path: string, signal?: AbortSignal): Promise<PostcodesRead> {
  const name = basename(path)
  await refuseUnreadable(path, name)
  const parser = parse({
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    info: true,
    max_record_size: mostRecordCharacters,
  })
  // An error of the file reaches the loop below through the parser, which the pipeline then destroys.
  pipeline(createReadStream(path), parser, () => {})
  const found = new Map<string, Postcode>()
  const rejected: RejectedRow[] = []
  let columns: Record<Field, number> | undefined
  let kindColumn = -1
  let boxes = 0
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      signal?.throwIfAborted()
      if (columns === undefined) {
        columns = columnsOf(record, name)
        kindColumn = indexOf(record, ['soort'])
        continue
      }
      if (record[kindColumn] === 'Postbus') {
        boxes += 1
        continue
      }
      const row = toPostcode(record, columns)
      const refused =
        typeof row === 'string' ? row : found.has(row.postcode) ? `Postcode ${row.postcode} stands here twice.` : undefined
      if (refused !== undefined) {
        rejected.push({ place: `${name}:${info.lines}`, reason: refused, record: record.join(',').slice(0, 200) })
      } else if (typeof row !== 'string') {
        found.set(row.postcode, row)
      }
    }
  } catch (error) {
    signal?.throwIfAborted()
    if (error instanceof Invalid) throw error
    const line = (error as { lines?: number }).lines
    throw new Invalid(
      line === undefined ? name : `${name}:${line}`,
      `This file cannot be read as CSV: ${(error as Error).message}`,
    )
  }
  if (found.size === 0) {
    const first = rejected[0]
    throw new Invalid(name, `No row of ${name} can be used.${first ? ` ${first.place}: ${first.reason}` : ' It holds no rows.'}`)
  }
  return { rows: [...found.values()], rejected, boxes }
}

async function refuseUnreadable(path: string, name: string): Promise<void> {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) throw new Invalid(name, `There is no file ${path}. Give the path of a CSV file.`)
  if (found.size > mostBytes)
    throw new Invalid(name, `${name} is larger than ${mostBytes / 1_000_000} MB: this is no list of postcodes.`)
}

function columnsOf(header: readonly string[], name: string): Record<Field, number> {
  const columns = {} as Record<Field, number>
  for (const field of Object.keys(headers) as Field[]) {
    const column = indexOf(header, headers[field])
    if (column < 0) {
      throw new Invalid(
        `${name}:1`,
        `The first line of ${name} has no column "${headers[field].join('" or "')}". It should name: postcode, place (woonplaats), municipality (gemeente), latitude, longitude.`,
      )
    }
    columns[field] = column
  }
  return columns
}

function indexOf(header: readonly string[], names: readonly string[]): number {
  return header.findIndex((column) => names.includes(column.trim().toLowerCase()))
}

/** The row, or why it cannot be used. */
function toPostcode(record: readonly string[], columns: Record<Field, number>): Postcode | string {
  const value = (field: Field): string => (record[columns[field]] ?? '').trim()
  const postcode = value('postcode')
  if (!/^[1-9]\d{3}$/.test(postcode)) return `"${postcode}" is no postcode of four digits.`
  const place = value('place')
  const municipality = value('municipality')
  if (place === '' && municipality === '') return 'The row names no place and no municipality.'
  if (place.includes('�') || municipality.includes('�')) return 'The text is not UTF-8.'
  const lat = Number(value('latitude') || Number.NaN)
  const lon = Number(value('longitude') || Number.NaN)
  if (!(lat >= 50.5 && lat <= 53.8 && lon >= 3.2 && lon <= 7.4)) {
    return `Latitude "${value('latitude')}" and longitude "${value('longitude')}" do not lie in the Netherlands.`
  }
  return { postcode, place: place || municipality, municipality: municipality || place, at: [lat, lon] }
}
