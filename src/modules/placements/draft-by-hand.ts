/** A placement drafted without a cohort: by the school for somebody who is enrolled, or by an employer with the number that a student gave. */
import { createHash } from 'node:crypto'
import { actAs, type DateText, NotFound, todayInAmsterdam } from '../../platform/index.ts'
import { foldEmail } from '../accounts/index.ts'
import { type Actor, actingAs, permit } from '../permissions/index.ts'
import type { Language } from '../skills/index.ts'
import type { Bilingual } from '../trainings/index.ts'
import type { PlacementsParts } from './parts.ts'
import { type Proposal, propose, schoolKinds } from './propose.ts'
import { wrong } from './refusal.ts'
import { asProgram } from './work.ts'

/** What stands in the form. School, person, programme and offering are those of the enrolment. */
export interface ByHand extends Omit<Proposal, 'person' | 'school' | 'employer' | 'programme' | 'offering'> {
  /** The organisation that drafts: a school or an employer. */
  readonly organisation: string
  /** Id of an open enrolment. A student reads it as the number of the enrolment, and gives it to an employer. */
  readonly enrolment: string
  /** With a school: the employer. */
  readonly employer?: string | undefined
  /** What kind of agreement: a bbl one needs a qualification. */
  readonly scheme: string
}

/** In which role an organisation drafts. */
async function draftingSide(parts: PlacementsParts, actor: Actor, organisation: string): Promise<'school' | 'employer'> {
  permit(actor, 'placement.propose', { kind: 'organisation', id: organisation, organisation })
  const found = await parts.organisations.find(organisation)
  if (!found || found.closed) throw new NotFound('organisation', organisation)
  return schoolKinds.includes(found.kind) ? 'school' : 'employer'
}

/** A start of a school's own programmes, to ask somebody to enrol in. */
export interface DraftingStart {
  readonly offering: string
  readonly title: Bilingual
  /** Left out: people start at any time. */
  readonly startsOn?: DateText
}

/** What a form to draft by hand needs. @throws SignInNeeded, Forbidden, NotFound */
export async function drafting(
  parts: PlacementsParts,
  actor: Actor,
  organisation: string,
): Promise<{ readonly side: 'school' | 'employer'; readonly starts: readonly DraftingStart[] }> {
  const side = await draftingSide(parts, actor, organisation)
  if (side === 'employer') return { side, starts: [] }
  const programmes = await parts.trainings.ofOrganisation(parts.db, organisation)
  const titles = new Map(programmes.map(({ id, title }) => [id, title]))
  const offerings = await parts.trainings.offeringsOf(...titles.keys())
  const today = todayInAmsterdam(parts.clock.now())
  const starts = offerings.flatMap(({ id: offering, programme, facts }): DraftingStart[] => {
    const title = titles.get(programme)
    if (!title) return []
    const coming = facts.starts.filter(({ date }) => date >= today).map(({ date }) => ({ offering, title, startsOn: date }))
    return facts.rolling ? [...coming, { offering, title }] : coming
  })
  return { side, starts }
}

/** @throws Invalid naming the field; NotNow; and as the permission table says */
export async function draftByHand(parts: PlacementsParts, actor: Actor, asked: ByHand): Promise<{ readonly id: string }> {
  const { organisation, enrolment: number, employer: chosen, scheme, ...terms } = asked
  const side = await draftingSide(parts, actor, organisation)
  const found = await actAs(parts.db, actingAs(actor), (inside) =>
    asProgram(inside, async (program) => parts.enrolmentOf?.(program, number.trim())),
  )
  // An enrolment elsewhere, or none: the answer is the same.
  if (!found || (side === 'school' && found.organisation !== organisation))
    throw wrong('enrolment', 'There is no open enrolment with this number. Ask the student for it.')
  if (scheme === 'bbl' && terms.crebo === undefined) throw wrong('crebo', 'A bbl agreement names a qualification.')
  const { person, organisation: school, programme, offering } = found
  const employer = side === 'school' ? (chosen ?? '') : organisation
  const crebo = scheme === 'bbl' ? terms.crebo : undefined
  return propose(parts, actor, { ...terms, crebo, person, school, employer, programme, offering }, side, true)
}

/** Whom a school asks to enrol, so that a placement can be drafted. */
export interface Invitation {
  readonly school: string
  readonly email: string
  readonly offering: string
  readonly startsOn: string
  readonly language: Language
}

/**
 * Writes to an address: this school would like to make a placement, enrol first. The answer is the same whether or not somebody has an account with it,
 * and one start is written about once.
 * @throws Invalid at `email`, `programme`; and as the permission table says
 */
export async function inviteStudent(parts: PlacementsParts, actor: Actor, asked: Invitation): Promise<void> {
  const { school, offering, startsOn, language } = asked
  permit(actor, 'placement.invite', { kind: 'organisation', id: school, organisation: school })
  const email = foldEmail(asked.email)
  if (email === undefined) throw wrong('email', 'Fill in an e-mail address, as naam@voorbeeld.nl.')
  const found = await parts.organisations.find(school)
  if (!found || found.closed) throw new NotFound('organisation', school)
  // In the demo nobody's mailbox is reached.
  if (found.demo && !email.endsWith('@demo.example'))
    throw wrong('email', 'In the demo only addresses at demo.example are written to.')
  const programmes = await parts.trainings.ofOrganisation(parts.db, school)
  const programme = await programmeOf(parts, programmes, offering)
  if (!programme) throw wrong('programme', 'Choose a start of a programme of this school.')
  await actAs(parts.db, actingAs(actor), (inside) =>
    asProgram(inside, (program) =>
      parts.mail.write(program, {
        ...{ template: 'placement-invited', to: { email }, language, kind: 'needed' },
        once: `placement-invited/${createHash('sha256').update(`${school} ${offering} ${startsOn} ${email}`).digest('hex')}`,
        data: {
          path: enrolAddress(offering, startsOn, language),
          organisation: found.name,
          programme: programme.title[language],
        },
      }),
    ),
  )
}

async function programmeOf(
  { trainings }: PlacementsParts,
  programmes: readonly { readonly id: string; readonly title: Readonly<Record<Language, string>> }[],
  offering: string,
) {
  for (const one of programmes) if ((await trainings.offeringsOf(one.id)).some(({ id }) => id === offering)) return one
  return undefined
}

/** Address of the page on which one applies. A test of the site holds it equal to its own (`src/web/paths.test.ts`). */
export const enrolAddress = (offering: string, start: string, language: Language): string =>
  `${language === 'nl' ? '/nl/deelname/aanmelden' : '/en/enrolment/apply'}?${new URLSearchParams({ offering, start })}`
