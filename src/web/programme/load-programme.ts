import { data, type LoaderFunctionArgs } from 'react-router'
import { initiativeIdOf } from '../../modules/initiatives/index.ts'
import type { FundingFacts } from '../../modules/rules/index.ts'
import type { Language } from '../../modules/skills/index.ts'
import type { OfferingRecord, Programme, ProgrammeSkill } from '../../modules/trainings/index.ts'
import { actorOf } from '../actor.ts'
import { siteContext } from '../context.ts'
import { loadDraft } from '../draft.ts'
import { languageOfPath, pageUrl } from '../paths.ts'
import { definitionsIn } from '../what-works/names.ts'

/** A programme with its offerings, in the language of the page, beside what somebody said they can. @throws a 404 when there is none */
export async function loadProgramme({ request, context, params }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const { modules } = site
  const language = languageOfPath(pageUrl(request).pathname)
  const programme = await modules.trainings.findProgramme(params.programme ?? '')
  if (!programme) throw data('There is no such programme.', { status: 404 })
  const [offerings, resident, draft] = await Promise.all([
    modules.trainings.offeringsOf(programme.id),
    modules.residents.current(),
    loadDraft(site, request),
  ])
  const openStarts = await modules.enrolments.openStarts(
    await actorOf(site, request),
    offerings.map(({ id }) => id),
  )
  const rules = await modules.rules.list(resident.today)
  const named = (skills: readonly ProgrammeSkill[]) =>
    skills.map(({ skill, level, from, words }) => ({
      skill,
      level,
      ...(from === 'text' && words !== undefined ? { readFrom: words } : {}),
      label: resident.catalogue.label(skill, language),
      isHad: hasSkill(draft.profile.answers[skill], level),
    }))
  const schemes = new Map(offerings.flatMap(({ facts }) => facts.funding.map(({ scheme, euro }) => [scheme, euro] as const)))
  const { facts } = programme
  const initiative = modules.initiatives.find(initiativeIdOf(programme.id) ?? '')
  const reached = await modules.outcomes.of({ kind: 'programme', id: programme.id }).catch(() => undefined)
  return {
    reached: reached?.series.length === 0 ? undefined : reached,
    definitions: definitionsIn(modules.outcomes.definitions, language),
    openStarts,
    initiative: initiative && { id: initiative.id, name: initiative.name[language] },
    today: resident.today,
    // Our own list knows it in both languages; others say it in one.
    award: initiative?.training?.award?.value?.[language] ?? facts.award,
    details: detailsOf(facts, language),
    isRead: facts.outcomes.some(({ from }) => from === 'text'),
    isDerived: facts.outcomes.some(({ from }) => from === 'derived'),
    programme: { ...programme, title: programme.title[language], description: programme.description[language] },
    outcomes: named(facts.outcomes),
    prerequisites: named(facts.prerequisites),
    offerings: offerings.map((offering) => ({ ...offering, ...comingStarts(offering, resident.today) })),
    knownFacts: factsOfProgramme(facts, offerings),
    funding: [...schemes].map(([id, euro]) => ({ id, euro, title: rules.find((rule) => rule.id === id)?.title[language] ?? id })),
  }
}

export type LoadedProgramme = Exclude<Awaited<ReturnType<typeof loadProgramme>>, Response>

/** What a person asks before they begin, in their language; what is left out is not known. */
function detailsOf(facts: Programme['facts'], language: Language) {
  const { targetGroup, accessibility, admission, whoPays, phases, jobGuarantee, url } = facts
  return {
    ...(phases === undefined ? {} : { phases }),
    ...(jobGuarantee === undefined ? {} : { jobGuarantee }),
    ...(accessibility === undefined ? {} : { accessibility: accessibility[language] }),
    ...(targetGroup === undefined ? {} : { forWhom: targetGroup.text[language] }),
    ...(targetGroup?.preference === undefined ? {} : { ground: targetGroup.preference.ground[language] }),
    ...(admission === undefined ? {} : { admission: admission.map((step) => step[language]) }),
    ...(whoPays === undefined ? {} : { whoPays: whoPays.map(({ text, ...payer }) => ({ ...payer, text: text?.[language] })) }),
    ...(url === undefined ? {} : { url }),
  }
}

/** What a programme says to funding schemes by itself: its length, and its price where all offerings have the same one. */
function factsOfProgramme({ form, weeks }: Programme['facts'], offerings: readonly OfferingRecord[]): FundingFacts {
  const fees = new Set(offerings.map(({ facts }) => facts.feeEuro))
  const [fee] = fees
  return {
    ...(form === 'bootcamp' || form === 'self-paced' ? { training: 'course' as const } : {}),
    ...(weeks === undefined ? {} : { months: Math.ceil((weeks * 12) / 52) }),
    ...(fees.size === 1 && fee !== undefined ? { priceEuro: fee } : {}),
    forWork: 'yes',
  }
}

const mostStarts = 4

function comingStarts({ facts }: OfferingRecord, today: string) {
  const coming = facts.starts.filter(({ date }) => date >= today).sort((a, b) => (a.date < b.date ? -1 : 1))
  return { coming: coming.slice(0, mostStarts), further: Math.max(0, coming.length - mostStarts) }
}

function hasSkill(answer: 'no' | 'little' | 'yes' | number | undefined, level: number): boolean {
  const sure = { no: 0, little: 1, yes: 2 }
  return answer !== undefined && (typeof answer === 'number' ? answer : sure[answer]) >= level
}
