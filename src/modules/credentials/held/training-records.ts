import { actAs, Conflict, type DateText, Invalid, NotFound, todayInAmsterdam } from '../../../platform/index.ts'
import { csvLine } from '../../imports/index.ts'
import { type Actor, actingAs, permit } from '../../permissions/index.ts'
import type { TrainingRecord } from './held-credential.ts'
import { findHeld } from './held-store.ts'
import { holderOf } from './import-held.ts'
import { insertRecord, listRecords, removeRecord } from './training-record-store.ts'
import type { HeldParts } from './work.ts'

const longestName = 80

/**
 * A person lets an organisation of which they are a member keep that they hold this: what, of whom, when, until when. Not the document.
 * @throws NotFound; Invalid `name`; Conflict when it was released to it already
 */
export async function release(
  parts: HeldParts,
  actor: Actor,
  given: { readonly credential: string; readonly organisation: string; readonly name: string },
): Promise<void> {
  const { account, memberships } = holderOf(actor, 'credential.release')
  const personName = given.name.normalize('NFC').trim()
  if (personName === '' || personName.length > longestName || /\p{Cc}/u.test(personName))
    throw new Invalid('name', `Fill in the name that should stand in the register, in at most ${longestName} signs.`)
  if (!memberships.some(({ organisation }) => organisation === given.organisation))
    throw new NotFound('organisation', given.organisation)
  await actAs(parts.db, actingAs(actor), async (inside) => {
    const held = await findHeld(inside, account, given.credential)
    if (!held) throw new NotFound('credential', given.credential)
    const to = { id: parts.ids.next(), organisation: given.organisation, person: account, personName, demo: false }
    if (!(await insertRecord(inside, to, held, parts.clock.now())))
      throw new Conflict('This organisation has it in its register already.')
  })
}

/** Taken back: it goes from the register at once. @throws NotFound */
export async function takeBack(
  parts: HeldParts,
  actor: Actor,
  of: { readonly credential: string; readonly organisation: string },
): Promise<void> {
  const { account } = holderOf(actor, 'credential.release')
  const isGone = await actAs(parts.db, actingAs(actor), (inside) => removeRecord(inside, { ...of, person: account }))
  if (!isGone) throw new NotFound('credential', of.credential)
}

/** The register of an organisation, what ends first stands first. */
export async function registerOf(parts: HeldParts, actor: Actor, organisation: string): Promise<readonly TrainingRecord[]> {
  permit(actor, 'credential.register', { kind: 'organisation', id: organisation, organisation })
  return actAs(parts.db, actingAs(actor), (inside) => listRecords(inside, organisation))
}

/** A day as people read it, in a spreadsheet and on the page alike. */
const dayOf = (milliseconds: number | undefined): DateText | undefined =>
  milliseconds === undefined ? undefined : todayInAmsterdam(milliseconds)

/** The same as CSV, for a spreadsheet or whoever inspects: no cell is run as a formula. */
export function registerCsv(records: readonly TrainingRecord[], now: number): string {
  const head = ['person', 'title', 'issuer', 'issued', 'valid_until', 'state', 'checked_as', 'released']
  const lines = records.map((one) => [
    ...[one.personName, one.title, one.issuerName, dayOf(one.issuedAt) ?? '', dayOf(one.validUntil) ?? ''],
    ...[stateAt(one, now), one.conclusion, dayOf(one.releasedAt) ?? ''],
  ])
  return [head, ...lines].map((cells) => csvLine(cells)).join('')
}

/** The same for a program: everything once, what has no day as null. A day is one in Amsterdam. */
export function registerJson(
  records: readonly TrainingRecord[],
  of: { readonly organisation: string; readonly name: string; readonly now: number },
): string {
  const items = records.map((one) => ({
    ...{ person: one.personName, title: one.title, issuer: one.issuerName },
    ...{ issuedOn: dayOf(one.issuedAt) ?? null, validUntil: dayOf(one.validUntil) ?? null },
    ...{ state: stateAt(one, of.now), checkedAs: one.conclusion, releasedOn: dayOf(one.releasedAt) ?? null },
  }))
  const head = { organisation: of.organisation, name: of.name, asOf: new Date(of.now).toISOString() }
  return `${JSON.stringify({ ...head, items }, null, 2)}\n`
}

/** Whether it holds at a moment, or why not. */
export function stateAt({ lapsed, validUntil }: Pick<TrainingRecord, 'lapsed' | 'validUntil'>, now: number) {
  if (lapsed !== undefined) return lapsed
  return validUntil !== undefined && validUntil <= now ? ('expired' as const) : ('valid' as const)
}
