import { type Candidate, choosingKnobs } from '../../engine/choosing/index.ts'
import type { DateText } from '../../platform/index.ts'
import type { CohortGroupsFinding } from '../engines/index.ts'
import type { Resident } from '../matching/index.ts'
import type { AskedChoice, ChosenCohort } from './scenario.ts'

/** A cohort that could be opened, with what a page says of it. */
export type NamedCandidate = Omit<ChosenCohort, 'placed' | 'limit'> & Candidate

type Offered = Extract<CohortGroupsFinding, { readonly counted: true }>['offerings'][number]

/**
 * The cohorts to choose from: every offering in the region or online, at its next start; and of each programme that is given elsewhere only, one that
 * could be given here. Those that bring most people, at most so many.
 */
export function candidatesOf(
  offerings: readonly Offered[],
  asked: AskedChoice,
  { programmes, offerings: records, today }: Pick<Resident, 'programmes' | 'offerings' | 'today'>,
): readonly NamedCandidate[] {
  const all = [...offerings]
    .sort((a, b) => b.people - a.people || (a.offering < b.offering ? -1 : 1))
    .flatMap((one) => {
      const record = records.get(one.offering)
      const programme = record && programmes.get(record.programme)
      return record && programme ? [{ ...one, record, programme, kind: kindOf(record, asked.region, today) }] : []
    })
  const given = new Set(all.filter(({ kind }) => kind === 'start').map(({ programme }) => programme.id))
  const chosen = all.filter(({ kind, programme }) => {
    if (kind === 'start') return true
    // One of each programme that nobody gives here.
    return !given.has(programme.id) && given.add(programme.id)
  })
  return chosen.slice(0, choosingKnobs.mostCandidates).map(({ content, record, programme, kind }) => {
    const start = kind === 'start' ? nextStart(record, today) : undefined
    const seats = start?.seats ?? asked.seatsWhereUnknown
    const { weeks = 0 } = programme.facts
    return {
      ...{ id: record.id, offering: record.id, content, kind, title: programme.title, provider: programme.provider },
      ...(record.placeName === undefined || kind === 'could' ? {} : { placeName: record.placeName }),
      ...(start ? { startsOn: start.date } : {}),
      ...{ seats, seatsAssumed: start?.seats === undefined },
      costEuro: seats * (record.facts.feeEuro ?? 0),
      teacherHours: Math.round(weeks * asked.teacherHoursPerWeek),
      roomWeeks: record.facts.online ? 0 : weeks,
      seniorHours: seats * asked.seniorHoursPerPerson,
    }
  })
}

type Offering = Resident['offerings'] extends ReadonlyMap<string, infer Each> ? Each : never

function kindOf(record: Offering, region: string, today: DateText): 'start' | 'could' {
  const isHere = record.facts.online || record.region === region
  return isHere && (record.facts.rolling || nextStart(record, today) !== undefined) ? 'start' : 'could'
}

function nextStart(record: Offering, today: DateText): Offering['facts']['starts'][number] | undefined {
  return record.facts.starts.filter(({ date }) => date >= today).sort((a, b) => (a.date < b.date ? -1 : 1))[0]
}
