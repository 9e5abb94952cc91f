import { type ActingDatabase, actAs, todayInAmsterdam } from '../../platform/index.ts'
import { type Actor, actingAs } from '../permissions/index.ts'
import type { VacancyRecord } from '../vacancies/index.ts'
import { changeVacancy } from './change.ts'
import { type NewText, newTextSchema, parse, type VacancyChange } from './change-schema.ts'
import { type DeskDemoWorld, putDemo } from './demo.ts'
import { addChange, listChanges, listRows, saveRow } from './desk-store.ts'
import type { DeskChange, DeskRow, DeskVacancy } from './desk-vacancy.ts'
import { close, fill, goOn, pause, publish } from './move.ts'
import { byOf, changeOnDesk, openDesk, readOnDesk } from './on-desk.ts'
import type { DeskParts } from './parts.ts'
import { readNew } from './read-in.ts'
import { DeskRefusal } from './refusal.ts'

interface At {
  readonly organisation: string
  readonly vacancy: string
}

/** Vacancies that organisations keep on their own desk. All throw SignInNeeded, Forbidden or NotFound by the permission table. */
export interface VacancyDesk {
  /** All of an organisation, drafts too: newest first. */
  list(actor: Actor, organisation: string): Promise<readonly DeskVacancy[]>
  /** @param as who may write may read what they wrote, also with a key that may not list */
  get(actor: Actor, at: At, as?: 'vacancy.list' | 'vacancy.write'): Promise<DeskVacancy>
  /** Every change, the newest first. */
  changes(actor: Actor, at: At): Promise<readonly DeskChange[]>
  /** A draft, read from a text as the vacancy check reads it, or from a schema.org JobPosting. Gives its id. @throws Invalid */
  create(
    actor: Actor,
    organisation: string,
    from: NewText | { readonly posting: Readonly<Record<string, unknown>> },
  ): Promise<string>
  /** @param seen the version that it was changed from @throws Invalid; DeskRefusal */
  change(actor: Actor, at: At, change: VacancyChange, seen?: number): Promise<void>
  /** A draft with the same text, terms, skills and reasons. Gives its id. */
  duplicate(actor: Actor, at: At): Promise<string>
  /** Throws a draft away: nobody saw it. @throws DeskRefusal `wrongState` */
  remove(actor: Actor, at: At): Promise<void>
  /** @throws DeskRefusal, with what is against the law */
  publish(actor: Actor, at: At): Promise<void>
  pause(actor: Actor, at: At): Promise<void>
  goOn(actor: Actor, at: At): Promise<void>
  /** Gives how many people were told. */
  fill(actor: Actor, at: At): Promise<number>
  close(actor: Actor, at: At, why: { readonly reason: string; readonly text?: string | undefined }): Promise<number>
  /** An organisation closes: what is open is taken back, drafts go. In that transaction, as a task. */
  organisationCloses(inside: ActingDatabase, organisation: string): Promise<void>
  /** Vacancies of the demo world on the desks of demo employers; in the transaction of the demo world. */
  putDemo(inside: ActingDatabase, world: DeskDemoWorld): Promise<void>
}

