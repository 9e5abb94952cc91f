import type { Both } from './both.ts'

const nl = {
  title: 'Eén vraag die veel verandert',
  lead: 'Van de vragen die nog open staan, verandert deze je routes het meest.',
  skill: (label: string) => `Kun je dit: ${label}?`,
  level: (label: string) => `Hoe goed kun je dit: ${label}?`,
  yes: 'Ja',
  little: 'Een beetje',
  no: 'Nee',
  term: (title: string) => `Vertel iets over: ${title}`,
  toProfile: 'Vul het in',
}

const en: typeof nl = {
  title: 'One question that changes a lot',
  lead: 'Of the questions still open, this one changes your routes most.',
  skill: (label) => `Can you do this: ${label}?`,
  level: (label) => `How well can you do this: ${label}?`,
  yes: 'Yes',
  little: 'A little',
  no: 'No',
  term: (title) => `Say something about: ${title}`,
  toProfile: 'Fill it in',
}

export const questionWords = { nl, en } satisfies Both<typeof nl>
