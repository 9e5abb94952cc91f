import { defineTemplate } from './define-template.ts'
import { enrolmentData, enrolmentExample } from './enrolment-data.ts'

/** To a person: the place is not held any more. */
export const enrolmentLapsed = defineTemplate({
  data: enrolmentData,
  example: enrolmentExample,
  nl: ({ path, organisation, programme }) => ({
    subject: 'Je plaats is niet meer vastgehouden',
    paragraphs: [
      `We hielden een plaats voor je vast bij ${programme} van ${organisation}. Die tijd is voorbij.`,
      'Je toelating blijft staan. Wil je alsnog een plaats? Zeg het op je pagina.',
    ],
    button: { text: 'Vraag opnieuw een plaats', path },
    after: ['Wil je niet meer? Dan hoef je niets te doen.'],
    why: 'Je krijgt deze mail omdat je je aanmeldde voor een opleiding bij Schakel.',
  }),
  en: ({ path, organisation, programme }) => ({
    subject: 'Your place is not held any more',
    paragraphs: [
      `We held a place for you in ${programme} of ${organisation}. That time has passed.`,
      'You are still admitted. Do you want a place after all? Say so on your page.',
    ],
    button: { text: 'Ask for a place again', path },
    after: ['Do you not want it any more? Then you need do nothing.'],
    why: 'You get this mail because you applied for a programme in Schakel.',
  }),
})
