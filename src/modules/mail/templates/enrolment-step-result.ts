import { defineTemplate } from './define-template.ts'
import { enrolmentExample, kindInWords, settledStepData } from './enrolment-data.ts'

/** To a person: how a step of the admission went. Not passing is no refusal. */
export const enrolmentStepResult = defineTemplate({
  data: settledStepData,
  example: {
    ...enrolmentExample,
    step: {
      kind: 'assessment',
      purpose: 'Een online opdracht: logisch denken',
      outcome: 'notPassed',
      reason: 'Je was halverwege toen de tijd om was.',
    },
  },
  nl: ({ path, organisation, programme, step }) => ({
    subject: step.outcome === 'passed' ? 'Een stap is gehaald' : 'Een stap is nog niet gehaald',
    paragraphs: [
      `Het gaat om ${kindInWords(step.kind, 'nl')} voor ${programme} van ${organisation}: ${step.purpose}`,
      step.outcome === 'passed' ? 'Deze stap is gehaald.' : 'Deze stap is nu niet gehaald.',
      ...(step.reason === undefined ? [] : [`Ze schrijven: ${step.reason}`]),
      ...(step.outcome === 'passed' ? [] : [`Dit is nog geen nee. ${organisation} zegt je wat er nu kan.`]),
    ],
    button: { text: 'Bekijk je aanmelding', path },
    why: 'Je krijgt deze mail omdat je je aanmeldde voor een opleiding bij Schakel.',
  }),
  en: ({ path, organisation, programme, step }) => ({
    subject: step.outcome === 'passed' ? 'A step was passed' : 'A step was not passed yet',
    paragraphs: [
      `It is about ${kindInWords(step.kind, 'en')} for ${programme} of ${organisation}: ${step.purpose}`,
      step.outcome === 'passed' ? 'This step was passed.' : 'This step was not passed for now.',
      ...(step.reason === undefined ? [] : [`They write: ${step.reason}`]),
      ...(step.outcome === 'passed' ? [] : [`This is no refusal yet. ${organisation} tells you what is possible now.`]),
    ],
    button: { text: 'Look at your application', path },
    why: 'You get this mail because you applied for a programme in Schakel.',
  }),
})
