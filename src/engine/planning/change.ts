import type { Cefr, Person } from '../matching/index.ts'
import type { Level } from '../taxonomy/index.ts'
import { knobs } from './knobs.ts'
import type { Change } from './plan.ts'

/**
 * The person after a change. Hours widen the range (more: at the upper end, fewer: at the lower), so a larger step never
 * closes what a smaller one opened. A supposed skill comes with the proof that is asked (ruling 15). Undefined where the
 * person is silent on what would move.
 */
export function applyChange(person: Person, change: Change, thisWeek: number): Person | undefined {
  switch (change.item) {
    case 'skill':
      return {
        ...person,
        answers: { ...person.answers, [change.skill]: change.to as Level },
        evidence: { ...person.evidence, [change.skill]: 'verified' },
      }
    case 'hoursMore':
      return person.hours && { ...person, hours: [person.hours[0], person.hours[1] + change.by] }
    case 'hoursFewer':
      return person.hours && { ...person, hours: [Math.max(0, person.hours[0] - change.by), person.hours[1]] }
    case 'travelMinutes':
      return person.place && { ...person, place: { ...person.place, maxMinutes: person.place.maxMinutes + change.by } }
    case 'wageFloorCentsPerHour':
      return lowerFloor(person, change.by)
    case 'startWeeksEarlier':
      return person.availableFrom !== undefined && person.availableFrom > thisWeek
        ? { ...person, availableFrom: Math.max(thisWeek, person.availableFrom - change.by) }
        : undefined
    case 'language':
      return { ...person, languages: { ...person.languages, [change.code]: change.to as Cefr } }
    case 'licence':
      return { ...person, licences: [...(person.licences ?? []), change.code] }
    case 'certificateOfConduct':
      return { ...person, certificateOfConduct: true }
    case 'ownCost':
      return moveLimit(person, 'ownCostEuro', change.by)
    case 'totalWeeks':
      return moveLimit(person, 'totalWeeks', change.by)
    case 'studyHours':
      return moveLimit(person, 'hoursPerWeek', change.by)
  }
}

/** Cents per hour at the person's most hours, back to euros a month, rounded down so that the step is made in full. */
function lowerFloor(person: Person, centsPerHour: number): Person | undefined {
  const { wageFloorMonthEuro: floor, hours } = person
  if (floor === undefined || hours === undefined) return undefined
  return { ...person, wageFloorMonthEuro: Math.max(0, floor - Math.ceil((centsPerHour * hours[1] * 52) / 1200)) }
}

function moveLimit(person: Person, limit: 'ownCostEuro' | 'totalWeeks' | 'hoursPerWeek', by: number): Person | undefined {
  const now = person.study?.[limit]
  return now === undefined ? undefined : { ...person, study: { ...person.study, [limit]: now + by } }
}

/** A change as text: its identity and its place in lists. */
export function changeKey(change: Change): string {
  switch (change.item) {
    case 'skill':
      return `skill:${change.skill} ${change.to}`
    case 'language':
      return `language:${change.code} ${change.to}`
    case 'licence':
      return `licence:${change.code}`
    case 'certificateOfConduct':
      return change.item
    default:
      return `${change.item} ${String(change.by).padStart(5, '0')}`
  }
}

const { steps } = knobs
type Stepped = Extract<Change, { readonly by: number }>

const stepSizes: Readonly<Record<Stepped['item'], number>> = {
  hoursMore: steps.hours,
  hoursFewer: steps.hours,
  travelMinutes: steps.travelMinutes,
  wageFloorCentsPerHour: steps.wageFloorCentsPerHour,
  startWeeksEarlier: steps.startWeeks,
  ownCost: steps.ownCostEuro,
  totalWeeks: steps.totalWeeks,
  studyHours: steps.studyHours,
}

/** The steps of one item that this person can make, smallest first. */
export function stepsOf(item: Stepped['item'], person: Person, thisWeek: number): Stepped[] {
  const all = Array.from({ length: steps.count }, (_, index) => ({ item, by: stepSizes[item] * (index + 1) }) as Stepped)
  return all.filter((change) => applyChange(person, change, thisWeek) !== undefined)
}
