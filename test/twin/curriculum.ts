/** What outcomes teach against what vacancies ask, straight from ruling 54. */
import type { Requirement, Vacancy } from '../../src/engine/matching/vacancy.ts'
import type { Curriculum } from '../../src/engine/planning/curriculum.ts'
import type { LeveledSkill, Offering } from '../../src/engine/planning/offering.ts'
import { type Knowledge, prove, withOutcomes } from './claims.ts'
import { credits } from './judge.ts'
import { byText, sortedOnce } from './order.ts'
import { askerOf, type Tables, viewOf } from './view.ts'

type Standing = 'taught' | 'tooLow' | 'near' | 'missing'
const order: readonly Standing[] = ['missing', 'near', 'tooLow', 'taught']

const nothing: Knowledge = { claims: [], unknown: new Map() }

/** How one requirement stands to some outcomes. */
function standingOf(tables: Tables, requirement: Requirement, outcomes: readonly LeveledSkill[]): Standing {
  const course = (own: readonly LeveledSkill[]): Offering => ({ id: 'X', weeks: 1, hoursPerWeek: 1, feeEuro: 0, outcomes: own })
  const isMet = (own: readonly LeveledSkill[]): boolean =>
    prove(withOutcomes(nothing, [course(own)], tables.concepts), requirement, tables.concepts).state === 'met'
  if (isMet(outcomes)) return 'taught'
  if (isMet(outcomes.map((outcome) => ({ ...outcome, level: 4 as const })))) return 'tooLow'
  // Somebody who was asked enough to know nothing else.
  const answers = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`nowhere ${at}`, 'no' as const]))
  const view = viewOf(tables, askerOf({ id: 'X', occupations: [], answers }))
  const vacancy: Vacancy = { id: 'X', requirements: [requirement] }
  return (credits(view, vacancy, [course(outcomes)])[0]?.low ?? 0) > 0 ? 'near' : 'missing'
}

export function curriculum(tables: Tables, outcomes: readonly LeveledSkill[], vacancies: readonly Vacancy[]): Curriculum {
  const nameOf = (skill: string): string => tables.concepts.conceptOf(skill) ?? skill
  const ofVacancies = vacancies.map(({ requirements }) => {
    const byConcept = Map.groupBy(requirements, ({ skill }) => nameOf(skill))
    return new Map(
      [...byConcept].map(([concept, own]) => {
        const standings = own.map((one) => order.indexOf(standingOf(tables, one, outcomes)))
        return [
          concept,
          { isEssential: own.some(({ weight }) => weight === 'essential'), standing: order[Math.min(...standings)] as Standing },
        ]
      }),
    )
  })
  const concepts = sortedOnce(ofVacancies.flatMap((own) => [...own.keys()]))
  return {
    vacancies: vacancies.length,
    asked: concepts.map((skill) => {
      const all = ofVacancies.flatMap((own) => own.get(skill) ?? [])
      const count = (standing: Standing): number => all.filter((one) => one.standing === standing).length
      const essential = all.filter(({ isEssential }) => isEssential).length
      const named = vacancies.flatMap(({ requirements }) => requirements.map((one) => one.skill))
      return {
        skill,
        named: sortedOnce(named.filter((one) => nameOf(one) === skill)).sort(byText),
        essential,
        plus: all.length - essential,
        ...{ taught: count('taught'), tooLow: count('tooLow'), near: count('near'), missing: count('missing') },
      }
    }),
    outcomes: outcomes.map((outcome) => {
      const best = vacancies.map(({ requirements }) =>
        Math.max(0, ...requirements.map((one) => order.indexOf(standingOf(tables, one, [outcome])))),
      )
      const count = (standing: Standing): number => best.filter((one) => order[one] === standing).length
      return { ...outcome, asked: count('taught'), askedHigher: count('tooLow'), near: count('near') }
    }),
  }
}
