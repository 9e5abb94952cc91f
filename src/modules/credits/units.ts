import { type ActingDatabase, actAs, asTask, Invalid, NotFound } from '../../platform/index.ts'
import { type Action, type Actor, actingAs, permit } from '../permissions/index.ts'
import { isUnitUsed } from './activity-store.ts'
import type { CreditsParts } from './parts.ts'
import { CreditsRefused } from './refused.ts'
import { toAmount, type Unit, type UnitDraft, type UnitOutcome } from './unit.ts'
import { findUnit, insertUnit, listProgrammesWithUnits, listUnits, retireUnits, updateUnit } from './unit-store.ts'

const most = { outcomes: 20, letters: 300, units: 60 } as const

/** Units of a school's programmes. */
export function createUnits(parts: CreditsParts) {
  const { db, clock, ids } = parts

  async function asSchool<T>(
    actor: Actor,
    action: Action,
    organisation: string,
    work: (inside: ActingDatabase) => Promise<T>,
  ): Promise<T> {
    permit(actor, action, { kind: 'organisation', id: organisation, organisation })
    return actAs(db, actingAs(actor), work)
  }

  /** Opens a unit of this school for a change. */
  function changing(actor: Actor, organisation: string, id: string, work: (inside: ActingDatabase, unit: Unit) => Promise<void>) {
    return asSchool(actor, 'unit.write', organisation, async (inside) => {
      const unit = await findUnit(inside, id, true)
      if (!unit || unit.organisation !== organisation || unit.isRetired) throw new NotFound('unit', id)
      await work(inside, unit)
    })
  }

  return {
    /** Those that are offered, and with `all` every version. */
    list: (actor: Actor, organisation: string, programme: string, all = false): Promise<readonly Unit[]> =>
      asSchool(actor, 'unit.read', organisation, async (inside) => {
        const units = await listUnits(inside, programme, organisation)
        return all ? units : newest(units)
      }),
    programmes: (actor: Actor, organisation: string) =>
      asSchool(actor, 'unit.read', organisation, (inside) => listProgrammesWithUnits(inside, organisation)),

    /** Gives the id. @throws Invalid; CreditsRefused where the programme counts in another scale */
    async add(actor: Actor, organisation: string, programme: string, draft: UnitDraft): Promise<string> {
      permit(actor, 'unit.write', { kind: 'organisation', id: organisation, organisation })
      const found = await parts.trainings.findProgramme(programme)
      if (!found || found.organisation !== organisation) throw new NotFound('programme', programme)
      const id = ids.next()
      await asSchool(actor, 'unit.write', organisation, async (inside) => {
        const others = newest(await listUnits(inside, programme, organisation))
        if (others.length >= most.units) throw new Invalid('code', `A programme has at most ${most.units} units.`)
        refuseOtherScale(others, draft)
        const unit = {
          id,
          family: id,
          version: 1,
          programme,
          organisation,
          isRetired: false,
          demo: found.demo,
          ...fieldsOf(draft),
        }
        await insertUnit(inside, { ...unit, outcomes: withIds(draft, []) }, clock.now())
      })
      return id
    },

    /** Changes it; once work or credits of anybody rest on it, a next version takes its place. Gives the id of what holds now. */
    async change(actor: Actor, organisation: string, id: string, draft: UnitDraft): Promise<string> {
      let now = id
      await changing(actor, organisation, id, async (inside, unit) => {
        const versions = (await listUnits(inside, unit.programme, organisation)).filter(({ family }) => family === unit.family)
        if (versions.some(({ version }) => version > unit.version)) throw new CreditsRefused('changedMeanwhile')
        refuseOtherScale(
          newest(await listUnits(inside, unit.programme, organisation)).filter(({ family }) => family !== unit.family),
          draft,
        )
        const used = await asTask(inside, 'credits', (program) => isUnitUsed(program, id))
        if (!used) return updateUnit(inside, { ...unit, ...fieldsOf(draft), outcomes: withIds(draft, unit.outcomes) })
        now = ids.next()
        const next = { ...unit, ...fieldsOf(draft), id: now, version: unit.version + 1, outcomes: withIds(draft, []) }
        await insertUnit(inside, next, clock.now())
      })
      return now
    },

    /** Not offered any more. Who has work or credits of it goes on with it. */
    retire: (actor: Actor, organisation: string, id: string): Promise<void> =>
      changing(actor, organisation, id, (inside, unit) => retireUnits(inside, unit.family, clock.now())),
  }

  /** An outcome with the same text stays the same outcome, so that work that was about it stays about it. */
  function withIds(draft: UnitDraft, before: readonly UnitOutcome[]): UnitOutcome[] {
    if (draft.outcomes.length === 0) throw new Invalid('outcomes', 'Give at least one learning outcome.')
    if (draft.outcomes.length > most.outcomes) throw new Invalid('outcomes', `A unit has at most ${most.outcomes} outcomes.`)
    return draft.outcomes.map(({ text, skill }) => {
      const words = { nl: line(text.nl, 'outcomes'), en: line(text.en, 'outcomes') }
      const same = before.find((one) => one.text.nl === words.nl && one.text.en === words.en)
      return { id: same?.id ?? ids.next(), text: words, ...(skill === undefined || skill === '' ? {} : { skill }) }
    })
  }
}

/** The newest version of each unit that is offered, by code. */
export function newest(units: readonly Unit[]): Unit[] {
  const seen = new Set<string>()
  return units.filter(({ family, isRetired }) => {
    if (isRetired || seen.has(family)) return false
    seen.add(family)
    return true
  })
}

function fieldsOf({ code, title, scale, credits, evidenceHours }: UnitDraft) {
  const amount = toAmount(scale, credits)
  if (amount === undefined || amount <= 0 || amount > 600_000) throw new Invalid('credits', 'Give the credits, as 3 or 2.5.')
  const evidenceMinutes = Math.round(evidenceHours * 60)
  if (!Number.isFinite(evidenceMinutes) || evidenceMinutes < 0 || evidenceMinutes > 600_000)
    throw new Invalid('evidenceHours', 'Give the hours of work that are asked as evidence, as 42.')
  const short = code.trim()
  if (!/^[\p{L}\p{N}.-]{1,8}$/u.test(short)) throw new Invalid('code', 'Give one to eight letters or digits, as B or NET1.')
  return { code: short, title: { nl: line(title.nl, 'titleNl'), en: line(title.en, 'titleEn') }, scale, amount, evidenceMinutes }
}

function line(given: string, name: string): string {
  const text = given.replace(/\s+/g, ' ').trim()
  if (text.length < 2 || text.length > most.letters) throw new Invalid(name, `Give 2 to ${most.letters} characters.`)
  return text
}

function refuseOtherScale(others: readonly Unit[], { scale }: UnitDraft): void {
  if (others.some((one) => one.scale !== scale)) throw new CreditsRefused('otherScale')
}
