import { defineTemplate } from './define-template.ts'
import { enrolmentExample, kindInWords, plannedStepData } from './enrolment-data.ts'
import { inWords } from './introduction-data.ts'

/** To a person: a step of the admission has a day. */
export const enrolmentStepPlanned = defineTemplate({
  data: plannedStepData,
  example: {
    ...enrolmentExample,
    step: { kind: 'interview', purpose: 'Een gesprek over je plannen', on: '2026-12-14', text: '10.00 - 11.00, online' },
  },
  nl: ({ path, organisation, programme, step }) => ({
    subject: `Er is een dag voor ${kindInWords(step.kind, 'nl')}`,
    paragraphs: [
      `Voor ${programme} van ${organisation} is er ${kindInWords(step.kind, 'nl')}.`,
      `Waarvoor: ${step.purpose}`,
      `Wanneer: ${inWords(step.on, 'nl')}.`,
      ...(step.text === undefined ? [] : [`Tijd en plaats: ${step.text}`]),
    ],
    button: { text: 'Bekijk je aanmelding', path },
    after: [`Kun je dan niet? Zeg het tegen ${organisation}.`],
    why: 'Je krijgt deze mail omdat je je aanmeldde voor een opleiding bij Schakel.',
  }),
  en: ({ path, organisation, programme, step }) => ({
    subject: `There is a day for ${kindInWords(step.kind, 'en')}`,
    paragraphs: [
      `For ${programme} of ${organisation} there is ${kindInWords(step.kind, 'en')}.`,
      `What for: ${step.purpose}`,
      `When: ${inWords(step.on, 'en')}.`,
      ...(step.text === undefined ? [] : [`Time and place: ${step.text}`]),
    ],
    button: { text: 'Look at your application', path },
    after: [`Can you not make it? Tell ${organisation}.`],
    why: 'You get this mail because you applied for a programme in Schakel.',
  }),
})
