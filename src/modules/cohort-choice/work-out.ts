import { means as allMeans, type Candidate, type Choice, type Means, type Problem, takenBy } from '../../engine/choosing/index.ts'
import type { CohortGroupsFinding } from '../engines/index.ts'
import type { NamedCandidate } from './candidates.ts'
import { budgetSteps, nextBudget, presets } from './presets.ts'
import type { AskedChoice, ChoiceAnswer, ChosenCohort, CohortLimit, LowHigh, Variant } from './scenario.ts'
import type { Asked, Solved } from './solver/messages.ts'

type Counted = Extract<CohortGroupsFinding, { readonly counted: true }>
type Solve = (asked: Asked) => Promise<Solved>

/** Milliseconds for the question itself, and for all that is asked beside it. Together a page waits about ten seconds at most. */
export const patience = { question: 5500, variants: 4000 } as const

/** The answer to a question: the best choice, then the same question with a little more or less of everything, each solved for itself. */
export async function workOut(
  {
    candidates,
    found,
    asked,
  }: { readonly candidates: readonly NamedCandidate[]; readonly found: Counted; readonly asked: AskedChoice },
  solve: Solve,
  now: () => number,
): Promise<Omit<ChoiceAnswer, 'people' | 'jobs' | 'dataVersion'>> {
  const began = now()
  const bare = candidates.map(bareOf)
  const low: Problem = { candidates: bare, ...found.low, limits: limitsOf(asked) }
  const high: Problem = { ...low, ...found.high }
  const { aim } = asked
  const solved = await solve({ problem: low, aim, milliseconds: patience.question })
  const { open } = solved.choice
  const best = await solve({ problem: high, aim, milliseconds: patience.question, open })
  const variants = await solveVariants(low, asked, solved, solve, now)
  const chosen = new Set(open)
  return {
    candidates: candidates.length,
    seatsAssumed: candidates.filter(({ seatsAssumed }) => seatsAssumed).length,
    cohorts: cohortsOf(
      candidates.filter(({ id }) => chosen.has(id)),
      { low, solved, best },
    ),
    placed: lowHigh(solved.worth.placed, best.worth.placed),
    furthest: lowHigh(furthestOf(low, solved.choice), furthestOf(high, best.choice)),
    used: Object.fromEntries(
      allMeans.map((of) => [of, bare.filter(({ id }) => chosen.has(id)).reduce((sum, one) => sum + takenBy(one, of), 0)]),
    ) as Record<Means, number>,
    reached: aim === 'most' ? solved.worth.placed : solved.worth.weighted,
    ...{ bound: solved.bound, isProven: solved.isProven, isSettled: solved.isSettled },
    seconds: Math.round((now() - began) / 100) / 10,
    ...variants,
  }
}

const bareOf = ({ id, content, seats, costEuro, teacherHours, roomWeeks, seniorHours }: NamedCandidate): Candidate => ({
  ...{ id, content, seats, costEuro, teacherHours, roomWeeks, seniorHours },
})

function limitsOf({ budgetEuro, teacherHours, roomWeeks, seniorHours }: AskedChoice): Problem['limits'] {
  return {
    budgetEuro,
    ...(teacherHours === undefined ? {} : { teacherHours }),
    ...(roomWeeks === undefined ? {} : { roomWeeks }),
    ...(seniorHours === undefined ? {} : { seniorHours }),
  }
}

/** What is certain may be put in groups otherwise than what is possible, and is never more. */
const lowHigh = (low: number, high: number): LowHigh => [low, Math.max(low, high)]

const furthestDistance = 3

export function furthestOf({ groups }: Problem, { taught }: Choice): number {
  return taught.filter(({ group }) => groups[group]?.distance === furthestDistance).reduce((sum, { people }) => sum + people, 0)
}

