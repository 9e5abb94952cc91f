import type { LoaderFunctionArgs } from 'react-router'
import type { AdviceNote, AdvisedIntroduction, AdvisedView } from '../../modules/advising/index.ts'
import type { Profile } from '../../modules/people/index.ts'
import type { PlanView } from '../../modules/planning/index.ts'
import type { Language } from '../../modules/skills/index.ts'
import { todayInAmsterdam } from '../../platform/index.ts'
import { actorOf, signInFirst } from '../actor.ts'
import type { AdvisedProfileView } from '../components/advised-profile/advised-profile.tsx'
import { type SiteContext, siteContext } from '../context.ts'
import { languageOfPath, pageUrl } from '../paths.ts'
import { fundingFor } from './funding.ts'

/** All of the page of one advised person: for the adviser and for the person, who see the same. */
export async function loadAdvised({ request, context, params }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const actor = await actorOf(site, request)
  signInFirst(actor, request)
  const url = pageUrl(request)
  const language = languageOfPath(url.pathname)
  const chosen = [...new Set(url.searchParams.getAll('plan'))]
  const view = await site.modules.advising.open(actor, params.person ?? '', { language, compare: chosen, signal: request.signal })
  const { profile, plans, introductions, compared, notes } = view
  const names = await namesOf(site, [view.organisation, ...introductions.map(({ organisation }) => organisation)])
  return {
    side: view.side,
    handle: view.handle,
    organisation: names.get(view.organisation),
    endedOn: view.endedAt === undefined ? undefined : todayInAmsterdam(view.endedAt),
    today: view.today,
    profile: profile && (await profileView(site, profile, language)),
    plans: plans && { groups: plans.groups, limited: plans.basis },
    chosen,
    compared,
    meetable: await meetable(site, compared, introductions),
    keptPlans: keptOf(view),
    funding: profile ? await fundingFor(site, profile, view.today, language) : [],
    introductions: introductions.map(({ changedAt, ...one }) => ({
      ...one,
      organisation: names.get(one.organisation),
      changedOn: todayInAmsterdam(changedAt),
    })),
    notes: notes.map(noteOf),
    done: url.searchParams.get('done') ?? undefined,
  }
}

const noteOf = ({ id, side, text, at, corrects }: AdviceNote) => ({ id, side, text, on: todayInAmsterdam(at), corrects })

const keptOf = ({ keptPlans }: AdvisedView) =>
  keptPlans.map(({ id, plan, facts, news }) => ({
    ...{ id, plan, title: facts.title, employer: facts.employer, readyOn: facts.readyOn },
    state: news?.kind ?? ('same' as const),
  }))

async function namesOf(site: SiteContext, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const organisations = await site.modules.organisations.findMany([...new Set(ids)])
  return new Map(organisations.map(({ id, name }) => [id, name]))
}

/** Vacancies of these plans about which somebody can meet an organisation: it has a desk, and nothing is open about it yet. */
async function meetable(
  { modules }: SiteContext,
  plans: readonly PlanView[],
  introductions: readonly AdvisedIntroduction[],
): Promise<Readonly<Record<string, 'yes' | 'open' | 'no'>>> {
  const records = await modules.vacancies.ofIds(plans.map(({ vacancy }) => vacancy.id))
  const open = new Set(introductions.filter(({ endedAt }) => endedAt === undefined).map(({ vacancy }) => vacancy))
  return Object.fromEntries(
    records.map(({ id, organisation }) => [id, organisation === undefined ? 'no' : open.has(id) ? 'open' : 'yes']),
  )
}

async function profileView({ modules }: SiteContext, profile: Profile, language: Language): Promise<AdvisedProfileView> {
  const catalogue = await modules.skills.catalogue()
  const region = modules.regions.findPlace(profile)?.region
  const { situation, experienceYears, hours, maxMinutes, wageFloorMonthEuro, study, diplomas = [], languages } = profile
  return {
    ...{ situation, experienceYears, hours, maxMinutes, wageFloorMonthEuro, study, languages },
    occupations: profile.occupations.map((id) => catalogue.label(id, language)),
    regionName: region === undefined ? undefined : modules.regions.find(region)?.name,
    diplomaLevels: diplomas.map(({ level }) => level),
    skills: Object.entries(profile.answers)
      .filter(([, answer]) => answer !== 'no')
      .map(([id, answer]) => ({
        id,
        label: catalogue.label(id, language),
        level: typeof answer === 'number' ? answer : answer === 'little' ? (1 as const) : undefined,
        isProven: (profile.evidence?.[id] ?? 'claimed') !== 'claimed',
      }))
      .sort((a, b) => (b.level ?? 0) - (a.level ?? 0) || a.label.localeCompare(b.label, language)),
  }
}
