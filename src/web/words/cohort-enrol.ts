import type { Both } from './both.ts'

const nl = {
  title: 'Meld je ook aan bij de opleider',
  text: 'Je doet mee met deze groep. Een leerwerkplek kan pas als je je ook hebt aangemeld voor de opleiding. Jij beslist wat de opleider van je ziet.',
  button: 'Meld me aan',
}

const en: typeof nl = {
  title: 'Apply at the educator too',
  text: 'You take part in this cohort. A placement is only possible once you have applied to the programme too. You decide what the educator sees of you.',
  button: 'Apply',
}

export const cohortEnrolWords = { nl, en } satisfies Both<typeof nl>
