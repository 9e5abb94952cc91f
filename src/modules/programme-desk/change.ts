import { Invalid, todayInAmsterdam } from '../../platform/index.ts'
import type { OfferingRecord, ProgrammeSkill } from '../trainings/index.ts'
import type { OfferingChange, ProgrammeChange } from './change-schema.ts'
import type { DeskContent, DeskFacts, DeskOffering, DeskSkill, SomeText } from './desk-programme.ts'
import type { ProgrammeDeskParts } from './parts.ts'

/**
 * The content after a change, and the names of the fields that it sets. A skill keeps the words that it was read from.
 * @throws Invalid naming a skill, place or scheme that is not known
 */
export async function changedContent(
  parts: Pick<ProgrammeDeskParts, 'skills' | 'regions' | 'rules' | 'clock' | 'ids'>,
  before: DeskContent,
  change: ProgrammeChange,
): Promise<{ readonly content: DeskContent; readonly fields: readonly string[] }> {
  const { title, description, admission, outcomes, prerequisites, offerings, ...facts } = change
  await refuseUnknownSkills(parts, outcomes, prerequisites)
  await refuseUnknownSchemes(parts, before, offerings)
  const content: DeskContent = {
    title: merged(before.title, title),
    description: merged(before.description, description),
    admission: admission ? admission.map((step) => merged({}, step)).filter(isSaid) : before.admission,
    facts: withFacts(before.facts, facts),
    outcomes: outcomes ? withWords(before.outcomes, outcomes) : before.outcomes,
    prerequisites: prerequisites ? withWords(before.prerequisites, prerequisites) : before.prerequisites,
    offerings: offerings ? offerings.map((one) => offeringOf(parts, before.offerings, one)) : before.offerings,
  }
  return { content, fields: Object.keys(change) }
}

function merged(before: SomeText, given: { readonly nl?: string | null; readonly en?: string | null } = {}): SomeText {
  return Object.fromEntries(Object.entries({ ...before, ...given }).filter(([, text]) => text !== null && text !== ''))
}

const isSaid = (text: SomeText): boolean => Object.keys(text).length > 0

function withFacts(
  before: DeskFacts,
  {
    whoPays,
    phases,
    ...given
  }: Omit<ProgrammeChange, 'title' | 'description' | 'admission' | 'outcomes' | 'prerequisites' | 'offerings'>,
): DeskFacts {
  // What a payer said in words stays with it.
  const texts = new Map((before.whoPays ?? []).map(({ party, text }) => [party, text]))
  const payers = whoPays?.map((one) => {
    const text = texts.get(one.party)
    return text === undefined ? one : { ...one, text }
  })
  const all = {
    ...before,
    ...given,
    ...(payers ? { whoPays: payers.length === 0 ? null : payers } : {}),
    ...(phases ? { phases: phases.length === 0 ? null : phases } : {}),
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null && value !== undefined)) as DeskFacts
}

/** A skill once, with the words that it was read from, and how it came. */
function withWords(before: readonly DeskSkill[], given: NonNullable<ProgrammeChange['outcomes']>): DeskSkill[] {
  const there = new Map(before.map((one) => [one.skill, one]))
  return [...new Map(given.map((one) => [one.skill, one])).values()].map(({ skill, level, isConfirmed = true }) => {
    const { words, from: came = 'stated' } = there.get(skill) ?? {}
    // Somebody says so now: it is stated, with the words that it was read from.
    const from = isConfirmed && (came === 'text' || came === 'derived') ? 'stated' : came
    return { skill, level, from, ...(words === undefined ? {} : { words }), isConfirmed }
  })
}

/** Skills that a text names, beside those that are there: each waits for a yes. */
export function withProposals(before: readonly DeskSkill[], read: readonly ProgrammeSkill[]): DeskSkill[] {
  const there = new Set(before.map(({ skill }) => skill))
  return [...before, ...read.filter(({ skill }) => !there.has(skill)).map((one) => ({ ...one, isConfirmed: false }))]
}

