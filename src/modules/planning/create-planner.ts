import type { Goal, Preference } from '../../engine/planning/index.ts'
import { NotFound } from '../../platform/index.ts'
import type { Engines, Finding, Kind, Question } from '../engines/index.ts'
import { figuresOn, holdsOn, schemesOn } from '../funding/index.ts'
import type { Resident } from '../matching/index.ts'
import { toEnginePerson } from '../people/index.ts'
import type { RegionsService } from '../regions/index.ts'
import type { RulesService } from '../rules/index.ts'
import type { Vacancies } from '../vacancies/index.ts'
import { askViews } from './ask-view.ts'
import { basisOf } from './basis.ts'
import { changeView, questionView } from './change-view.ts'
import { conditionView } from './condition-view.ts'
import { doorView, occupationViews } from './door-view.ts'
import { parsePlanId } from './plan-id.ts'
import { planGroupView, planView } from './plan-view.ts'
import type { Asked, Planner } from './planner.ts'
import { type RecordsById, recordsOf, type ShownIds } from './records-by-id.ts'
import type { Showing } from './showing.ts'
import { idsInDoors, idsInMatches, idsInPlan, idsInPlans, idsInWhyNot } from './shown-ids.ts'
import { skillReasons } from './skill-reasons.ts'
import { summariseVacancyById } from './vacancy-summary.ts'
import type { Basis, DoorsView, MatchesView, PlansView, PlanView, WhyNotView } from './views.ts'

const matchesShown = 20

export interface PlannerParts {
  readonly engines: Engines
  readonly vacancies: Pick<Vacancies, 'ofIds'>
  readonly regions: RegionsService
  readonly rules: RulesService
  readonly isDemo: () => Promise<boolean>
}

