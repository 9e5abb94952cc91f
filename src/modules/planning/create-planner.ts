import type { Goal, Plan, Preference } from '../../engine/planning/index.ts'
import { NotFound } from '../../platform/index.ts'
import type { Resident, Residents } from '../matching/index.ts'
import { type Profile, toEnginePerson } from '../people/index.ts'
import type { RegionsService } from '../regions/index.ts'
import type { RulesService } from '../rules/index.ts'
import { askViews } from './ask-view.ts'
import { bestListGroups } from './best-list-groups.ts'
import { changeView, largestFirst, questionView } from './change-view.ts'
import { conditionView } from './condition-view.ts'
import { doorView, doorViews, occupationsOf } from './door-view.ts'
import { parsePlanId } from './plan-id.ts'
import { type PlanShowing, planGroupView, planView } from './plan-view.ts'
import type { Asked, Planner } from './planner.ts'
import { skillReasons } from './skill-reasons.ts'
import { summariseVacancyById } from './vacancy-summary.ts'
import type { Basis, ChangeView, DoorsView, MatchesView, PlansView, PlanView, WhyNotView } from './views.ts'

const changesShown = 5
const otherDoorsShown = 20
const matchesShown = 20
const asksShown = 6

export function createPlanner(parts: {
  readonly residents: Residents
  readonly regions: RegionsService
  readonly rules: RulesService
  readonly isDemo: () => Promise<boolean>
}): Planner {
  /** The data of this moment, the person as the engine sees one, and the names to show. */
  async function show(asked: Asked): Promise<Shown> {
    const resident = await parts.residents.current()
    const { profile, language } = asked
    const person = toEnginePerson('you', profile, (place) => parts.regions.findPlace(place)?.at)
    const rules = await parts.rules.list(resident.today)
    const showing: PlanShowing = {
      resident,
      regions: parts.regions,
      language,
      hours: profile.hours,
      person,
      profile,
      benefit: parts.rules.benefitFrom(rules, profile.wageNowMonthEuro),
      payerNames: (scheme) => rules.find((rule) => rule.id === scheme)?.title[language] ?? scheme,
      rules,
    }
    return {
      showing,
      basis: basisOf(resident, await parts.isDemo()),
      goal: goalOf(resident, asked),
      preference: preferenceOf(asked),
    }
  }

  return {
    async plans(asked): Promise<PlansView> {
      const { showing, basis, goal, preference } = await show(asked)
      const { engine } = showing.resident
      const found = isEmpty(goal)
        ? bestListGroups(engine, showing.person, preference)
        : engine.plansTo(showing.person, goal, preference)
      const question = questionView(showing, engine.goodQuestions(showing.person)[0])
      return {
        basis,
        preference,
        counts: found.counts,
        groups: found.groups.map((group) => planGroupView(showing, group)),
        ...(found.groups.length > 0 ? {} : { notYet: { changes: changesOf(showing) } }),
        ...(question === undefined ? {} : { question }),
        asks: askViews(showing, engine.asks(showing.person, goal)).slice(0, asksShown),
      }
    },

    async findPlan(asked, planId): Promise<PlanView | undefined> {
      const name = parsePlanId(planId)
      const { showing } = await show(asked)
      if (!showing.resident.vacancies.has(name.vacancy)) return undefined
      const all = showing.resident.engine.allPlans(showing.person, { vacancies: [name.vacancy] })
      const wanted = [...name.path].sort().join(' ')
      const same = (plan: Plan): boolean => plan.kind === name.kind && [...plan.path].sort().join(' ') === wanted
      const plan = all.certain.find(same) ?? all.possible.find(same)
      return plan && planView(showing, plan)
    },

    async doors(asked): Promise<DoorsView> {
      const { showing, basis } = await show(asked)
      const { engine } = showing.resident
      const doors = engine.doors(showing.person)
      const onFront = new Set(doors.front.map((door) => door.path.join(' ')))
      const open = engine.matches(showing.person).matches.filter((match) => match.fitsNow || match.mayFit)
      const question = questionView(showing, engine.goodQuestions(showing.person)[0])
      return {
        basis,
        openNow: doors.openNow,
        openNowMostly: occupationsOf(
          showing,
          open.map((match) => match.vacancy),
        ),
        doors: doorViews(showing, doors),
        others: doors.singles
          .filter((door) => door.opens.length > 0 && !onFront.has(door.offering))
          .sort((a, b) => b.opens.length - a.opens.length || (a.offering < b.offering ? -1 : 1))
          .slice(0, otherDoorsShown)
          .map((door) =>
            doorView(
              showing,
              { ...door, path: [door.offering], readyWeek: door.readyWeek ?? 0, ownCostEuro: door.ownCostEuro ?? 0 },
              [],
            ),
          ),
        ...(question === undefined ? {} : { question }),
        changes: changesOf(showing),
      }
    },

    async matches(asked): Promise<MatchesView> {
      const { showing, basis, goal } = await show(asked)
      const { engine } = showing.resident
      const list = engine.matches(showing.person, { goal, limit: asked.limit ?? matchesShown })
      return {
        basis,
        fitNow: list.fitNow,
        eligible: list.eligible,
        matches: list.matches.map(({ vacancy, check, ...match }) => {
          const judged = check.length === 0 ? [] : engine.judge(showing.person, vacancy).conditions
          return {
            ...match,
            vacancy: summariseVacancyById(showing, vacancy),
            check: judged
              .filter((condition) => check.includes(condition.key))
              .map((condition) => conditionView(showing, condition)),
          }
        }),
      }
    },

    async whyNot(asked, vacancyId): Promise<WhyNotView> {
      const { showing, basis, preference } = await show(asked)
      const { engine } = showing.resident
      if (!showing.resident.vacancies.has(vacancyId)) throw new NotFound('published vacancy', vacancyId)
      const judgement = engine.judge(showing.person, vacancyId)
      const changes = engine.changesTo(showing.person, vacancyId)
      return {
        basis,
        vacancy: summariseVacancyById(showing, vacancyId),
        conditions: judgement.conditions.map((condition) => conditionView(showing, condition)),
        skills: skillReasons(showing, showing.person, vacancyId, []),
        fit: { low: judgement.fitLow, high: judgement.fitHigh },
        changes: [
          ...changes.singles.map((change) => changeView(showing, change, false)),
          ...changes.pairs.map((change) => changeView(showing, change, false)),
          ...changes.withTraining.map((change) => changeView(showing, change, true)),
        ].slice(0, changesShown),
        plans: engine
          .plansTo(showing.person, { vacancies: [vacancyId] }, preference)
          .groups.map((group) => planGroupView(showing, group)),
      }
    },
  }
}

interface Shown {
  readonly showing: PlanShowing
  readonly basis: Basis
  readonly goal: Goal
  readonly preference: Preference
}

/** What opens most today; only where nothing does, what opens most with training. */
function changesOf(showing: PlanShowing): ChangeView[] {
  const { engine } = showing.resident
  const today = largestFirst(engine.singleChanges(showing.person)).map((change) => changeView(showing, change, false))
  if (today.length > 0) return today.slice(0, changesShown)
  return largestFirst(engine.smallestChangesWithTraining(showing.person))
    .map((change) => changeView(showing, change, true))
    .slice(0, changesShown)
}

function basisOf(resident: Resident, demo: boolean): Basis {
  return {
    taxonomy: resident.catalogue.version,
    transferModel: resident.transferModel,
    data: resident.dataVersion,
    demo,
    vacancies: resident.vacancies.size,
    offerings: resident.offerings.size,
    on: resident.today,
  }
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

function isEmpty(goal: Goal): boolean {
  return goal.vacancies === undefined && goal.occupations === undefined && goal.regions === undefined
}

function preferenceOf(asked: Asked): Preference {
  return asked.preference ?? (asked.profile as Profile).preference ?? 'balanced'
}
