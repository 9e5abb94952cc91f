import type { Answer, ConditionKey, Person, Supposition, TermKey } from '../matching/index.ts'
import { Best, rankInto } from './best-list.ts'
import { dress } from './dress.ts'
import { knobs } from './knobs.ts'
import type { GoodQuestion } from './plan.ts'
import type { BothModes } from './planning.ts'
import { type Scope, standingIn } from './scope.ts'
import { TenBest } from './ten-best.ts'
import type { Traveller } from './traveller.ts'
import { touchedBy } from './trials.ts'

/** One question: what the person would look like with either answer. */
interface Question {
  readonly ask: GoodQuestion['ask']
  readonly yes: Supposed
  readonly no: Supposed
}

export interface Supposed {
  readonly person: Person
  readonly supposed: Supposition
  /** Demands that may be assessed otherwise. */
  readonly touched: readonly number[]
}

/**
 * The good questions (ruling 44): of the unknowns that the best possible plans would have to check, those they check most
 * often; each with the symmetric difference between the ten best plans if the answer is yes and if it is no. Best first,
 * ties by id; an unknown that changes nothing is no question.
 */
export function goodQuestionsOf(both: BothModes, scope: Scope): GoodQuestion[] {
  const tenBest = new TenBest(both, scope)
  return candidates(both, scope)
    .map(({ ask, yes, no }) => ({ ask, changes: differenceOf(tenBest.after(yes), tenBest.after(no)) }))
    .filter(({ changes }) => changes > 0)
    .sort((a, b) => b.changes - a.changes || (a.ask < b.ask ? -1 : 1))
}

/**
 * The first of the good questions. Candidates are tried in order of id, so that of those that change as much the first one tried
 * stands: what cannot change more than the best so far is left.
 */
export function goodQuestionOf(both: BothModes, scope: Scope): GoodQuestion | undefined {
  const tenBest = new TenBest(both, scope)
  const most = 2 * knobs.questionPlans
  let best: GoodQuestion | undefined
  for (const { ask, yes, no } of candidates(both, scope).sort((a, b) => (a.ask < b.ask ? -1 : 1))) {
    both.low.traveller.market.effort.turn?.()
    const before = best?.changes ?? 0
    // Two lists that share nothing: nothing changes more.
    if (before === most) break
    const ifYes = tenBest.after(yes)
    if (ifYes.size + knobs.questionPlans <= before) continue
    const changes = differenceOf(ifYes, tenBest.after(no))
    if (changes > before) best = { ask, changes }
  }
  return best
}

/** The questions that are tried. */
function candidates(both: BothModes, scope: Scope): Question[] {
  const { traveller } = both.low
  const wanted = mostChecked(both, scope)
  const all = [...skillQuestions(traveller, wanted), ...levelQuestions(traveller), ...termQuestions(traveller)]
  return all.filter(({ ask }) => wanted.has(ask))
}

/** What the ten best plans that exist only in high have to check, the most frequent first. */
function mostChecked(both: BothModes, scope: Scope): ReadonlySet<string> {
  const { traveller } = both.low
  const possible = new Best(knobs.questionPlans)
  rankInto(possible, both, 'high', standingIn(traveller, scope), 'balanced', false)
  const counts = new Map<string, number>()
  for (const { plan } of possible.list) {
    for (const ask of new Set(dress(traveller, plan).toCheck.map((key) => askOf(traveller, key)))) {
      counts.set(ask, (counts.get(ask) ?? 0) + 1)
    }
  }
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return new Set(sorted.slice(0, knobs.questionsTried).map(([ask]) => ask))
}

/** How a condition is asked: of a plain *yes* the level, of another skill the skill, by the lowest id of its equals. */
function askOf({ market, view, person }: Traveller, key: ConditionKey): string {
  if (!key.startsWith('skill:')) return key
  const concept = market.graph.numberOf(key.slice('skill:'.length))
  const isPlain = view.claims.answered.get(concept)?.said.some(({ id }) => person.answers[id] === 'yes') ?? false
  return `${isPlain ? 'level' : 'skill'}:${market.graph.idOf(concept)}`
}

function differenceOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return [...one].filter((id) => !other.has(id)).length + [...other].filter((id) => !one.has(id)).length
}

/**
 * Of the skills that are wanted those which an essential requirement or a prerequisite names, and that may turn out to be enough for
 * something.
 */
function skillQuestions(traveller: Traveller, wanted: ReadonlySet<string>): Question[] {
  const { market, view, person } = traveller
  const concepts = new Set(
    [...wanted].flatMap((ask) => (ask.startsWith('skill:') ? market.graph.numberOf(ask.slice('skill:'.length)) : [])),
  )
  return [...concepts]
    .filter((concept) => view.claims.possible(concept) >= knobs.questionLevel && isNamed(traveller, concept))
    .map((concept) => {
      const skill = market.graph.idOf(concept)
      const touched = touchedBy(traveller, concept)
      const answered = (answer: Answer): Supposed => ({ ...answering(person, { [skill]: answer }), touched })
      return { ask: `skill:${skill}`, yes: answered('yes'), no: answered('no') }
    })
}

/** Whether an essential requirement or a prerequisite names a concept itself. */
function isNamed({ market: { demands, kinds }, courses }: Traveller, concept: number): boolean {
  const { demand, essential } = kinds.columns
  const isOf = (asked: number): boolean => demands.get(asked).concept === concept
  for (let kind = 0; kind < demand.length; kind++) if (essential[kind] === 1 && isOf(demand[kind] as number)) return true
  return courses.contents.some(({ asks }) => asks.some(isOf))
}

/** A plain *yes* is [2,3]: asked whether it is 3 or 2. */
function levelQuestions(traveller: Traveller): Question[] {
  const { market, view, person } = traveller
  return [...view.claims.answered].flatMap(([concept, { said }]): Question[] => {
    const plain = said.filter(({ id }) => person.answers[id] === 'yes').map(({ id }) => id)
    if (plain.length === 0) return []
    const touched = touchedBy(traveller, concept)
    const answered = (answer: Answer): Supposed => ({
      ...answering(person, Object.fromEntries(plain.map((id) => [id, answer]))),
      touched,
    })
    return [{ ask: `level:${market.graph.idOf(concept)}`, yes: answered(3), no: answered(2) }]
  })
}

function answering(person: Person, answers: Person['answers']): Pick<Supposed, 'person' | 'supposed'> {
  return {
    person: { ...person, answers: { ...person.answers, ...answers } },
    supposed: { answerCount: Object.keys(person.answers).length },
  }
}

/** Terms on which the person is silent and that somebody asks. */
function termQuestions({ market, courses, person }: Traveller): Question[] {
  const keys = new Set<TermKey>()
  const silent = (key: TermKey): boolean => {
    const [kind, code = ''] = key.split(':')
    if (kind === 'language') return person.languages?.[code] === undefined
    if (kind === 'licence') return person.licences === undefined
    if (kind === 'diploma') return person.diplomas === undefined
    // Years may stand in for a level, so silence on either leaves the term unknown.
    if (kind === 'workLevel') return person.workLevel === undefined || person.experienceYears === undefined
    const field = kind as 'hours' | 'days' | 'experienceYears' | 'certificateOfConduct'
    return person[field] === undefined
  }
  const { languages, licences } = market.values
  const asked: TermKey[] = [
    ...(['hours', 'days', 'workLevel', 'diploma', 'experienceYears', 'certificateOfConduct'] as const),
    ...languages.list.flat().map(({ code }) => `language:${code}` as const),
    ...licences.list.map((code) => `licence:${code}` as const),
  ]
  for (const key of asked) if (silent(key)) keys.add(key)
  for (const { offering } of courses.list) {
    const key = offering.language && (`language:${offering.language.code}` as const)
    if (key && silent(key)) keys.add(key)
  }
  const answerCount = Object.keys(person.answers).length
  return [...keys].map((key) => {
    const supposed = (holds: boolean): Supposed => ({ person, supposed: { answerCount, term: { key, holds } }, touched: [] })
    return { ask: key, yes: supposed(true), no: supposed(false) }
  })
}
