import type { Person, Vacancy } from '../../engine/matching/index.ts'
import type { Offering, Settings, World } from '../../engine/planning/index.ts'
import { type Occupation, type Skill, transferModel } from '../../engine/taxonomy/index.ts'
import { type Clock, type DateText, type Log, todayInAmsterdam, weekOfDate } from '../../platform/index.ts'
import { type People, toEnginePerson } from '../people/index.ts'
import type { RegionsService } from '../regions/index.ts'
import type { RulesService } from '../rules/index.ts'
import type { Catalogue, Skills } from '../skills/index.ts'
import { type OfferingRecord, type Programme, type Trainings, toEngineOffering } from '../trainings/index.ts'
import { toEngineVacancy, type Vacancies, type VacancyRecord } from '../vacancies/index.ts'
import { areasOf, type RevisionStore, type Revisions } from './revision-store.ts'

/** The rows an engine is built from. */
export interface EngineRows {
  readonly skills: readonly Skill[]
  readonly occupations: readonly Occupation[]
  readonly vacancies: Iterable<Vacancy>
  readonly offerings: Iterable<Offering>
  readonly settings: Settings
  /** Who agreed to be counted, some people at a time and read as they are taken: all at once they would fill the memory. */
  readonly people: AsyncIterable<readonly Person[]>
}

/** Everything an answer is computed from, read at one moment: what an engine is built from, and the records behind its ids. */
export interface Resident {
  /** Made anew at each call, row by row as they are taken: whoever builds an engine needs them once. */
  rows(): EngineRows
  readonly catalogue: Catalogue
  readonly vacancies: ReadonlyMap<string, VacancyRecord>
  readonly programmes: ReadonlyMap<string, Programme>
  readonly offerings: ReadonlyMap<string, OfferingRecord>
  readonly today: DateText
  readonly thisWeek: number
  /** Names the data: 'skills 3, vacancies 12, trainings 2, rules 1, pool 4'. */
  readonly dataVersion: string
  readonly transferModel: string
}

/** Keeps the resident current: at most one look at the record per second, one reading at a time. */
export interface Residents {
  current(): Promise<Resident>
}

const lookEveryMs = 1000

export function createResidents(parts: {
  readonly revisions: RevisionStore
  readonly clock: Clock
  readonly log: Log
  readonly skills: Skills
  readonly vacancies: Vacancies
  readonly trainings: Trainings
  readonly rules: RulesService
  readonly people: Pick<People, 'streamPool'>
  readonly regions: Pick<RegionsService, 'findPlace'>
}): Residents {
  let resident: Resident | undefined
  let builtFrom = ''
  let lookedAt = Number.NEGATIVE_INFINITY
  let looking: Promise<Resident> | undefined

  async function look(): Promise<Resident> {
    const now = parts.clock.now()
    const revisions = await parts.revisions.read()
    const today = todayInAmsterdam(now)
    const from = `${today} ${versionOf(revisions, areasOf.engine)}`
    const dataVersion = versionOf(revisions, [...areasOf.engine, ...areasOf.pool])
    if (resident === undefined || from !== builtFrom) {
      resident = await build(parts, dataVersion, today)
      builtFrom = from
    }
    // Only who is counted changed. Engines are made anew for it; when they read from the outbox who, this is the place that spares them.
    else if (resident.dataVersion !== dataVersion) resident = { ...resident, dataVersion }
    lookedAt = now
    return resident
  }

  return {
    current(): Promise<Resident> {
      if (resident && parts.clock.now() - lookedAt < lookEveryMs) return Promise.resolve(resident)
      // Requests that arrive while one looks share its answer: the record is read once.
      looking ??= look().finally(() => {
        looking = undefined
      })
      return looking
    },
  }
}

function versionOf(revisions: Revisions, areas: readonly string[]): string {
  return areas.map((area) => `${area} ${revisions[area] ?? 0}`).join(', ')
}

async function build(parts: Parameters<typeof createResidents>[0], dataVersion: string, today: DateText): Promise<Resident> {
  const started = parts.clock.now()
  const catalogue = await parts.skills.catalogue()
  const [vacancies, trainings, settings] = await Promise.all([
    parts.vacancies.allPublished(),
    parts.trainings.all(),
    parts.rules.settings(today),
  ])
  const programmes = new Map(trainings.programmes.map((programme) => [programme.id, programme]))
  const thisWeek = weekOfDate(today)
  parts.log.info('the records are current', {
    vacancies: vacancies.length,
    offerings: trainings.offerings.length,
    ms: parts.clock.now() - started,
  })
  return {
    rows: () => ({
      skills: catalogue.engineSkills(),
      occupations: catalogue.engineOccupations(),
      vacancies: mapped(vacancies, toEngineVacancy),
      offerings: mapped(trainings.offerings, (offering) => {
        const programme = programmes.get(offering.programme)
        return programme && toEngineOffering(programme, offering)
      }),
      settings: { thisWeek, transfer: transferModel, ...settings },
      people: poolOf(parts),
    }),
    catalogue,
    vacancies: new Map(vacancies.map((vacancy) => [vacancy.id, vacancy])),
    programmes,
    offerings: new Map(trainings.offerings.map((offering) => [offering.id, offering])),
    today,
    thisWeek,
    dataVersion,
    transferModel: transferModel.version,
  }
}

function* mapped<From, To>(items: readonly From[], map: (item: From) => To | undefined): Generator<To> {
  for (const item of items) {
    const row = map(item)
    if (row !== undefined) yield row
  }
}

/** People as the engine sees them: an id and what matching may use. */
async function* poolOf({ people, regions }: Pick<Parameters<typeof createResidents>[0], 'people' | 'regions'>) {
  for await (const rows of people.streamPool()) {
    yield rows.map(({ id, profile }) => toEnginePerson(id, profile, (place) => regions.findPlace(place)?.at))
  }
}

/** All rows at once but for the people, for who builds an engine in its own thread. */
export function worldOf({ people: _people, ...rows }: EngineRows): World {
  return { ...rows, vacancies: [...rows.vacancies], offerings: [...rows.offerings] }
}
