import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomWorld, styleNames } from './random-world.ts'

/** Every optional or plain field of the types that a world, a person or an offering may have. */
const fields = {
  skill: ['id', 'kind', 'broader', 'exact', 'close', 'related'],
  occupation: ['id', 'implies'],
  vacancy: [
    ...['id', 'occupation', 'region', 'place', 'remoteShare', 'requirements', 'hours', 'days', 'wageCents', 'languages'],
    ...['workLevel', 'diplomaOnly', 'experienceYears', 'licences', 'certificateOfConduct', 'sponsorsPermit', 'startFrom'],
    ...['latestStart', 'closing', 'acceptsTrainings', 'paysTraining', 'carriedBy'],
  ],
  requirement: ['skill', 'weight', 'level', 'evidence'],
  workLevel: ['level', 'orYears'],
  offering: [
    ...['id', 'programme', 'weeks', 'hoursPerWeek', 'online', 'place', 'siteDays', 'feeEuro', 'funding', 'language'],
    ...['prerequisites', 'outcomes', 'rolling', 'starts', 'completion', 'placement', 'incomeMonthEuro', 'job', 'askFirst'],
  ],
  start: ['week', 'seats', 'enrolUntil'],
  person: [
    ...['id', 'occupations', 'answers', 'evidence', 'hours', 'days', 'place', 'wageFloorMonthEuro', 'languages'],
    ...['workLevel', 'diplomas', 'experienceYears', 'licences', 'certificateOfConduct', 'needsPermitSponsor'],
    ...['availableFrom', 'study', 'incomeWhileTrainingMonthEuro', 'funding'],
  ],
  place: ['at', 'maxMinutes', 'mode', 'remoteShareEnough'],
  diploma: ['level', 'field'],
  study: ['hoursPerWeek', 'totalWeeks', 'ownCostEuro', 'lowestMonthEuro', 'onlineIsFine'],
} as const

const sample = (seed: number) => styleNames.flatMap((style) => fc.sample(randomWorld(style), { numRuns: 60, seed }))

test('every field of the types occurs in random worlds, and is silent in some', () => {
  const worlds = sample(1)
  const present = <T>(things: readonly (T | undefined)[]) => things.filter((thing) => thing !== undefined)
  const vacancies = worlds.flatMap(({ world }) => world.vacancies)
  const offerings = worlds.flatMap(({ world }) => world.offerings)
  const people = worlds.flatMap(({ pool }) => pool)
  const things: Record<keyof typeof fields, readonly object[]> = {
    skill: worlds.flatMap(({ world }) => world.skills),
    occupation: worlds.flatMap(({ world }) => world.occupations),
    vacancy: vacancies,
    requirement: vacancies.flatMap(({ requirements }) => requirements),
    workLevel: present(vacancies.map(({ workLevel }) => workLevel)),
    offering: offerings,
    start: offerings.flatMap(({ starts }) => starts ?? []),
    person: people,
    place: present(people.map(({ place }) => place)),
    diploma: people.flatMap(({ diplomas }) => diplomas ?? []),
    study: present(people.map(({ study }) => study)),
  }
  for (const [name, keys] of Object.entries(fields)) {
    const found = new Set(things[name as keyof typeof fields].flatMap((thing) => Object.keys(thing)))
    expect([...found].sort(), name).toEqual([...keys].sort())
  }
})

test('the same seed gives the same worlds', () => {
  expect(sample(2)).toEqual(sample(2))
})

test('links between jobs and the offerings that carry them go both ways', () => {
  for (const { world } of sample(3)) {
    for (const vacancy of world.vacancies.filter(({ carriedBy }) => carriedBy !== undefined)) {
      expect(world.offerings.find(({ id }) => id === vacancy.carriedBy)?.job).toBe(vacancy.id)
    }
    for (const offering of world.offerings.filter(({ job }) => job !== undefined && job !== 'V?')) {
      expect(world.vacancies.find(({ id }) => id === offering.job)?.carriedBy).toBe(offering.id)
    }
  }
})
