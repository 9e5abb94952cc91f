import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import type { RegionsService } from '../regions/index.ts'
import type { TrainingRecords, Trainings } from '../trainings/index.ts'
import { createCatalogue, type InitiativeCatalogue } from './initiative-catalogue.ts'
import { asProgrammes, initiativesSource } from './initiative-programmes.ts'
import { readInitiatives } from './read-initiatives.ts'

/** The catalogue of what already works, and its trainings among the programmes. */
export interface Initiatives extends InitiativeCatalogue {
  /** Its trainings as programmes and offerings: all of them to be asked about, none with a date. */
  asProgrammes(): TrainingRecords
  /** Puts the trainings into the record, and takes out those that left the catalogue. The same catalogue again changes nothing. */
  load(): Promise<{ readonly changed: boolean; readonly programmes: number; readonly offerings: number }>
}

const ownFolder = fileURLToPath(new URL('../../../data/initiatives/', import.meta.url))

/** @throws Invalid that names file and record of everything that is wrong in the catalogue */
export async function createInitiatives(parts: {
  readonly trainings: Trainings
  readonly regions: RegionsService
  /** Where the catalogue lies; left out: the one that comes with the program. */
  readonly folder?: string
}): Promise<Initiatives> {
  const { trainings, regions, folder = ownFolder } = parts
  const read = await readInitiatives(folder, (code) => regions.find(code) !== undefined)
  const catalogue = createCatalogue(
    read,
    regions.list().map(({ code }) => code),
  )
  const records = asProgrammes(read.initiatives, catalogue.source)

  return {
    ...catalogue,
    asProgrammes: () => records,
    async load() {
      const counts = { programmes: records.programmes.length, offerings: records.offerings.length }
      const kept = await trainings.ofSource(initiativesSource)
      if (sameById(kept.programmes, records.programmes) && sameById(kept.offerings, records.offerings)) {
        return { changed: false, ...counts }
      }
      await trainings.replaceSource(initiativesSource, records)
      return { changed: true, ...counts }
    },
  }
}

function sameById(kept: readonly { readonly id: string }[], given: readonly { readonly id: string }[]): boolean {
  const byId = new Map(kept.map((one) => [one.id, one]))
  return kept.length === given.length && given.every((one) => isDeepStrictEqual(byId.get(one.id), one))
}