function offeringOf(
  { regions, ids }: Pick<ProgrammeDeskParts, 'regions' | 'ids'>,
  before: readonly DeskOffering[],
  { id, place, feeEuro, siteDays, lessonDays, incomeMonthEuro, online, funding, rolling, starts }: OfferingChange,
): DeskOffering {
  // An id that is not there is nobody's to give: another programme may have it.
  const there = before.find((one) => one.id === id)
  const kept: Partial<OfferingRecord['facts']> = there ? there.facts : {}
  const { at: keptAt, ...others } = kept
  const where = whereOf(regions, there, keptAt, place)
  const given = { siteDays, lessonDays, feeEuro, incomeMonthEuro }
  const facts = Object.fromEntries(
    Object.entries({ ...others, ...where.facts, ...without(given), online, funding, rolling, starts: inOrder(starts) }).filter(
      ([, value]) => value !== null && value !== undefined,
    ),
  ) as unknown as OfferingRecord['facts']
  return { id: there?.id ?? ids.next(), ...where.place, facts }
}

const without = (given: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))

const inOrder = (starts: OfferingChange['starts']) => starts.toSorted((a, b) => (a.date < b.date ? -1 : 1))

/** A place that did not change stays where it is; another one is looked up. @throws Invalid when there is none of that name */
function whereOf(
  regions: ProgrammeDeskParts['regions'],
  there: DeskOffering | undefined,
  at: OfferingRecord['facts']['at'],
  place: string | null | undefined,
): { readonly place: Pick<DeskOffering, 'placeName' | 'region'>; readonly facts: Pick<OfferingRecord['facts'], 'at'> } {
  if (there && (place === undefined || place === (there.placeName ?? null))) {
    const { placeName, region } = there
    return {
      place: { ...(placeName === undefined ? {} : { placeName }), ...(region === undefined ? {} : { region }) },
      facts: at === undefined ? {} : { at },
    }
  }
  if (!place) return { place: {}, facts: {} }
  const found = regions.findPlace({ municipality: place })
  if (!found)
    throw new Invalid('place', `There is no municipality "${place}".`, [{ where: 'place', message: `"${place}" is not known.` }])
  return { place: { placeName: found.name, region: found.region }, facts: { at: found.at } }
}

async function refuseUnknownSkills(
  { skills }: Pick<ProgrammeDeskParts, 'skills'>,
  ...lists: readonly ProgrammeChange['outcomes'][]
): Promise<void> {
  const given = lists.flatMap((list) => list ?? [])
  if (given.length === 0) return
  const catalogue = await skills.catalogue()
  const unknown = given.filter(({ skill }) => catalogue.find(skill)?.type !== 'skill')
  if (unknown.length === 0) return
  throw new Invalid(
    'skill',
    'Some of these skills are not known. Look them up at GET /concepts.',
    unknown.map(({ skill }) => ({ where: 'skill', message: `There is no skill "${skill}".` })),
  )
}

/** A scheme is a dated rule of today; what stood there already stays. */
async function refuseUnknownSchemes(
  { rules, clock }: Pick<ProgrammeDeskParts, 'rules' | 'clock'>,
  before: DeskContent,
  offerings: ProgrammeChange['offerings'],
): Promise<void> {
  const given = (offerings ?? []).flatMap(({ funding }) => funding.map(({ scheme }) => scheme))
  const known = new Set(before.offerings.flatMap(({ facts }) => facts.funding.map(({ scheme }) => scheme)))
  const asked = given.filter((scheme) => !known.has(scheme))
  if (asked.length === 0) return
  const there = new Set((await rules.list(todayInAmsterdam(clock.now()))).map(({ id }) => id))
  const unknown = asked.filter((scheme) => !there.has(scheme))
  if (unknown.length === 0) return
  throw new Invalid(
    'funding',
    'Some of these schemes are not known.',
    unknown.map((scheme) => ({ where: 'funding', message: `There is no rule "${scheme}".` })),
  )
}
