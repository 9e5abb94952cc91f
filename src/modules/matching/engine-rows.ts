import type { WorldChanges } from '../../engine/editions/index.ts'
import type { Person, Vacancy } from '../../engine/matching/index.ts'
import type { Offering, Settings, World } from '../../engine/planning/index.ts'
import type { Occupation, Skill } from '../../engine/taxonomy/index.ts'
import { type People, type PoolRow, toEnginePerson } from '../people/index.ts'
import type { RegionsService } from '../regions/index.ts'
import { toEngineOffering } from '../trainings/index.ts'
import { toEngineVacancy, type Vacancies } from '../vacancies/index.ts'
import type { NamedChanges, OutboxStore } from './outbox-store.ts'
import type { Resident } from './resident.ts'

/** The rows an engine is built from. What there is much of comes some at a time, read as it is taken. */
export interface EngineRows {
  readonly skills: readonly Skill[]
  readonly occupations: readonly Occupation[]
  readonly settings: Settings
  readonly offerings: readonly Offering[]
  readonly vacancies: AsyncIterable<readonly Vacancy[]>
  /** Who agreed to be counted. */
  readonly people: AsyncIterable<readonly Person[]>
  /** Who agreed to be found. */
  readonly found: AsyncIterable<readonly Person[]>
}

/** Where found people are read: `modules/match-profiles`. */
export interface FoundSource {
  stream(): AsyncIterable<readonly PoolRow[]>
  ofIds(handles: readonly string[]): Promise<readonly PoolRow[]>
}

/** A state of the data by its numbers: what an engine was built from, in this process or before. */
export type Moment = Pick<Resident, 'revisions' | 'settings'>

/** Records as the engine sees them: all of them, or those that changed. */
export interface EngineSource {
  /** The rows of this moment, or of a little later: `changes` from here on tells what came in meanwhile once more. */
  rows(resident: Resident): EngineRows
  /**
   * What changed from one moment to a later one; undefined where that cannot be told by name, and an engine must be built anew. What is named
   * is read as it is now.
   */
  changes(from: Moment, to: Resident): Promise<WorldChanges | undefined>
}

/** Rows that are read at once: some milliseconds on the embedded database, which reads in the thread that asks. */
const page = 200

export function createEngineSource(parts: {
  readonly outbox: Pick<OutboxStore, 'changesSince'>
  readonly vacancies: Pick<Vacancies, 'eachPublished' | 'publishedOf'>
  readonly people: Pick<People, 'streamPool' | 'poolOf'>
  /** Left out: nobody is found. */
  readonly found?: FoundSource
  readonly regions: Pick<RegionsService, 'findPlace'>
}): EngineSource {
  const { outbox, vacancies, people, found, regions } = parts

  const toPeople = (rows: readonly PoolRow[]): Person[] =>
    rows.map(({ id, profile }) => toEnginePerson(id, profile, (place) => regions.findPlace(place)?.at))

  async function* pool(): AsyncGenerator<readonly Person[]> {
    for await (const rows of people.streamPool()) yield toPeople(rows)
  }

  async function* foundPeople(): AsyncGenerator<readonly Person[]> {
    if (!found) return
    for await (const rows of found.stream()) yield toPeople(rows)
  }

  async function* published(): AsyncGenerator<readonly Vacancy[]> {
    let some: Vacancy[] = []
    for await (const record of vacancies.eachPublished()) {
      some.push(toEngineVacancy(record))
      if (some.length < page) continue
      yield some
      some = []
    }
    if (some.length > 0) yield some
  }

  /** Changes of an area, with the rows of those that are there. */
  async function changesOf<Row extends { readonly id: string }>(
    changes: NamedChanges,
    read: (ids: readonly string[]) => Promise<readonly Row[]> | readonly Row[],
  ): Promise<{ readonly put: readonly Row[]; readonly removed: readonly string[] } | undefined> {
    if (changes.put.length === 0 && changes.removed.length === 0) return undefined
    const put: Row[] = []
    // Some at a time: what an import brought may be thousands, and whoever reads serves others too.
    for (let from = 0; from < changes.put.length; from += page) put.push(...(await read(changes.put.slice(from, from + page))))
    const there = new Set(put.map(({ id }) => id))
    return { put, removed: [...changes.removed, ...changes.put].filter((id) => !there.has(id)) }
  }

  return {
    rows: ({ catalogue, settings, programmes, offerings }) => ({
      skills: catalogue.engineSkills(),
      occupations: catalogue.engineOccupations(),
      settings,
      offerings: offeringsOf(programmes, offerings.values()),
      vacancies: published(),
      people: pool(),
      found: foundPeople(),
    }),
    async changes(from, to) {
      if (from.revisions.skills !== to.revisions.skills) return undefined
      const named = await Promise.all(
        (['vacancies', 'trainings', 'pool', 'found'] as const).map((area) =>
          from.revisions[area] === to.revisions[area] ? nothing : outbox.changesSince(area, from.revisions[area] ?? 0),
        ),
      )
      const [ofVacancies, ofTrainings, ofPool, ofFound] = named
      if (!ofVacancies || !ofTrainings || !ofPool || !ofFound) return undefined
      if (ofVacancies.everything || ofTrainings.everything || ofPool.everything || ofFound.everything) return undefined
      const changes = {
        vacancies: await changesOf(ofVacancies, async (ids) => (await vacancies.publishedOf(ids)).map(toEngineVacancy)),
        offerings: await changesOf(ofTrainings, (ids) =>
          offeringsOf(
            to.programmes,
            ids.flatMap((id) => to.offerings.get(id) ?? []),
          ),
        ),
        people: await changesOf(ofPool, async (ids) => toPeople(await people.poolOf(ids))),
        found: await changesOf(ofFound, async (ids) => toPeople((await found?.ofIds(ids)) ?? [])),
        settings: areEqual(from.settings, to.settings) ? undefined : to.settings,
      }
      return Object.fromEntries(Object.entries(changes).filter(([, change]) => change !== undefined)) as WorldChanges
    },
  }
}

const nothing: NamedChanges = {
  revision: 0,
  everything: false,
  put: [],
  removed: [],
  programmes: { put: [], removed: [] },
}

function offeringsOf(
  programmes: Resident['programmes'],
  offerings: Iterable<Parameters<typeof toEngineOffering>[1]>,
): Offering[] {
  return [...offerings].flatMap((offering) => {
    const programme = programmes.get(offering.programme)
    return (programme && toEngineOffering(programme, offering)) ?? []
  })
}

function areEqual(a: Settings, b: Settings): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** All rows at once but for the people, for who builds an engine by itself. */
export async function worldOf({ people: _people, found: _found, vacancies, ...rows }: EngineRows): Promise<World> {
  const all: Vacancy[] = []
  for await (const some of vacancies) all.push(...some)
  return { ...rows, vacancies: all }
}