/** A planner asks the engines once for each view, then dresses what they found with the records of that same moment. */
export function createPlanner(parts: PlannerParts): Planner {
  const { engines, vacancies, regions, rules: dated, isDemo } = parts

  let asksKnown: { readonly revision: unknown; readonly counts: ReadonlyMap<string, number> } | undefined

  /** Puts one question about this person; what comes back can be shown. */
  async function ask<K extends Kind>(asked: Asked, about: (asked: Posed) => Question<K>): Promise<Answered<K>> {
    const { profile, signal } = asked
    const newest = await engines.resident()
    const person = toEnginePerson('you', profile, (place) => regions.findPlace(place)?.at)
    const posed: Posed = { person, goal: goalOf(newest, asked), preference: preferenceOf(asked) }
    const { finding, resident, limited } = await engines.ask(about(posed), { signal })
    return {
      finding,
      preference: posed.preference,
      basis: async () => basisOf(resident, await isDemo(), limited),
      show: async (ids) => showingOf(resident, asked, posed.person, await recordsOf({ resident, vacancies }, ids)),
    }
  }

  async function showingOf(resident: Resident, asked: Asked, person: Posed['person'], records: RecordsById): Promise<Showing> {
    const { profile, language } = asked
    const all = await dated.all()
    const rules = all.filter((rule) => holdsOn(rule, resident.today))
    return {
      catalogue: resident.catalogue,
      records,
      regions,
      language,
      hours: profile.hours,
      today: resident.today,
      thisWeek: resident.thisWeek,
      person,
      profile,
      benefit: dated.benefitFrom(rules, profile.wageNowMonthEuro),
      payerNames: (scheme) => rules.find((rule) => rule.id === scheme)?.title[language] ?? scheme,
      rules,
      funding: { schemes: schemesOn(rules, resident.today), figureOf: figuresOn(rules, resident.today) },
      wageRules: all.filter(({ id }) => id.startsWith('minimum-wage-')),
    }
  }

  return {
    async plans(asked): Promise<PlansView> {
      const { finding, basis, preference, show } = await ask(asked, (posed) => ({ kind: 'plans', ...posed }))
      const showing = await show(idsInPlans(finding))
      const question = questionView(showing, finding.question)
      const changes = finding.changes.map((change) => changeView(showing, change))
      return {
        basis: await basis(),
        preference,
        counts: finding.counts,
        groups: finding.groups.map((group) => planGroupView(showing, group)),
        ...(changes.length > 0 ? { changes } : {}),
        ...(finding.groups.length > 0 ? {} : { notYet: { changes } }),
        ...(question === undefined ? {} : { question }),
        asks: askViews(showing, finding.asks),
      }
    },

    async findPlan(asked, planId): Promise<PlanView | undefined> {
      const plan = parsePlanId(planId)
      const { finding, show } = await ask(asked, ({ person }) => ({ kind: 'plan', person, plan }))
      return finding && planView(await show(idsInPlan(finding)), finding)
    },

    async doors(asked): Promise<DoorsView> {
      const { finding, basis, show } = await ask(asked, ({ person }) => ({ kind: 'doors', person }))
      const showing = await show(idsInDoors(finding))
      const question = questionView(showing, finding.question)
      return {
        basis: await basis(),
        openNow: finding.openNow,
        openNowMostly: occupationViews(showing, finding.openNowMostly),
        doors: finding.front.map((door) => doorView(showing, door)),
        others: finding.others.map((door) => doorView(showing, door)),
        ...(question === undefined ? {} : { question }),
        changes: finding.changes.map((change) => changeView(showing, change)),
      }
    },

    async matches(asked): Promise<MatchesView> {
      const { limit = matchesShown } = asked
      const { finding, basis, show } = await ask(asked, ({ person, goal }) => ({ kind: 'matches', person, goal, limit }))
      const showing = await show(idsInMatches(finding))
      return {
        basis: await basis(),
        fitNow: finding.fitNow,
        eligible: finding.eligible,
        matches: finding.matches.map(({ vacancy, toCheck, ...match }) => ({
          ...match,
          vacancy: summariseVacancyById(showing, vacancy),
          check: toCheck.map((condition) => conditionView(showing, condition)),
        })),
      }
    },

    async steps(asked) {
      const { finding } = await ask(asked, ({ person, goal }) => ({ kind: 'steps', person, goal }))
      return finding.steps
    },

    async skillsAsked(options): Promise<ReadonlyMap<string, number>> {
      const { vacancies: revision } = (await engines.resident()).revisions
      const known = asksKnown
      if (known && known.revision === revision) return known.counts
      const { finding, resident } = await engines.ask({ kind: 'skillsAsked' }, options)
      const counts = new Map(finding.counts)
      // The counts change with vacancies only, and every profile page asks.
      asksKnown = { revision: resident.revisions.vacancies, counts }
      return counts
    },

    async whyNot(asked, vacancy): Promise<WhyNotView> {
      const { finding, basis, show } = await ask(asked, ({ person, preference }) => ({
        kind: 'whyNot',
        person,
        vacancy,
        preference,
      }))
      if (!finding) throw new NotFound('published vacancy', vacancy)
      const showing = await show(idsInWhyNot(vacancy, finding))
      return {
        basis: await basis(),
        vacancy: summariseVacancyById(showing, vacancy),
        conditions: finding.conditions.map((condition) => conditionView(showing, condition)),
        skills: skillReasons(showing, finding.skills),
        fit: { low: finding.fitLow, high: finding.fitHigh },
        changes: finding.changes.map((change) => changeView(showing, change)),
        plans: finding.plans.map((group) => planGroupView(showing, group)),
      }
    },
  }
}

/** What every question is made of. */
interface Posed {
  readonly person: Showing['person']
  readonly goal: Goal
  readonly preference: Preference
}

interface Answered<K extends Kind> {
  readonly finding: Finding<K>
  readonly preference: Preference
  /** What the finding rests on. */
  basis(): Promise<Basis>
  /** Fetches the records of these ids, and all else that a view needs. */
  show(ids: ShownIds): Promise<Showing>
}

function goalOf(resident: Resident, asked: Asked): Goal {
  const goal: NonNullable<Asked['goal']> = asked.goal ?? (asked.profile.goal as Asked['goal']) ?? {}
  return {
    ...(goal.vacancies?.length ? { vacancies: goal.vacancies } : {}),
    ...(goal.regions?.length ? { regions: goal.regions } : {}),
    // A goal may name an occupation of any scheme; vacancies may carry another scheme's equal.
    ...(goal.occupations?.length ? { occupations: goal.occupations.flatMap((id) => resident.catalogue.equals(id)) } : {}),
  }
}

function preferenceOf({ preference, profile }: Asked): Preference {
  return preference ?? profile.preference ?? 'balanced'
}
