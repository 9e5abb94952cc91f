import { sharedArray } from '../columns/index.ts'
import type { Person } from '../matching/index.ts'
import type { Graph } from '../taxonomy/index.ts'
import { type AspectName, aspects } from './aspects.ts'
import type { Codes, Column, Reach, Segment } from './segment.ts'

/**
 * A segment as plain data: numbers, texts, arrays of numbers, and lists of these. Large arrays lie in shared memory, so that a message
 * to another thread carries no copy of them; written as bytes they are a file. What it was made from is not in it.
 *
 * Nothing in here is numbered by vacancies or offerings. Concepts are numbered as in any `Graph` made of the same skills in the same
 * order: `taxonomy` tells another one. From how many answers on silence means *no* is settled in `few`: whoever keeps segments keeps
 * the version of the transfer model beside them.
 */
export interface SegmentData {
  /** Tells the segments apart that one index, and who took it over, ever had. The columns of one number never change. */
  readonly serial: number
  /** Made of the ids of all concepts below `concepts`. */
  readonly taxonomy: number
  readonly size: number
  readonly concepts: number
  readonly idStart: Uint32Array
  readonly idUnits: Uint8Array | Uint16Array
  readonly idSlots: Uint32Array
  /** As it was when this was made: a copy. */
  readonly gone: Uint8Array
  readonly few: Uint8Array
  readonly fewRows: Uint32Array
  readonly blockStart: Uint32Array
  readonly blockAt: Float64Array
  readonly blockMost: Float64Array
  /** The codes of each aspect, in the order of `aspects.ts`, then those of the way to travel. */
  readonly codes: readonly Codes[]
  /** By column: its values as JSON, from number 1 on. */
  readonly values: readonly (readonly string[])[]
  /** The aspects that are read together, then their codes, what these stand for, and how many rows have each. */
  readonly bundleNames: readonly (readonly string[])[]
  readonly bundleCodes: readonly Codes[]
  readonly bundleParts: readonly Uint32Array[]
  readonly bundleRows: readonly Uint32Array[]
  readonly claimStart: Uint32Array
  readonly claimConcept: Uint16Array | Uint32Array
  readonly claimCode: Uint8Array
  readonly occupationStart: Uint32Array
  readonly occupation: Uint16Array | Uint32Array
  readonly occupations: readonly string[]
  readonly doerStart: Uint32Array
  readonly doerRow: Uint32Array
  readonly pages: number
  readonly postingStart: Uint32Array
  readonly postingHolder: Uint16Array
  readonly postingCode: Uint8Array
}

export function segmentToData(segment: Segment, serial: number, graph: Graph): SegmentData {
  const { ids, blocks, postings, doers } = segment
  const columns: readonly Column<unknown>[] = [...aspects.map(({ name }) => segment.aspects[name]), segment.reach]
  const gone = sharedArray(Uint8Array, segment.size)
  gone.set(segment.gone)
  return {
    serial,
    taxonomy: printOf(graph, segment.concepts),
    size: segment.size,
    concepts: segment.concepts,
    idStart: ids.start,
    idUnits: ids.units,
    idSlots: ids.slots,
    gone,
    few: segment.few,
    fewRows: segment.fewRows,
    blockStart: blocks.start,
    blockAt: blocks.at,
    blockMost: blocks.most,
    codes: columns.map(({ codes }) => codes),
    values: columns.map(({ values }) => textsOf(values)),
    bundleNames: segment.bundles.map(({ names }) => names),
    bundleCodes: segment.bundles.map(({ codes }) => codes),
    bundleParts: segment.bundles.map(({ parts }) => parts),
    bundleRows: segment.bundles.map(({ rows }) => rows),
    claimStart: segment.claimStart,
    claimConcept: segment.claimConcept,
    claimCode: segment.claimCode,
    occupationStart: segment.occupationStart,
    occupation: segment.occupation,
    occupations: segment.occupations,
    doerStart: doers.start,
    doerRow: doers.row,
    pages: postings.pages,
    postingStart: postings.start,
    postingHolder: postings.holder,
    postingCode: postings.code,
  }
}

