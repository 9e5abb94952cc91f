import { z } from 'zod'
import { defineTemplate } from './define-template.ts'
import { enrolmentData, enrolmentExample } from './enrolment-data.ts'
import { inWords } from './introduction-data.ts'

/** To a person: a place is held for them until a day, at admission or from the waiting list. */
export const enrolmentPlace = defineTemplate({
  data: enrolmentData.extend({ heldUntil: z.iso.date(), fromList: z.boolean() }),
  example: { ...enrolmentExample, heldUntil: '2026-12-14', fromList: true },
  nl: ({ path, organisation, programme, startsOn, heldUntil, fromList }) => ({
    subject: fromList ? 'Er is een plaats voor je vrij' : 'Je bent toegelaten: er is een plaats voor je',
    paragraphs: [
      fromList
        ? `Er kwam een plaats vrij bij ${programme} van ${organisation}. Die is voor jou.`
        : `Je bent toegelaten tot ${programme} van ${organisation}.`,
      `De eerste dag is ${inWords(startsOn, 'nl')}.`,
      `We houden de plaats voor je vast tot en met ${inWords(heldUntil, 'nl')}. Zeg uiterlijk dan ja.`,
    ],
    button: { text: 'Zeg ja tegen je plaats', path },
    after: ['Liever niet? Laat het weten. Dan gaat de plaats naar wie wacht.'],
    why: 'Je krijgt deze mail omdat je je aanmeldde voor een opleiding bij Schakel.',
  }),
  en: ({ path, organisation, programme, startsOn, heldUntil, fromList }) => ({
    subject: fromList ? 'A place is free for you' : 'You are admitted: there is a place for you',
    paragraphs: [
      fromList
        ? `A place came free in ${programme} of ${organisation}. It is for you.`
        : `You are admitted to ${programme} of ${organisation}.`,
      `The first day is ${inWords(startsOn, 'en')}.`,
      `We hold the place for you up to and including ${inWords(heldUntil, 'en')}. Say yes by then.`,
    ],
    button: { text: 'Say yes to your place', path },
    after: ['Rather not? Let us know. Then the place goes to who waits.'],
    why: 'You get this mail because you applied for a programme in Schakel.',
  }),
})
