import type { Person } from '../../src/engine/matching/person.ts'
import type { Vacancy } from '../../src/engine/matching/vacancy.ts'
import type { PeopleForVacancy, PersonMatch } from '../../src/engine/pool/answer.ts'
import { conditionsOf, fitAt, isDual, termsHold } from './judge.ts'
import { byText, compareQuotients, sortedOnce } from './order.ts'
import { askerOf, type Tables, viewOf } from './view.ts'

/** People for a vacancy (ruling 49): everybody in the pool is judged, one by one. */
export function peopleFor(
  tables: Tables,
  vacancy: Vacancy,
  pool: readonly Person[],
  limit: number | undefined,
): PeopleForVacancy {
  const found: PersonMatch[] = []
  for (const person of isDual(vacancy) ? [] : pool) {
    const view = viewOf(tables, askerOf(person))
    if (!termsHold(view, vacancy, 'high', 'with start')) continue
    const conditions = conditionsOf(view, view.knowledge, vacancy)
    found.push({
      person: person.id,
      fitLow: fitAt(view.knowledge, vacancy, 'low', tables),
      fitHigh: fitAt(view.knowledge, vacancy, 'high', tables),
      certain: termsHold(view, vacancy, 'low', 'with start'),
      fitsNow: conditions.length === 0,
      mayFit: conditions.every(({ state }) => state === 'unknown'),
      check: sortedOnce(conditions.filter(({ state }) => state === 'unknown').map(({ key }) => key)) as PersonMatch['check'],
    })
  }
  found.sort(
    (a, b) => Number(b.certain) - Number(a.certain) || compareQuotients(b.fitLow, a.fitLow) || byText(a.person, b.person),
  )
  const count = (which: (match: PersonMatch) => boolean) => found.filter(which).length
  return {
    fitNow: [count(({ fitsNow }) => fitsNow), count(({ mayFit }) => mayFit)],
    eligible: [count(({ certain }) => certain), found.length],
    people: limit === undefined ? found : found.slice(0, limit),
  }
}