/**
 * The segment of such data: the same arrays, but for its own marks of who is gone.
 *
 * @throws Error when it was made against another taxonomy
 */
export function segmentFromData(data: SegmentData, graph: Graph): Segment {
  if (data.taxonomy !== printOf(graph, data.concepts)) throw new Error('these people were numbered by another taxonomy')
  const gone = new Uint8Array(data.gone)
  const goneRows: number[] = []
  for (let row = gone.indexOf(1); row >= 0; row = gone.indexOf(1, row + 1)) goneRows.push(row)
  const columnAt = <T>(at: number): Column<T> => columnOf(data.codes[at] as Codes, data.values[at] ?? [], goneRows)
  return {
    size: data.size,
    concepts: data.concepts,
    ids: { start: data.idStart, units: data.idUnits, slots: data.idSlots },
    gone,
    few: data.few,
    fewRows: data.fewRows,
    blocks: { start: data.blockStart, at: data.blockAt, most: data.blockMost },
    aspects: Object.fromEntries(aspects.map(({ name }, at) => [name, columnAt<Person>(at)])) as Record<
      AspectName,
      Column<Person>
    >,
    bundles: data.bundleNames.map((names, at) => ({
      names: names as readonly AspectName[],
      codes: data.bundleCodes[at] as Codes,
      parts: data.bundleParts[at] as Uint32Array,
      rows: data.bundleRows[at] as Uint32Array,
    })),
    reach: columnAt<Reach>(aspects.length),
    claimStart: data.claimStart,
    claimConcept: data.claimConcept,
    claimCode: data.claimCode,
    occupationStart: data.occupationStart,
    occupation: data.occupation,
    occupations: data.occupations,
    doers: { start: data.doerStart, row: data.doerRow },
    postings: { pages: data.pages, start: data.postingStart, holder: data.postingHolder, code: data.postingCode },
  }
}

/** The same data may be taken over every second, with other people gone: what only the columns say is worked out once a process. */
const textsOfValues = new WeakMap<readonly unknown[], readonly string[]>()
const valuesOfTexts = new WeakMap<readonly string[], readonly unknown[]>()
const rowsOfCodes = new WeakMap<Codes, Uint32Array>()

function textsOf(values: readonly unknown[]): readonly string[] {
  const texts = textsOfValues.get(values) ?? values.map((value) => JSON.stringify(value))
  textsOfValues.set(values, texts)
  return texts
}

function columnOf<T>(codes: Codes, texts: readonly string[], gone: readonly number[]): Column<T> {
  const values = (valuesOfTexts.get(texts) as readonly T[] | undefined) ?? texts.map((text): T => JSON.parse(text))
  valuesOfTexts.set(texts, values)
  const rows = rowsOfCodes.get(codes) ?? countRows(codes, texts.length + 1)
  rowsOfCodes.set(codes, rows)
  const live = rows.slice()
  for (const row of gone) live[codes[row] as number]!--
  return { codes, values, live }
}

function countRows(codes: Codes, end: number): Uint32Array {
  const rows = new Uint32Array(end)
  for (let row = 0; row < codes.length; row++) rows[codes[row] as number]!++
  return rows
}

const prints = new WeakMap<Graph, Map<number, number>>()

/** FNV-1a over the ids of the first so many concepts. */
function printOf(graph: Graph, concepts: number): number {
  const known = prints.get(graph) ?? new Map<number, number>()
  prints.set(graph, known)
  let print = known.get(concepts)
  if (print === undefined) {
    print = 0x811c9dc5
    for (let concept = 0; concept < concepts; concept++) {
      const id = concept < graph.size ? graph.idOf(concept) : ''
      for (let at = 0; at < id.length; at++) print = Math.imul(print ^ id.charCodeAt(at), 0x01000193)
      print = Math.imul(print ^ 0xffff, 0x01000193)
    }
    print >>>= 0
    known.set(concepts, print)
  }
  return print
}
