import type { Both } from './both.ts'

const nl = {
  title: 'Deze vraag was te groot om helemaal uit te rekenen',
  text: (trainings: number, by: string) =>
    `Je ziet alles tot en met ${trainings === 1 ? '1 opleiding' : `${trainings} opleidingen`} na elkaar, klaar op uiterlijk ${by}. Met meer opleidingen kan er meer zijn. Probeer het straks nog eens, of kies een doel.`,
}

export const limitedWords: Both<typeof nl> = {
  nl,
  en: {
    title: 'This question was too large to work out in full',
    text: (trainings, by) =>
      `You see everything with up to ${trainings === 1 ? '1 training' : `${trainings} trainings`} in a row, finished by ${by}. With more trainings there may be more. Try again in a while, or choose a goal.`,
  },
}
