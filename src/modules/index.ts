/** The front door of the modules: makes all of them, each with what it needs, in the order of their needs. */
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Clock, Database, Ids, Log } from '../platform/index.ts'
import { createDemo, type Demo } from './demo/index.ts'
import { type EngineSettings, type Engines, enginesInOwnThread, enginesInWorkers } from './engines/index.ts'
import { createExports, type Exports } from './exports/index.ts'
import { createFeeds, type Feeds, publicReach, trainingImporter, vacancyImporter } from './feeds/index.ts'
import { createImportRuns, type ImportRuns } from './imports/index.ts'
import { createInitiatives, type Initiatives } from './initiatives/index.ts'
import {
  createEngineSource,
  createOutboxStore,
  createResidents,
  createRevisionStore,
  type EngineSource,
  type OutboxStore,
  type Residents,
} from './matching/index.ts'
import { createOccupations, type Occupations } from './occupations/index.ts'
import { createPeople, type People } from './people/index.ts'
import { createPlanner, type Planner } from './planning/index.ts'
import { createPoolEffects, type PoolEffects } from './pool-effects/index.ts'
import { createTextReader, type TextReader } from './reading/index.ts'
import { createRegions, type RegionsService } from './regions/index.ts'
import { createRules, type RulesService } from './rules/index.ts'
import { createSkills, type Skills } from './skills/index.ts'
import { createSources, type Sources } from './sources/index.ts'
import { createTrainings, type Trainings } from './trainings/index.ts'
import { createVacancies, type Vacancies } from './vacancies/index.ts'
import { createChecks, createVacancyChecks, readWording, type VacancyChecks } from './vacancy-checks/index.ts'

export interface Modules {
  readonly imports: ImportRuns
  readonly skills: Skills
  /** Reads texts in a thread; it is ended with `texts.close()`. Left out: texts are read by labels only. */
  readonly texts?: TextReader
  readonly vacancies: Vacancies
  readonly trainings: Trainings
  readonly people: People
  readonly rules: RulesService
  readonly regions: RegionsService
  readonly demo: Demo
  readonly residents: Residents
  readonly outbox: OutboxStore
  readonly engineSource: EngineSource
  readonly engines: Engines
  readonly planning: Planner
  readonly poolEffects: PoolEffects
  readonly vacancyChecks: VacancyChecks
  readonly initiatives: Initiatives
  readonly occupations: Occupations
  readonly feeds: Feeds
  readonly exports: Exports
  readonly sources: Sources
}

export interface ModulesParts {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  /** Hosts that feeds may come from, and where what is fetched lies meanwhile. Left out: none may. */
  readonly feeds?: { readonly hosts: readonly string[]; readonly folder: string }
  /** Threads that answer; they are ended with `engines.close()`. Left out: the thread that asks answers itself. */
  readonly engines?: EngineSettings | undefined
  /** Texts are read by what they mean, with the encoder of this folder where there is one. Left out: by labels only. */
  readonly reading?: { readonly trainedFolder: string } | undefined
}

export async function createModules(parts: ModulesParts): Promise<Modules> {
  const { db, clock, log } = parts
  const imports = createImportRuns(parts)
  const skills = createSkills({ ...parts, runs: imports })
  const regions = await createRegions(parts)
  const texts = parts.reading && createTextReader({ ...parts, ...parts.reading })
  const vacancies = createVacancies({ ...parts, skills, regions, runs: imports, texts })
  const rules = createRules(parts)
  const trainings = createTrainings({ ...parts, skills, regions, rules, runs: imports })
  const initiatives = await createInitiatives({ trainings, regions })
  const people = createPeople({ ...parts, texts })
  const demo = createDemo({ ...parts, skills, trainings, people, regions })
  const outbox = createOutboxStore(db)
  const revisions = createRevisionStore(db)
  const residents = createResidents({ revisions, outbox, clock, skills, vacancies, trainings, rules })
  const engineSource = createEngineSource({ outbox, vacancies, people, regions })
  const settings = parts.engines
  const engines = settings
    ? enginesInWorkers({ residents, source: engineSource, settings, log, record: () => revisions.record() })
    : enginesInOwnThread(residents, engineSource)
  const planning = createPlanner({ engines, vacancies, regions, rules, isDemo: () => demo.isDemo() })
  const poolEffects = createPoolEffects({ engines, vacancies, regions, isDemo: () => demo.isDemo() })
  const checks = createChecks(await readWording())
  const vacancyChecks = createVacancyChecks({ ...parts, skills, regions, poolEffects, checks, texts })
  const occupations = await createOccupations({ residents, vacancies, regions, rules })
  const feeds = createFeeds({
    ...parts,
    reach: publicReach(parts.feeds?.hosts ?? []),
    folder: parts.feeds?.folder ?? join(tmpdir(), 'schakel-feeds'),
    importers: { vacancies: vacancyImporter(vacancies), trainings: trainingImporter(trainings) },
  })
  const exports = createExports({ vacancies, trainings, skills })
  const sources = await createSources()
  return {
    imports,
    skills,
    ...(texts ? { texts } : {}),
    vacancies,
    trainings,
    people,
    rules,
    regions,
    demo,
    residents,
    outbox,
    engineSource,
    engines,
    planning,
    poolEffects,
    vacancyChecks,
    initiatives,
    occupations,
    feeds,
    exports,
    sources,
  }
}
