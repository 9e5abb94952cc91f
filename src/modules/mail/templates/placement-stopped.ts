import { z } from 'zod'
import { defineTemplate } from './define-template.ts'
import { placementData, placementExample, whyPlacement } from './placement-data.ts'

const reasons = {
  nl: {
    expired: 'Niet iedereen tekende op tijd. Het voorstel gaat niet door.',
    withdrawn: 'Het voorstel is teruggenomen voordat iedereen tekende.',
    left: 'De student stopt.',
    finished: 'De laatste dag is voorbij.',
    diploma: 'De opleiding is klaar.',
    otherJob: 'De student gaat ander werk doen.',
    noMatch: 'Het past niet.',
    noWork: 'Er is geen werk meer.',
    studyStops: 'De opleiding stopt.',
    other: 'Om een andere reden.',
  },
  en: {
    expired: 'Not everybody signed in time. The proposal ends.',
    withdrawn: 'The proposal was taken back before everybody had signed.',
    left: 'The student stops.',
    finished: 'The last day is over.',
    diploma: 'The programme is done.',
    otherJob: 'The student goes to other work.',
    noMatch: 'It does not fit.',
    noWork: 'There is no work any more.',
    studyStops: 'The programme stops.',
    other: 'For another reason.',
  },
} as const
type ReasonCode = keyof (typeof reasons)['nl']
const codes = Object.keys(reasons.nl) as [ReasonCode, ...ReasonCode[]]

/** To every party: it was not signed in time, was taken back, stopped, or is over. */
export const placementStopped = defineTemplate({
  data: placementData.extend({ reason: z.enum(codes) }),
  example: { ...placementExample, reason: 'expired' as ReasonCode },
  nl: ({ path, programme, employer, reason }) => ({
    subject: `Gestopt: leerwerkplek bij ${employer}`,
    paragraphs: [`De leerwerkplek bij ${employer} voor ${programme} is gestopt.`, reasons.nl[reason]],
    button: { text: 'Bekijk de leerwerkplek', path },
    why: whyPlacement.nl,
  }),
  en: ({ path, programme, employer, reason }) => ({
    subject: `Stopped: placement at ${employer}`,
    paragraphs: [`The placement at ${employer} for ${programme} has stopped.`, reasons.en[reason]],
    button: { text: 'Look at the placement', path },
    why: whyPlacement.en,
  }),
})
