import type { LoaderFunctionArgs } from 'react-router'
import type { Lapsed, SkillEvidence } from '../../modules/credentials/index.ts'
import type { Introduction } from '../../modules/introductions/index.ts'
import type { Profile } from '../../modules/people/index.ts'
import type { Actor } from '../../modules/permissions/index.ts'
import type { PlanView } from '../../modules/planning/index.ts'
import type { Language } from '../../modules/skills/index.ts'
import { type DateText, todayInAmsterdam } from '../../platform/index.ts'
import { actorOf, signInFirst } from '../actor.ts'
import type { IntroductionLine } from '../components/introduction-list/introduction-list.tsx'
import { type SiteContext, siteContext } from '../context.ts'
import { languageOfPath, pageUrl } from '../paths.ts'
import { introductionsWords } from '../words/introductions.ts'
import { profileWords } from '../words/profile.ts'
import { skillWords } from '../words/skills.ts'

/** A skill that somebody said they have, and what stands behind it. */
export interface ShownClaim {
  readonly skill: string
  readonly label: string
  readonly level: string
  readonly state: 'claimed' | 'evidenced' | 'verified'
  /** The credential behind it, or that was: whose it is, until when, and whether it counts no more. */
  readonly proof?: { readonly issuerName: string; readonly until?: DateText; readonly lapsed?: Lapsed }
}

export const doneOf = ['kept', 'removed', 'seen', 'mail', 'full', 'notYours'] as const

export async function myDeskLoader({ request, context }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const actor = await actorOf(site, request)
  signInFirst(actor, request)
  const { accounts, keptPlans, vacancyAlerts } = site.modules
  const url = pageUrl(request)
  const language = languageOfPath(url.pathname)
  const asked = { language, signal: request.signal }
  const chosen = url.searchParams.getAll('compare')
  const [account, profile, plans, wantsMail, wantsAlerts, alerts, introductions] = await Promise.all([
    accounts.find(actor),
    accounts.profileOf(actor),
    keptPlans.list(actor, asked),
    keptPlans.wantsMail(actor),
    vacancyAlerts.wants(actor),
    vacancyAlerts.list(actor),
    introductionLines(site, actor, language),
  ])
  const compared = chosen.length > 1 ? await keptPlans.compare(actor, chosen, asked) : []
  return {
    name: account.name,
    today: todayInAmsterdam(site.clock.now()),
    plans: plans.map(({ keptAt, checkedAt: _checked, ...plan }) => ({ ...plan, keptOn: todayInAmsterdam(keptAt) })),
    compared: compared as readonly PlanView[],
    chosen,
    wantsMail,
    wantsAlerts,
    alerts: alerts.map(({ foundAt, ...alert }) => ({ ...alert, foundOn: todayInAmsterdam(foundAt) })),
    introductions,
    claims: profile ? await claimsOf(site, profile, await site.modules.credentials.evidence(actor), language) : [],
    hasProfile: profile !== undefined,
    done: doneOf.find((one) => one === url.searchParams.get('done')),
  }
}

/** Those that go on: who waits for this person first, then the rest in the order of the list. */
async function introductionLines({ modules }: SiteContext, actor: Actor, language: Language): Promise<IntroductionLine[]> {
  const words = introductionsWords[language]
  const open = await modules.introductions.list(actor, { open: true })
  const organisations = await modules.organisations.findMany([...new Set(open.map(({ organisation }) => organisation))])
  const names = new Map(organisations.map(({ id, name }) => [id, name]))
  const line = (one: Omit<Introduction, 'person'>): IntroductionLine => {
    const other = names.get(one.organisation) ?? words.gone
    return {
      id: one.id,
      about: words.about(one.vacancyTitle, other),
      state: one.state,
      other,
      ...(one.waitsFor === undefined ? {} : { waits: one.waitsFor === 'person' ? 'me' : 'other' }),
      dueOn: one.dueOn,
      changedOn: todayInAmsterdam(one.changedAt),
    }
  }
  const lines = open.map(line)
  return [...lines.filter(({ waits }) => waits === 'me'), ...lines.filter(({ waits }) => waits !== 'me')]
}

const strength = { verified: 0, evidenced: 1, claimed: 2 } as const

/** What somebody said they can, the best proven first. */
async function claimsOf(
  { modules }: SiteContext,
  profile: Profile,
  evidence: ReadonlyMap<string, SkillEvidence>,
  language: Language,
): Promise<ShownClaim[]> {
  const catalogue = await modules.skills.catalogue()
  const { levels } = skillWords[language]
  const { answers } = profileWords[language]
  return Object.entries(profile.answers)
    .filter(([, answer]) => answer !== 'no')
    .map(([skill, answer]) => ({
      skill,
      label: catalogue.label(skill, language),
      level: typeof answer === 'number' ? levels[answer] : answers[answer],
      // What ended since the profile was kept proves nothing any more.
      state: evidence.get(skill)?.lapsed ? ('claimed' as const) : (profile.evidence?.[skill] ?? ('claimed' as const)),
      ...proofOf(evidence.get(skill)),
    }))
    .sort((a, b) => strength[a.state] - strength[b.state] || a.label.localeCompare(b.label, language))
}

function proofOf(evidence: SkillEvidence | undefined): Pick<ShownClaim, 'proof'> {
  if (!evidence || (evidence.state === undefined && evidence.lapsed === undefined)) return {}
  const { issuerName, validUntil, lapsed } = evidence
  return {
    proof: {
      issuerName,
      ...(validUntil === undefined ? {} : { until: todayInAmsterdam(validUntil) }),
      ...(lapsed === undefined ? {} : { lapsed }),
    },
  }
}
