import { type IntroductionView, type NextPlan, nextPlanOf, type Releasable } from '../../modules/introductions/index.ts'
import type { ShownProfile } from '../../modules/match-profiles/index.ts'
import type { Actor } from '../../modules/permissions/index.ts'
import type { Language } from '../../modules/skills/index.ts'
import type { ShownProfileView } from '../components/shown-profile/shown-profile.tsx'
import type { SiteContext } from '../context.ts'
import { introductionsWords } from '../words/introductions.ts'

/** All that the page of one introduction shows to who looks. */
export interface LoadedIntroduction {
  readonly view: IntroductionView
  readonly organisation: { readonly id: string; readonly name: string }
  /** The educator or adviser who suggested it. */
  readonly proposer?: string | undefined
  readonly vacancy: { readonly place?: string | undefined; readonly isThere: boolean }
  readonly offering?: string | undefined
  /** Of the person. */
  readonly mine?:
    | { readonly has: readonly Releasable[]; readonly adviserSees: boolean; readonly next: NextPlan | undefined }
    | undefined
  /** For the organisation: what the person needs to work well, as far as they show it. */
  readonly needs?: readonly string[] | undefined
  /** For the organisation. */
  readonly shown?: ShownProfileView | undefined
}

export async function loadIntroduction(
  site: SiteContext,
  actor: Actor,
  id: string,
  language: Language,
): Promise<LoadedIntroduction> {
  const { modules } = site
  const view = await modules.introductions.get(actor, id)
  const { introduction: one, side } = view
  const [organisation, proposer, record] = await Promise.all([
    modules.organisations.find(one.organisation),
    one.proposerOrganisation === undefined ? undefined : modules.organisations.find(one.proposerOrganisation),
    modules.vacancies.find(one.vacancy),
  ])
  return {
    view,
    organisation: { id: one.organisation, name: organisation?.name ?? introductionsWords[language].gone },
    proposer: proposer?.name,
    vacancy: { place: record?.placeName, isThere: record !== undefined && record.state !== 'withdrawn' },
    offering: await offeringTitle(site, one.offering, language),
    ...(side === 'person'
      ? { mine: await mineOf(site, actor, view, language) }
      : {
          needs: needsOf(site, view, language),
          shown: await shownOf(
            site,
            one.shown as ShownProfile,
            (record?.requirements ?? []).map(({ skill }) => skill),
            language,
          ),
        }),
  }
}

function needsOf({ modules }: SiteContext, { needs = [] }: IntroductionView, language: Language): string[] {
  const ids = new Set(needs.flatMap((one) => ('ids' in one.needs ? one.needs.ids : [])))
  return modules.needs.groups.flatMap((group) => group.needs.filter(({ id }) => ids.has(id)).map((need) => need[language]))
}

/** An offering that the record knows is named by its programme; anything else is its own name. */
async function offeringTitle(
  { modules }: SiteContext,
  offering: string | undefined,
  language: Language,
): Promise<string | undefined> {
  if (offering === undefined) return undefined
  const { offerings, programmes } = await modules.residents.current()
  const programme = offerings.get(offering)?.programme
  return (programme === undefined ? undefined : programmes.get(programme)?.title[language]) ?? offering
}

async function mineOf(
  { modules }: SiteContext,
  actor: Actor,
  { introduction: one, days }: IntroductionView,
  language: Language,
): Promise<NonNullable<LoadedIntroduction['mine']>> {
  const [account, consents, profile] = await Promise.all([
    modules.accounts.find(actor),
    modules.consents.list(actor),
    modules.accounts.profileOf(actor),
  ])
  const has = (['name', 'email', 'phone'] as const).filter((field) => account[field] !== undefined)
  const adviserSees = consents.some(
    ({ purpose, withdrawnAt, until }) =>
      purpose === 'adviser' && withdrawnAt === undefined && (until === undefined || until >= days.today),
  )
  // Nobody waits long for a next plan: without one the page leads to all of them.
  const next =
    one.nextPlan ??
    (profile && showsNext(one)
      ? await nextPlanOf(modules.planning, profile, one.vacancy, language).catch(() => undefined)
      : undefined)
  return { has, adviserSees, next }
}

/** After a no or silence, and before an answer: what a no would bring. */
export const showsNext = ({ state, reasonBy }: IntroductionView['introduction']): boolean =>
  state === 'proposed' || state === 'expired' || (state === 'declined' && reasonBy === 'organisation')

async function shownOf(
  { modules }: SiteContext,
  { skills, municipality, region, ...shown }: ShownProfile,
  asked: readonly string[],
  language: Language,
): Promise<ShownProfileView> {
  const catalogue = await modules.skills.catalogue()
  const wanted = new Set(asked.map((skill) => catalogue.standsFor(skill)))
  return {
    place: municipality ?? (region === undefined ? undefined : modules.regions.find(region)?.name),
    hours: shown.hours,
    days: shown.days,
    available: shown.available,
    occupation: shown.occupation === undefined ? undefined : catalogue.label(shown.occupation, language),
    workField: shown.workField,
    diplomaLevel: shown.diplomaLevel,
    languages: shown.languages,
    skills: skills.map(({ skill, level, evidence }) => ({
      id: skill,
      label: catalogue.label(skill, language),
      level,
      isProven: evidence !== 'claimed',
      isAsked: wanted.has(catalogue.standsFor(skill)),
    })),
  }
}