async function solveVariants(
  problem: Problem,
  asked: AskedChoice,
  solved: Solved,
  solve: Solve,
  now: () => number,
): Promise<Pick<ChoiceAnswer, 'budgets' | 'more'>> {
  const wanted = [
    ...budgetSteps.filter((by) => asked.budgetEuro + by >= 0).map((by) => ({ means: 'budgetEuro' as const, by })),
    ...(['seniorHours', 'teacherHours', 'roomWeeks'] as const)
      .filter((of) => asked[of] !== undefined)
      .map((of) => ({ means: of, by: oneMore[of] })),
  ]
  const until = now() + patience.variants
  const variants: Variant[] = []
  for (const [at, { means, by }] of wanted.entries()) {
    const limits = { ...problem.limits, [means]: (problem.limits[means] ?? 0) + by }
    const again = await solve({
      problem: { ...problem, limits },
      aim: asked.aim,
      milliseconds: Math.max(50, (until - now()) / (wanted.length - at)),
      isFirstOnly: true,
      // With more of something what was chosen still fits.
      ...(by > 0 ? { from: solved.choice.open } : {}),
    })
    variants.push({
      ...{ means, by, placed: again.worth.placed, furthest: furthestOf(problem, again.choice) },
      isProven: again.isProven && solved.isProven,
    })
  }
  const own = { placed: solved.worth.placed, furthest: furthestOf(problem, solved.choice), isProven: solved.isProven }
  const ofBudget = variants.filter(({ means }) => means === 'budgetEuro')
  return {
    budgets: [
      ...ofBudget.map(({ by, placed, furthest, isProven }) => ({
        ...{ budgetEuro: asked.budgetEuro + by, placed, furthest, isProven },
      })),
      { budgetEuro: asked.budgetEuro, ...own },
    ].sort((a, b) => a.budgetEuro - b.budgetEuro),
    more: variants.filter(({ means, by }) => means !== 'budgetEuro' || by === nextBudget),
  }
}

const oneMore = { seniorHours: presets.mentorHours, teacherHours: presets.teacherHours, roomWeeks: presets.roomWeeks } as const

/** The chosen cohorts, each with how many of its people come to a job: those of one content are filled one after another, the cheapest seat first. */
function cohortsOf(
  chosen: readonly NamedCandidate[],
  { low, solved, best }: { readonly low: Problem; readonly solved: Solved; readonly best: Solved },
): readonly ChosenCohort[] {
  const order = [...chosen].sort((a, b) => a.costEuro * b.seats - b.costEuro * a.seats || (a.id < b.id ? -1 : 1))
  const [atLeast, atMost] = [fill(order, solved.choice), fill(order, best.choice)]
  return order
    .map((one): ChosenCohort => {
      const { id, content, ...cohort } = one
      const placed = lowHigh(atLeast.get(id) ?? 0, atMost.get(id) ?? 0)
      return { ...cohort, placed, limit: limitOf(one, placed[0], low, solved.choice) }
    })
    .sort((a, b) => b.placed[0] - a.placed[0] || b.placed[1] - a.placed[1] || (a.offering < b.offering ? -1 : 1))
}

function fill(order: readonly NamedCandidate[], { taught }: Choice): ReadonlyMap<string, number> {
  const left = new Map<string, number>()
  for (const { content, people } of taught) left.set(content, (left.get(content) ?? 0) + people)
  return new Map(
    order.map(({ id, content, seats }) => {
      const people = Math.min(seats, left.get(content) ?? 0)
      left.set(content, (left.get(content) ?? 0) - people)
      return [id, people]
    }),
  )
}

/** Full; or no job is left that it leads to; or nobody is left who can take it. */
function limitOf({ content, seats }: NamedCandidate, placed: number, { jobs }: Problem, { hired }: Choice): CohortLimit {
  if (placed >= seats) return 'seats'
  const isLeft = jobs.some(({ id, jobs: there, from }) => {
    const edge = from.find((one) => one.content === content)
    const taken = hired.filter(({ job }) => job === id)
    const own = taken.filter((one) => one.content === content)
    return edge !== undefined && sum(taken) < there && sum(own) < edge.most
  })
  return isLeft ? 'people' : 'jobs'
}

const sum = (list: readonly { readonly people: number }[]): number => list.reduce((all, { people }) => all + people, 0)
