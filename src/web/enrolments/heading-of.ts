import type { EnrolmentView, State } from '../../modules/enrolments/index.ts'
import type { LyingStep } from '../components/lying-steps/lying-steps.tsx'
import { enrolmentRollingWords } from '../words/enrolment-rolling.ts'
import { enrolmentStartWords } from '../words/enrolment-start.ts'
import { enrolmentWords } from '../words/enrolments.ts'
import { dateText, monthText } from '../words/format.ts'
import type { LoadedEnrolment } from './person-parts.tsx'

/** The heading of the page of an enrolment: how it stands for the person, or whom it is about for the educator. */
export function headingOf(
  { view, title, organisation }: LoadedEnrolment,
  language: 'nl' | 'en',
): { readonly title: string; readonly lead: string } {
  const { enrolment, side } = view
  const words = enrolmentWords[language]
  const { wishedMonth } = enrolment
  if (side === 'educator') {
    const one = enrolmentStartWords[language].one
    const state = enrolment.isQuiet ? words.quiet : words.states[enrolment.state]
    const about =
      wishedMonth === undefined
        ? one.lead(title, dateText(enrolment.startsOn, language))
        : `${title}. ${enrolmentRollingWords[language].wished(monthText(wishedMonth, language))}`
    return { title: one.heading(enrolment.called), lead: `${state}. ${about}` }
  }
  const { headings, leads } = words.page
  const heading = enrolment.isQuiet ? headings.quiet : headings[enrolment.state]
  return { title: heading, lead: leadOf(view, leads, organisation, language) }
}

type Leads = (typeof enrolmentWords)['nl']['page']['leads']

function leadOf({ enrolment, before }: EnrolmentView, leads: Leads, organisation: string, language: 'nl' | 'en'): string {
  switch (enrolment.state) {
    case 'applied':
      return leads.applied(organisation)
    case 'admitting':
      return leads.admitting(organisation)
    case 'waiting':
      return enrolment.isQuiet ? leads.quiet : `${leads.before(before ?? 0)} ${leads.waiting}`
    case 'admitted':
      return leads.admitted(dateText(enrolment.heldUntil ?? enrolment.startsOn, language))
    case 'enrolled':
      return leads.enrolled(dateText(enrolment.startsOn, language))
    case 'withdrawn':
      return enrolment.reason === 'startPassed' ? leads.startPassed : ''
    default:
      return ''
  }
}

/** On which of the five steps each state stands. */
const stepOf: Readonly<Record<State, number>> = {
  ...{ applied: 0, admitting: 1, waiting: 2, admitted: 2, enrolled: 2, started: 3, completed: 4 },
  ...{ declined: 0, withdrawn: 0, stopped: 3 },
}

/** From applying to completing, as far as it came; of one that ended before there is no step that is now. */
export function lyingStepsOf({ enrolment, moves }: EnrolmentView, language: 'nl' | 'en'): LyingStep[] {
  const words = enrolmentWords[language]
  const { lying } = words.page
  const titles = [lying.applied, lying.admitting, lying.place, lying.started, lying.completed]
  const isEnd = ['declined', 'withdrawn', 'stopped'].includes(enrolment.state)
  const reached = isEnd ? Math.max(...moves.map(({ state }) => stepOf[state]), 0) : stepOf[enrolment.state]
  const isCompleted = enrolment.state === 'completed'
  return titles.map((title, at): LyingStep => {
    const isNow = at === reached
    const note = isNow ? (enrolment.isQuiet ? words.quiet : words.states[enrolment.state]) : undefined
    // The place is taken, and the first day has not come.
    const isDone = at < reached || isCompleted || (isNow && enrolment.state === 'enrolled')
    return { title, note, state: isDone ? 'done' : isNow ? 'now' : at === titles.length - 1 ? 'end' : 'next' }
  })
}
