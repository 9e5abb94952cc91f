import { z } from 'zod'
import { enrolmentReasonCodes } from './enrolment-reasons.ts'

/** What messages about an enrolment need. Nothing in it says who the person is: the mailbox of an organisation is read by many. */
export const enrolmentData = z.strictObject({
  /** Address of the enrolment, or of the page of its start for the educator. */
  path: z.string().startsWith('/'),
  organisation: z.string().min(1),
  programme: z.string().min(1),
  /** The first day. */
  startsOn: z.iso.date(),
  /** Of a programme that starts at any time: first day of the month that was wished, while there is no day. */
  wishedMonth: z.iso.date().optional(),
})

export const enrolmentExample = {
  path: '/nl/deelname/voorbeeld',
  organisation: 'Voorbeeld Opleidingen (demo)',
  programme: 'Systeembeheer voor starters',
  startsOn: '2027-02-01',
} as const

export const stepKinds = ['assessment', 'interview', 'trial', 'other'] as const

/** One step of an admission. */
const step = z.strictObject({ kind: z.enum(stepKinds), purpose: z.string().min(1) })

export const plannedStepData = enrolmentData.extend({
  step: step.extend({ on: z.iso.date(), text: z.string().min(1).optional() }),
})
export const settledStepData = enrolmentData.extend({
  step: step.extend({ outcome: z.enum(['passed', 'notPassed']), reason: z.string().min(1).optional() }),
})

/** With a no, or with a start that passed: why, by its code, and the next best plan of the person. */
export const enrolmentEndData = enrolmentData.extend({
  reason: z.enum(enrolmentReasonCodes).optional(),
  text: z.string().min(1).optional(),
  next: z
    .strictObject({
      title: z.string().min(1),
      employer: z.string().min(1).optional(),
      readyOn: z.iso.date().optional(),
      path: z.string().startsWith('/'),
    })
    .optional(),
})

export const enrolmentEndExample = {
  ...enrolmentExample,
  reason: 'skillMissing',
  text: 'Doe eerst de basiscursus. Daarna ben je welkom.',
  next: { title: 'Systeembeheerder', employer: 'Voorbeeld Zorg (demo)', readyOn: '2027-04-09', path: '/nl/routes/voorbeeld' },
} as const

const kinds = {
  assessment: { nl: 'een assessment', en: 'an assessment' },
  interview: { nl: 'een gesprek', en: 'an interview' },
  trial: { nl: 'een proefdag', en: 'a trial day' },
  other: { nl: 'een stap', en: 'a step' },
} as const satisfies Readonly<Record<(typeof stepKinds)[number], Readonly<Record<'nl' | 'en', string>>>>

export const kindInWords = (kind: (typeof stepKinds)[number], language: 'nl' | 'en'): string => kinds[kind][language]

const months = {
  nl: new Intl.DateTimeFormat('nl-NL', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
} as const
/** 'maart 2027' */
export const monthInWords = (day: string, language: 'nl' | 'en'): string => months[language].format(new Date(`${day}T00:00:00Z`))
