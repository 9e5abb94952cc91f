import type { Settings } from '../../engine/planning/index.ts'
import { transferModel } from '../../engine/taxonomy/index.ts'
import { type Clock, type DateText, todayInAmsterdam, weekOfDate } from '../../platform/index.ts'
import type { RulesService } from '../rules/index.ts'
import type { Catalogue, Skills } from '../skills/index.ts'
import type { OfferingRecord, Programme, Trainings } from '../trainings/index.ts'
import type { Vacancies } from '../vacancies/index.ts'
import type { OutboxStore } from './outbox-store.ts'
import { areasOf, type RevisionStore, type Revisions } from './revision-store.ts'

/**
 * What is held in memory of the records at one moment: what nearly every page needs and is small. Vacancies and people are not in it:
 * they are read by id, or stand in an engine.
 */
export interface Resident {
  readonly catalogue: Catalogue
  readonly programmes: ReadonlyMap<string, Programme>
  readonly offerings: ReadonlyMap<string, OfferingRecord>
  /** Published ones. */
  readonly vacancyCount: number
  readonly settings: Settings
  readonly today: DateText
  readonly thisWeek: number
  readonly revisions: Revisions
  /** Names the data: 'skills 3, vacancies 12, trainings 2, rules 1, pool 4, found 2'. */
  readonly dataVersion: string
  readonly transferModel: string
}

/** Keeps the resident current: few looks at the record, one reading at a time. What did not change is not read again. */
export interface Residents {
  current(): Promise<Resident>
  /** The one that is held, without looking at the record: what may be asked inside a transaction. Undefined before the first look. */
  held(): Resident | undefined
  /** Another text whenever public pages may be others: the data, the day, and what pages show beside it. */
  pagesVersion(): Promise<string>
}

/** Seeing that nothing changed is one small query; what changed must be in the answers within a second. */
const lookEveryMs = 250

interface Parts {
  readonly revisions: RevisionStore
  readonly outbox: Pick<OutboxStore, 'changesSince'>
  readonly clock: Clock
  readonly skills: Pick<Skills, 'catalogue'>
  readonly vacancies: Pick<Vacancies, 'count'>
  readonly trainings: Pick<Trainings, 'all' | 'ofIds'>
  readonly rules: Pick<RulesService, 'settings'>
}

export function createResidents(parts: Parts): Residents {
  let resident: Resident | undefined
  let lookedAt = Number.NEGATIVE_INFINITY
  let pages = 0
  let looking: Promise<Resident> | undefined

  async function look(): Promise<Resident> {
    const now = parts.clock.now()
    // Revisions first: what changes while the records are read is told again the next time.
    const revisions = await parts.revisions.read()
    resident = await next(parts, resident, revisions, todayInAmsterdam(now))
    lookedAt = now
    pages = revisions.pages ?? 0
    return resident
  }

  function current(): Promise<Resident> {
    const since = parts.clock.now() - lookedAt
    // Below zero: the clock was set back, and when the last look was is not known.
    if (resident && since >= 0 && since < lookEveryMs) return Promise.resolve(resident)
    // Requests that arrive while one looks share its answer: the record is read once.
    looking ??= look().finally(() => {
      looking = undefined
    })
    return looking
  }

  return {
    current,
    held: () => resident,
    async pagesVersion() {
      const { dataVersion, today } = await current()
      return `${today}, ${dataVersion}, pages ${pages}`
    },
  }
}

/** The same one when nothing is new. */
async function next(parts: Parts, known: Resident | undefined, revisions: Revisions, today: DateText): Promise<Resident> {
  const dataVersion = versionOf(revisions)
  if (known?.dataVersion === dataVersion && known.today === today) return known
  const isNew = (area: string): boolean => known?.revisions[area] !== revisions[area]
  const [catalogue, trainings, settings, vacancyCount] = await Promise.all([
    known && !isNew('skills') ? known.catalogue : parts.skills.catalogue(),
    known && !isNew('trainings') ? known : trainingsNow(parts, known),
    known && !isNew('rules') && known.today === today ? known.settings : settingsOf(parts, today),
    known && !isNew('vacancies') ? known.vacancyCount : parts.vacancies.count({}),
  ])
  const { programmes, offerings } = trainings
  return {
    ...{ catalogue, programmes, offerings, vacancyCount, settings, today, revisions, dataVersion },
    thisWeek: settings.thisWeek,
    transferModel: settings.transfer.version,
  }
}

async function settingsOf({ rules }: Parts, today: DateText): Promise<Settings> {
  return { thisWeek: weekOfDate(today), transfer: transferModel, ...(await rules.settings(today)) }
}

type HeldTrainings = Pick<Resident, 'programmes' | 'offerings'>

/** All of them the first time; then what the outbox names. */
async function trainingsNow({ outbox, trainings }: Parts, known: Resident | undefined): Promise<HeldTrainings> {
  const changes = known && (await outbox.changesSince('trainings', known.revisions.trainings ?? 0))
  if (!known || !changes || changes.everything) {
    const all = await trainings.all()
    return { programmes: byId(all.programmes), offerings: byId(all.offerings) }
  }
  const read = await trainings.ofIds({ offerings: changes.put, programmes: changes.programmes.put })
  return {
    programmes: changed(known.programmes, read.programmes, [...changes.programmes.removed, ...changes.programmes.put]),
    offerings: changed(known.offerings, read.offerings, [...changes.removed, ...changes.put]),
  }
}

function byId<T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> {
  return new Map(records.map((record) => [record.id, record]))
}

/** `named`: ids that changed; those that were not read any more are gone. In order of id, as when all are read. */
function changed<T extends { readonly id: string }>(
  known: ReadonlyMap<string, T>,
  read: readonly T[],
  named: readonly string[],
): ReadonlyMap<string, T> {
  const all = new Map(known)
  for (const id of named) all.delete(id)
  for (const record of read) all.set(record.id, record)
  return new Map([...all].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function versionOf(revisions: Revisions): string {
  return [...areasOf.engine, ...areasOf.pool, ...areasOf.found].map((area) => `${area} ${revisions[area] ?? 0}`).join(', ')
}
