import { minutesBetween } from '../../engine/matching/index.ts'
import { dateOfWeek } from '../../platform/index.ts'
import type { PersonFinding } from '../engines/index.ts'
import { conditionLabel, type Naming, summariseTraining } from '../planning/index.ts'
import {
  type MatchProfile,
  type PersonShown,
  type PersonSkill,
  type ShownProfile,
  type TrainingShown,
  type TravelClass,
  travelClasses,
} from './match-profile.ts'

type Plan = NonNullable<
  (PersonFinding & {
    readonly plan?: { readonly path: readonly string[]; readonly starts: readonly number[]; readonly readyWeek: number }
  })['plan']
>

export interface ShowingPeople {
  readonly naming: Naming
  readonly vacancy: string
  /** Skills that few people show: what is the matter with one of these is not told of anybody. */
  readonly rare: ReadonlySet<string>
  /** Kilometres an hour from door to door, to say about how long a way takes. */
  readonly kmPerHour: number
}

/** One person of a list: what is shown of them anyway, and how they stand to this vacancy. */
export function showPerson(
  profile: MatchProfile,
  finding: PersonFinding & { readonly plan?: Plan },
  showing: ShowingPeople,
): PersonShown {
  const { shown } = profile
  const { naming } = showing
  const skills = skillsOf(finding, showing)
  const travel = travelOf(shown, showing)
  const place = placeOf(shown, naming)
  return {
    handle: profile.handle,
    demo: profile.demo,
    ...(place === undefined ? {} : { place }),
    ...(shown.occupation === undefined
      ? {}
      : { occupation: { id: shown.occupation, label: naming.catalogue.label(shown.occupation, naming.language) } }),
    ...(shown.workField === undefined ? {} : { workField: shown.workField }),
    ...(shown.diplomaLevel === undefined ? {} : { diploma: diplomaOf(shown.diplomaLevel, shown.diplomaField) }),
    ...(shown.languages === undefined ? {} : { languages: shown.languages }),
    ...(travel === undefined ? {} : { travelAtMostMinutes: travel }),
    ...(shown.hours === undefined ? {} : { hours: shown.hours }),
    ...(shown.days === undefined ? {} : { days: shown.days }),
    ...(shown.available === undefined ? {} : { available: shown.available }),
    certain: finding.certain,
    toAsk: toAskOf(finding, skills, naming),
    skills,
    counts: countsOf(skills),
    proven: provenOf(shown, skills, naming),
    ...(finding.plan === undefined ? {} : { training: trainingOf(finding.plan, naming) }),
  }
}

function placeOf({ municipality, region }: ShownProfile, { regions }: Naming): string | undefined {
  return municipality ?? (region === undefined ? undefined : regions.find(region)?.name)
}

function diplomaOf(level: number, field: string | undefined): NonNullable<PersonShown['diploma']> {
  return { level, ...(field === undefined ? {} : { field }) }
}

/** From the middle of the municipality that is shown: a time from the home itself would draw a circle around it. */
function travelOf({ municipality }: ShownProfile, { naming, vacancy, kmPerHour }: ShowingPeople): TravelClass | undefined {
  const from = municipality === undefined ? undefined : naming.regions.findMunicipality(municipality)?.at
  const to = naming.records.vacancies.get(vacancy)?.facts.at
  if (!from || !to) return undefined
  const minutes = minutesBetween(from, to, kmPerHour)
  return travelClasses.find((most) => minutes <= most)
}

function skillsOf({ skills }: PersonFinding, { naming, rare }: ShowingPeople): PersonSkill[] {
  return skills.map(({ skill, weight, state }) => {
    const id = naming.catalogue.standsFor(skill)
    return {
      skill: id,
      label: naming.catalogue.label(id, naming.language),
      weight,
      // An essential one that is met or taught follows from being on this list at all.
      state: weight !== 'essential' && rare.has(id) ? 'hidden' : state,
    }
  })
}

function countsOf(skills: readonly PersonSkill[]): PersonShown['counts'] {
  const counts = { have: 0, near: 0, learn: 0, miss: 0, unknown: 0, hidden: 0 }
  for (const { state } of skills) counts[state]++
  return counts
}

/** Labels of terms that are words of the interface (hours, place) come with the page: here they are the key. */
function toAskOf({ toCheck }: PersonFinding, skills: readonly PersonSkill[], naming: Naming): PersonShown['toAsk'] {
  const hidden = new Set(skills.filter(({ state }) => state === 'hidden').map(({ skill }) => `skill:${skill}`))
  // Whether somebody needs a work permit says where they come from: it is asked in a talk, by who decides to have one.
  return toCheck
    .filter((key) => !hidden.has(key) && key !== 'permit')
    .map((key) => ({ key, label: conditionLabel(naming, key) ?? key }))
}

function provenOf({ skills }: ShownProfile, asked: readonly PersonSkill[], { catalogue, language }: Naming): string[] {
  const proven = new Set(skills.filter(({ evidence }) => evidence !== 'claimed').map(({ skill }) => skill))
  return asked
    .filter(({ skill, state }) => proven.has(skill) && state !== 'hidden')
    .map(({ skill }) => catalogue.label(skill, language))
}

function trainingOf({ path, starts, readyWeek }: Plan, naming: Naming): TrainingShown {
  const [offering = ''] = path
  const { title, provider, weeks } = summariseTraining(naming, offering)
  return { offering, title, provider, weeks, starts: dateOfWeek(starts[0] ?? readyWeek), readyOn: dateOfWeek(readyWeek) }
}
