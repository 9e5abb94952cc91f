import type { Both } from './both.ts'

/** The page on which a school keeps the units of a programme. */
const nl = {
  title: 'Vakken met studiepunten',
  lead: 'Wat studenten met hun werk kunnen verdienen in deze opleiding. Beoordelaars geven nooit meer dan hier staat.',
  none: 'Er zijn nog geen vakken.',
  version: (n: number) => `versie ${n}`,
  supersedes: 'Werkte er al een student aan? Dan komt er een nieuwe versie naast de oude, en gaat die student door met de oude.',
  add: 'Een vak toevoegen',
  change: (unit: string) => `Verander ${unit}`,
  code: 'Letters of nummer',
  codeHint: 'Hoogstens acht tekens, bijvoorbeeld B of NET1.',
  titleNl: 'Naam in het Nederlands',
  titleEn: 'Naam in het Engels',
  scale: 'Waarin telt de school?',
  scales: { ects: 'Studiepunten (EC)', sbu: 'Studie-uren (sbu)' },
  credits: 'Hoeveel?',
  creditsHint: 'Bijvoorbeeld 3 of 2,5 studiepunten, of 84 studie-uren.',
  evidenceHours: 'Hoeveel uur bevestigd werk vraag je?',
  outcomes: 'Wat kan iemand na dit vak?',
  outcomesHint:
    'Eén per regel: Nederlands | Engels, en als je wilt | een skill. Bijvoorbeeld: Je controleert back-ups. | You check backups. | back-up',
  save: 'Bewaar het vak',
  retire: 'Bied dit vak niet meer aan',
  retireText: 'Wie ermee bezig is, maakt het af.',
  back: 'Opleiding',
}

const en: typeof nl = {
  title: 'Units with credits',
  lead: 'What students can earn with their work in this programme. Assessors never give more than stands here.',
  none: 'There are no units yet.',
  version: (n) => `version ${n}`,
  supersedes:
    'Did a student work on it already? Then a new version comes beside the old one, and that student goes on with the old one.',
  add: 'Add a unit',
  change: (unit) => `Change ${unit}`,
  code: 'Letters or a number',
  codeHint: 'At most eight signs, for instance B or NET1.',
  titleNl: 'Name in Dutch',
  titleEn: 'Name in English',
  scale: 'In what does the school count?',
  scales: { ects: 'Credits (EC)', sbu: 'Hours of study (sbu)' },
  credits: 'How many?',
  creditsHint: 'For instance 3 or 2.5 credits, or 84 hours of study.',
  evidenceHours: 'How many hours of confirmed work do you ask?',
  outcomes: 'What can somebody do after this unit?',
  outcomesHint:
    'One a line: Dutch | English, and if you like | a skill. For instance: Je controleert back-ups. | You check backups. | backup',
  save: 'Save the unit',
  retire: 'Offer this unit no more',
  retireText: 'Who is at work on it finishes it.',
  back: 'Programme',
}

export const creditUnitWords: Both<typeof nl> = { nl, en }
