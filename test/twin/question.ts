import type { ConditionKey } from '../../src/engine/matching/answer.ts'
import type { Answer } from '../../src/engine/matching/person.ts'
import type { GoodQuestion, Plan } from '../../src/engine/planning/plan.ts'
import { topTen, topTenPossible } from './fronts.ts'
import { essentials } from './judge.ts'
import { byText, sorted, sortedOnce } from './order.ts'
import { type Asker, type View, viewOf } from './view.ts'

/** A question, and the asker as each of its two answers would make one. */
interface Question {
  readonly ask: GoodQuestion['ask']
  readonly yes: Asker
  readonly no: Asker
}

const answering = (asker: Asker, skills: readonly string[], answer: Answer): Asker => ({
  ...asker,
  person: {
    ...asker.person,
    answers: { ...asker.person.answers, ...Object.fromEntries(skills.map((skill) => [skill, answer])) },
  },
})

/** Unknown concepts that an essential requirement or a prerequisite names. */
function skillQuestions({ tables, knowledge, asker }: View): Question[] {
  const named = [
    ...tables.vacancies.flatMap((vacancy) => essentials(vacancy).map(({ skill }) => skill)),
    ...tables.world.offerings.flatMap((offering) => (offering.prerequisites ?? []).map(({ skill }) => skill)),
  ]
  const concepts = named.map((skill) => tables.concepts.conceptOf(skill)).filter((concept) => concept !== undefined)
  return sortedOnce(concepts)
    .filter((concept) => (knowledge.unknown.get(concept) ?? 0) >= 2)
    .map((concept) => ({
      ask: `skill:${concept}`,
      yes: answering(asker, [concept], 'yes'),
      no: answering(asker, [concept], 'no'),
    }))
}

/** The level of each plain yes. */
function levelQuestions({ tables, knowledge, person, asker }: View): Question[] {
  const plain = knowledge.claims.filter(({ skill }) => person.answers[skill] === 'yes')
  return sortedOnce(plain.map(({ concept }) => concept)).map((concept) => {
    const skills = plain.filter((claim) => claim.concept === concept).map(({ skill }) => skill)
    return {
      ask: `level:${tables.concepts.conceptOf(concept)!}`,
      yes: answering(asker, skills, 3),
      no: answering(asker, skills, 2),
    }
  })
}

const askable = /^(hours|days|language:.*|workLevel|diploma|experienceYears|licence:.*|certificateOfConduct)$/

/** Terms on which the person is silent. */
function termQuestions(view: View): Question[] {
  const { tables, person, asker } = view
  const keys = new Set<string>()
  for (const vacancy of tables.vacancies) {
    for (const { key, state } of view.terms(vacancy)) if (state === 'unknown') keys.add(key)
  }
  for (const { language } of tables.world.offerings) {
    if (language !== undefined && person.languages?.[language.code] === undefined) keys.add(`language:${language.code}`)
  }
  if (person.hours !== undefined) keys.delete('hours')
  if (person.days !== undefined) keys.delete('days')
  const supposing = (key: string, answer: boolean): Asker => ({ ...asker, supposed: new Map([[key, answer]]) })
  return sorted(keys)
    .filter((key) => askable.test(key))
    .map((key) => ({ ask: key as ConditionKey, yes: supposing(key, true), no: supposing(key, false) }))
}

const planIds = (view: View): Set<string> =>
  new Set(topTen(view).map(({ vacancy, kind, path }) => JSON.stringify([vacancy, sorted(path), kind])))

/** Size of the symmetric difference. */
const countOnlyInOne = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  [...a].filter((id) => !b.has(id)).length + [...b].filter((id) => !a.has(id)).length

/** What the ten best plans that exist only in high have to check: the six that most of them check, ties by text. */
function mostChecked(view: View): Set<string> {
  const plain = new Set(levelQuestions(view).map(({ ask }) => ask))
  const asksOf = ({ toCheck }: Plan) =>
    sortedOnce(
      toCheck.map((key) => {
        if (!key.startsWith('skill:')) return key
        const concept = view.tables.concepts.conceptOf(key.slice('skill:'.length))
        return plain.has(`level:${concept}`) ? `level:${concept}` : `skill:${concept}`
      }),
    )
  const all = topTenPossible(view).flatMap(asksOf)
  const times = (ask: string) => all.filter((one) => one === ask).length
  return new Set(
    sortedOnce(all)
      .sort((a, b) => times(b) - times(a) || byText(a, b))
      .slice(0, 6),
  )
}

export function goodQuestions(view: View): GoodQuestion[] {
  const checked = mostChecked(view)
  return [...skillQuestions(view), ...levelQuestions(view), ...termQuestions(view)]
    .filter(({ ask }) => checked.has(ask))
    .map(({ ask, yes, no }) => {
      const ifYes = planIds(viewOf(view.tables, yes))
      const ifNo = planIds(viewOf(view.tables, no))
      return { ask, changes: countOnlyInOne(ifYes, ifNo) }
    })
    .filter(({ changes }) => changes > 0)
    .sort((a, b) => b.changes - a.changes || byText(a.ask, b.ask))
}
