import type { Person } from '../../engine/matching/index.ts'
import { actAs, Busy } from '../../platform/index.ts'
import { toEnginePerson } from '../people/index.ts'
import type { Actor } from '../permissions/index.ts'
import type { Participant } from './cohort.ts'
import { listEmployers } from './cohort-store.ts'
import type { CohortsParts } from './parts.ts'
import { listParticipants } from './person-store.ts'
import { withEducator } from './work.ts'

/** An employer that fits somebody and was not asked yet. */
export interface NearEmployer {
  readonly organisation: string
  readonly name: string
  /** Handles of those whom one of its vacancies would fit once they did the programme. */
  readonly fits: readonly string[]
}

/** So many people without a place are looked at: each is a question to an engine. */
const mostAsked = 6
const mostMatches = 200

/**
 * Employers with a desk whose vacancies fit somebody without a place once they did the programme, on skills and on terms; those that were asked already
 * are left out. The engine's own matching answers; nothing of it is computed here.
 * @returns undefined when the engines have no time now
 */
export async function nearEmployers(
  parts: CohortsParts,
  actor: Actor,
  id: string,
  unplaced: readonly string[],
): Promise<readonly NearEmployer[] | undefined> {
  const { one, asked, people } = await withEducator(parts, actor, 'cohort.read', id, 'reads', async ({ inside, one }) => ({
    one,
    asked: new Set((await listEmployers(inside, id)).map(({ organisation }) => organisation)),
    people: (await listParticipants(inside, { cohort: id })).filter((each) => unplaced.includes(each.id)).slice(0, mostAsked),
  }))
  const outcomes = (await parts.trainings.findProgramme(one.programme))?.facts.outcomes ?? []
  const fits = new Map<string, Set<string>>()
  try {
    for (const each of people) {
      const person = afterProgramme(await engineSight(parts, each), outcomes)
      const { finding } = await parts.engines.ask({ kind: 'matches', person, goal: {}, limit: mostMatches })
      for (const { organisation } of await parts.vacancies.ofIds(finding.matches.map(({ vacancy }) => vacancy))) {
        if (organisation === undefined || asked.has(organisation)) continue
        fits.set(organisation, (fits.get(organisation) ?? new Set()).add(each.handle))
      }
    }
  } catch (error) {
    if (error instanceof Busy) return undefined
    throw error
  }
  const found = await parts.organisations.findMany([...fits.keys()])
  return found
    .filter(({ kind, closed }) => (kind === 'employer' || kind === 'public') && !closed)
    .map(({ id: organisation, name }) => ({ organisation, name, fits: [...(fits.get(organisation) ?? [])].sort() }))
}

/** What the person told of themselves, with the terms they joined with. */
async function engineSight(parts: CohortsParts, one: Participant): Promise<Person> {
  const profile = await actAs(parts.db, { task: 'cohorts' }, (program) => parts.profileOf(program, one.person))
  const told = profile ? toEnginePerson(one.id, profile, () => undefined) : { id: one.id, occupations: [], answers: {} }
  return { ...told, hours: one.hours, place: { at: one.at, maxMinutes: one.mostMinutes, mode: one.travelMode } }
}

function afterProgramme(person: Person, outcomes: readonly { readonly skill: string; readonly level: 1 | 2 | 3 | 4 }[]): Person {
  const rank = (answer: unknown): number =>
    typeof answer === 'number' ? answer : answer === 'yes' ? 2 : answer === 'little' ? 1 : 0
  const learned = outcomes.filter(({ skill, level }) => rank(person.answers[skill]) < level)
  return { ...person, answers: { ...person.answers, ...Object.fromEntries(learned.map(({ skill, level }) => [skill, level])) } }
}
