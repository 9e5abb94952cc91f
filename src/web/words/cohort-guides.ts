import type { GuideKind } from '../../modules/cohorts/index.ts'
import type { Both } from './both.ts'

const nl = {
  title: 'Wie begeleidt deze groep?',
  text: 'Een mentor of gastdocent heeft één urenbudget, ook voor leerwerkplekken en beoordelingen. Meer boeken dan er is, kan niet.',
  before: 'Dit kan als de groep is vastgesteld.',
  none: 'Er is nog niemand genoemd.',
  columns: { name: 'Wie', as: 'Als', weeks: 'Weken', hours: 'Uren per week', budget: 'Budget', act: 'Doen' },
  kinds: { mentor: 'mentor', guestTeacher: 'gastdocent' } satisfies Record<GuideKind, string>,
  weeks: (from: string, until: string) => `${from} tot en met ${until}`,
  known: 'bekend, de uren zijn geboekt',
  unknown: 'geen urenbudget bekend',
  dismiss: 'Haal weg',
  dismissWho: (name: string, as: string) => `Haal weg: ${name} als ${as}`,
  person: 'Wie',
  as: 'Als',
  choose: 'Kies iemand',
  from: 'Eerste dag',
  until: 'Laatste dag',
  dayHint: 'Zo: 2027-02-15. De hele week telt.',
  hours: 'Uren per week',
  hoursHint: 'Per kwartier: 1,5 of 0,25.',
  button: 'Boek de uren',
}

const en: typeof nl = {
  title: 'Who guides this cohort?',
  text: 'A mentor or guest teacher has one hour budget, for placements and assessments too. Booking more than there is, is impossible.',
  before: 'This can be done once the cohort is settled.',
  none: 'Nobody is named yet.',
  columns: { name: 'Who', as: 'As', weeks: 'Weeks', hours: 'Hours a week', budget: 'Budget', act: 'Do' },
  kinds: { mentor: 'mentor', guestTeacher: 'guest teacher' },
  weeks: (from: string, until: string) => `${from} up to and including ${until}`,
  known: 'known, the hours are booked',
  unknown: 'no hour budget known',
  dismiss: 'Take away',
  dismissWho: (name: string, as: string) => `Take away: ${name} as ${as}`,
  person: 'Who',
  as: 'As',
  choose: 'Choose somebody',
  from: 'First day',
  until: 'Last day',
  dayHint: 'As in 2027-02-15. The whole week counts.',
  hours: 'Hours a week',
  hoursHint: 'By the quarter: 1.5 or 0.25.',
  button: 'Book the hours',
}

export const cohortGuideWords = { nl, en } satisfies Both<typeof nl>
