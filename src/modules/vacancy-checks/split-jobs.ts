import type { Catalogue, Language } from '../skills/index.ts'
import type { Mark, Words } from './check.ts'
import type { PeopleCounter } from './count-people.ts'
import type { DescribedVacancy } from './read-vacancy.ts'
import type { SplitJob } from './views.ts'

/** What each part is counted at: mbo-4 in NLQF. */
const mboLevel = 4

/**
 * The jobs that are one in these words, each with who it would reach as a vacancy of its own: the essential skills of its occupation at mbo level, with the
 * terms of this text but years. A part that is no known occupation has no count.
 */
export function splitJobs(
  { parts = [] }: Pick<Mark, 'parts'>,
  described: DescribedVacancy,
  {
    catalogue,
    counter,
    language,
  }: { readonly catalogue: Catalogue; readonly counter: PeopleCounter | undefined; readonly language: Language },
): Promise<SplitJob[]> {
  return Promise.all(
    parts.map(async (part) => {
      const occupation = occupationOf(part, catalogue)
      const people = occupation && (await counter?.reached(asOne(occupation, described, catalogue)))
      return {
        name: part[language],
        ...(occupation === undefined ? {} : { occupation: catalogue.label(occupation, language) }),
        ...(people ? { people } : {}),
      }
    }),
  )
}

/** `front-end: what people see`: before the colon stands what it is called. */
function occupationOf(part: Words, catalogue: Catalogue): string | undefined {
  for (const language of ['nl', 'en'] as const) {
    const called = part[language].split(':')[0] ?? ''
    const [hit] = catalogue.search(called, { language, type: 'occupation', limit: 1 })
    if (hit && hit.how !== 'typo') return catalogue.standsFor(hit.concept.id)
  }
  return undefined
}

function asOne(occupation: string, { facts }: DescribedVacancy, catalogue: Catalogue): DescribedVacancy {
  const { experienceYears: _years, diplomaOnly: _diploma, ...terms } = facts
  const essential = catalogue.skillsOf(occupation).filter(({ weight }) => weight === 'essential')
  const skills = new Set(essential.map(({ skill }) => catalogue.standsFor(skill)))
  return {
    requirements: [...skills].map((skill) => ({ skill, weight: 'essential' })),
    facts: { ...terms, workLevel: { level: mboLevel } },
  }
}
