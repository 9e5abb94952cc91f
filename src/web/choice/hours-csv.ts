import { csvLine, csvMark } from '../../modules/imports/index.ts'
import { hoursOf, type SeniorBoard } from '../../modules/senior-hours/index.ts'
import { guidesWords } from '../words/guides.ts'

/** A line for each week of each person, and one for each booking: `kind` tells which. */
export function hoursCsv({ people }: SeniorBoard, language: 'nl' | 'en'): string {
  const { roles, purposes } = guidesWords[language]
  const head = ['kind', 'name', 'role', 'from', 'until', 'hours', 'booked', 'purpose', 'ref']
  const lines = people.flatMap(({ name, role, weeks, bookings }) => [
    ...weeks.map(({ week, budgetMinutes, bookedMinutes }) => [
      ...['week', name, roles[role], week, week],
      ...[String(hoursOf(budgetMinutes)), String(hoursOf(bookedMinutes)), '', ''],
    ]),
    ...bookings.map(({ fromWeek, untilWeek, minutesPerWeek, purpose, ref }) => [
      ...['booking', name, roles[role], fromWeek, untilWeek],
      ...[String(hoursOf(minutesPerWeek)), String(hoursOf(minutesPerWeek)), purposes[purpose], ref],
    ]),
  ])
  return csvMark + [head, ...lines].map((line) => csvLine(line)).join('')
}
