import type { GuideHours } from '../../modules/placements/index.ts'
import type { Both } from './both.ts'

const nl = {
  supervisorHours: 'Uren per week om te begeleiden, namens de werkgever',
  coachHours: 'Uren per week om te begeleiden, namens de school',
  hint: 'Per kwartier: 1 of 0,25. Deze uren worden geboekt zodra de tekst er is.',
  lines: { supervisor: 'Tijd van de leermeester', coach: 'Tijd van de begeleider' } satisfies Record<GuideHours['as'], string>,
  states: {
    booked: 'geboekt',
    noBudget: 'geen urenbudget bekend',
    later: 'nog niet geboekt',
  } satisfies Record<GuideHours['state'], string>,
  line: (hours: string, state: string) => `${hours} uur per week, ${state}`,
  full: (name: string, week: string) => `${name} heeft in de week van ${week} geen uren meer over.`,
  room: (names: string) => `Ruimte in alle weken: ${names}.`,
  noRoom: 'Niemand anders hier heeft ruimte in alle weken.',
  unknown: (names: string) => `Van ${names} is geen urenbudget bekend.`,
  what: 'Kies iemand anders, spreek minder uren af, of geef meer uren.',
}

const en: typeof nl = {
  supervisorHours: 'Hours a week to guide, for the employer',
  coachHours: 'Hours a week to guide, for the school',
  hint: 'By the quarter: 1 or 0.25. These hours are booked as soon as the text is there.',
  lines: { supervisor: 'Time of the practice supervisor', coach: 'Time of the study coach' },
  states: { booked: 'booked', noBudget: 'no hour budget known', later: 'not booked yet' },
  line: (hours: string, state: string) => `${hours} hours a week, ${state}`,
  full: (name: string, week: string) => `${name} has no hours left in the week of ${week}.`,
  room: (names: string) => `With room in all weeks: ${names}.`,
  noRoom: 'Nobody else here has room in all weeks.',
  unknown: (names: string) => `Of ${names} no hour budget is known.`,
  what: 'Choose somebody else, agree fewer hours, or give more hours.',
}

export const placementGuideWords = { nl, en } satisfies Both<typeof nl>