export function createVacancyDesk(parts: DeskParts): VacancyDesk {
  const { db, clock, ids, vacancies } = parts

  /** Puts a new draft on a desk. */
  async function put(
    actor: Actor,
    record: VacancyRecord,
    row: Omit<DeskRow, 'version'>,
    change: Pick<DeskChange, 'what' | 'detail'>,
  ) {
    const now = clock.now()
    await actAs(db, actingAs(actor), async (inside) => {
      await vacancies.insertMany([record], inside)
      await saveRow(inside, { ...row, version: 1 }, now)
      await addChange(inside, row, { ...change, ...byOf(actor), at: now })
    })
    return record.id
  }

  return {
    async list(actor, organisation) {
      await openDesk(parts, actor, 'vacancy.list', organisation)
      return actAs(db, actingAs(actor), async (inside) => {
        const rows = new Map((await listRows(inside, organisation)).map((row) => [row.vacancy, row]))
        const records = await vacancies.ofOrganisation(inside, organisation)
        const found: DeskVacancy[] = []
        for (const record of records) {
          const row = rows.get(record.id)
          if (row) found.push(await viewOf(parts, inside, row, record))
        }
        return found
      })
    },
    get: (actor, at, as = 'vacancy.list') =>
      readOnDesk(parts, actor, as, at, (inside, { row, record }) => viewOf(parts, inside, row, record)),
    changes: (actor, at) => readOnDesk(parts, actor, 'vacancy.list', at, (inside) => listChanges(inside, at.vacancy)),
    async create(actor, organisation, from) {
      const { name, demo } = await openDesk(parts, actor, 'vacancy.write', organisation)
      const given = 'posting' in from ? from : parse(newTextSchema, from)
      const { fields, against, place, byHand } = await readNew(parts, given, name)
      const id = ids.next()
      const record: VacancyRecord = {
        ...fields,
        ...{ id, demo, organisation, employer: name, state: 'draft', source: `desk:${organisation}` },
        publishedOn: todayInAmsterdam(clock.now()),
      }
      const reasons = 'reasons' in given ? (given.reasons ?? {}) : {}
      const row = { vacancy: id, organisation, demo, place, reasons, byHand, against: against.length }
      return put(actor, record, row, { what: 'created' })
    },
    change: (actor, at, change, seen) => changeVacancy(parts, actor, at, change, seen),
    async duplicate(actor, at) {
      const { row, record } = await readOnDesk(parts, actor, 'vacancy.write', at, async (_inside, standing) => standing)
      const { name } = await openDesk(parts, actor, 'vacancy.write', at.organisation)
      const today = todayInAmsterdam(clock.now())
      const id = ids.next()
      const { closesOn, sourceUrl: _url, ...rest } = record
      const until = closesOn !== undefined && closesOn >= today ? { closesOn } : {}
      const copy: VacancyRecord = { ...rest, ...until, id, employer: name, state: 'draft', publishedOn: today }
      const { closed: _closed, version: _version, ...beside } = row
      return put(actor, copy, { ...beside, vacancy: id }, { what: 'duplicated', detail: { of: at.vacancy } })
    },
    remove: (actor, at) =>
      changeOnDesk(parts, actor, at, async (inside) => {
        if (!(await vacancies.removeDraft(inside, at.vacancy))) throw new DeskRefusal('wrongState')
        return { changes: [] }
      }),
    publish: (actor, at) => publish(parts, actor, at),
    pause: (actor, at) => pause(parts, actor, at),
    goOn: (actor, at) => goOn(parts, actor, at),
    fill: (actor, at) => fill(parts, actor, at),
    close: (actor, at, why) => close(parts, actor, at, why),
    async organisationCloses(inside, organisation) {
      const now = clock.now()
      for (const { id, state } of await vacancies.ofOrganisation(inside, organisation)) {
        if (state === 'draft') await vacancies.removeDraft(inside, id)
        else if (await vacancies.changeState(inside, id, ['published', 'paused', 'expired'], 'withdrawn'))
          await addChange(
            inside,
            { vacancy: id, organisation },
            { what: 'closed', detail: { reason: 'organisationCloses' }, at: now },
          )
      }
    },
    putDemo: (inside, world) => putDemo(parts, inside, world),
  }
}

async function viewOf(
  { pauseOf }: DeskParts,
  inside: ActingDatabase,
  { vacancy: _vacancy, organisation: _organisation, demo: _demo, ...row }: DeskRow,
  record: VacancyRecord,
): Promise<DeskVacancy> {
  const pause = record.state === 'paused' ? await pauseOf(inside, record.id) : undefined
  return { ...row, record, ...(pause ? { pause } : {}) }
}
