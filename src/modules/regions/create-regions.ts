import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { z } from 'zod'
import type { Coordinates } from '../../engine/matching/index.ts'
import { type Clock, type Database, type Ids, NotFound, type Progress } from '../../platform/index.ts'
import { createPostcodeStore, type RejectedRow } from './postcode-store.ts'
import { readPostcodes } from './read-postcodes.ts'
import {
  type FoundPlace,
  type Municipality,
  municipalityKey,
  municipalitySchema,
  nearest,
  type Postcode,
  postcodeAreaSchema,
  type Region,
  regionSchema,
} from './region.ts'

/** Regions, municipalities and postcodes; all look-ups are from memory. */
export interface RegionsService {
  list(): readonly Region[]
  find(code: string): Region | undefined
  /** @throws NotFound */
  get(code: string): Region
  /** The region of a municipality of 2023, by name. */
  regionOf(municipality: string): Region | undefined
  municipalities(): readonly Municipality[]
  findMunicipality(name: string): Municipality | undefined
  /**
   * Where somebody is: by the imported postcode table, else by the municipality, else about, by the first two digits of
   * the postcode. Undefined when nothing was given or nothing is known of it.
   */
  findPlace(asked: {
    readonly postcode4?: string | undefined
    readonly municipality?: string | undefined
  }): FoundPlace | undefined
  /** The nearest municipality to a place. */
  municipalityAt(at: Coordinates): Municipality
  /**
   * Replaces the postcode table by that of a CSV file, in one transaction; post-office boxes are left out.
   * @throws Invalid when the file cannot be used; then what was there stays.
   */
  importPostcodes(
    csvPath: string,
    options?: { readonly progress?: Progress; readonly signal?: AbortSignal },
  ): Promise<PostcodesImported>
  /** Reads the postcode table again when another process may have imported one. */
  refresh(): Promise<void>
}

export interface PostcodesImported {
  readonly run: string
  readonly postcodes: number
  readonly boxesSkipped: number
  readonly rejected: readonly RejectedRow[]
}

const dataFolder = new URL('../../../data/regions/', import.meta.url)

export async function createRegions(parts: {
  readonly db: Database
  readonly ids: Ids
  readonly clock: Clock
}): Promise<RegionsService> {
  const store = createPostcodeStore(parts.db)
  const { regions, municipalities, areas } = await readRegionData(dataFolder)
  const byCode = new Map(regions.map((region) => [region.code, region]))
  const byName = new Map(municipalities.map((municipality) => [municipalityKey(municipality.name), municipality]))
  let postcodes = byPostcode(await store.all())

  const findMunicipality = (name: string): Municipality | undefined => byName.get(municipalityKey(name))
  const municipalityAt = (at: Coordinates): Municipality => nearest(municipalities, at) as Municipality

  /** The list may be older than a merger of municipalities: then the nearest one of today tells the region. */
  function placeOf(row: Postcode): FoundPlace {
    const municipality = findMunicipality(row.municipality) ?? municipalityAt(row.at)
    return { at: row.at, region: municipality.region, name: row.place, approximate: false }
  }

  return {
    list: () => regions,
    find: (code) => byCode.get(code),
    get(code) {
      const region = byCode.get(code)
      if (!region) throw new NotFound('region', code)
      return region
    },
    regionOf(municipality) {
      const found = findMunicipality(municipality)
      return found && byCode.get(found.region)
    },
    municipalities: () => municipalities,
    findMunicipality,
    municipalityAt,
    findPlace({ postcode4, municipality }) {
      const row = postcode4 === undefined ? undefined : postcodes.get(postcode4)
      if (row) return placeOf(row)
      const known = municipality === undefined ? undefined : findMunicipality(municipality)
      if (known) return { at: known.at, region: known.region, name: known.name, approximate: false }
      return postcode4 === undefined ? undefined : areas.get(postcode4.slice(0, 2))
    },
    async importPostcodes(csvPath, { progress, signal } = {}) {
      const startedAt = parts.clock.now()
      progress?.({ what: 'reading postcodes', done: 0 })
      const read = await readPostcodes(csvPath, signal)
      progress?.({ what: 'saving postcodes', done: 0, total: read.rows.length })
      const run = parts.ids.next()
      await parts.db.transaction(async (db) => {
        await store.replaceAll(db, read.rows)
        await store.saveRun(db, {
          id: run,
          source: basename(csvPath),
          startedAt,
          endedAt: parts.clock.now(),
          status: 'done',
          counts: { postcodes: read.rows.length, boxesSkipped: read.boxes, rejected: read.rejected.length },
          rejected: read.rejected,
        })
        signal?.throwIfAborted()
      })
      postcodes = byPostcode(read.rows)
      progress?.({ what: 'saving postcodes', done: read.rows.length, total: read.rows.length })
      return { run, postcodes: read.rows.length, boxesSkipped: read.boxes, rejected: read.rejected }
    },
    async refresh() {
      postcodes = byPostcode(await store.all())
    },
  }
}

function byPostcode(rows: readonly Postcode[]): ReadonlyMap<string, Postcode> {
  return new Map(rows.map((row) => [row.postcode, row]))
}

async function readRegionData(folder: URL): Promise<{
  readonly regions: readonly Region[]
  readonly municipalities: readonly Municipality[]
  readonly areas: ReadonlyMap<string, FoundPlace>
}> {
  const read = async <T extends z.ZodType>(file: string, schema: T): Promise<z.infer<T>[]> =>
    z.array(schema).parse(JSON.parse(await readFile(new URL(file, folder), 'utf8')))
  const [regions, municipalities, areas] = await Promise.all([
    read('regions.json', regionSchema),
    read('municipalities.json', municipalitySchema),
    read('postcode-areas.json', postcodeAreaSchema),
  ])
  return {
    regions: regions.map(({ lat, lon, tileRow, tileColumn, tileLabel, ...region }) => ({
      ...region,
      at: [lat, lon],
      tile: { row: tileRow, column: tileColumn, label: tileLabel },
    })),
    municipalities: municipalities.map(({ code, name, region, lat, lon }) => ({ code, name, region, at: [lat, lon] })),
    areas: new Map(
      areas.map(({ area, around, region, lat, lon }) => [area, { at: [lat, lon], region, name: around, approximate: true }]),
    ),
  }
}
