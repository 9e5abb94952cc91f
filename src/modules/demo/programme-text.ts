import type { Bilingual } from '../trainings/index.ts'
import type { CurriculumLevel, Shape } from './demo-curricula.ts'

/** The words for a skill inside a sentence. */
export type LabelOf = (skill: string, language: 'nl' | 'en') => string

export interface ProgrammeTextOf {
  readonly level: CurriculumLevel
  readonly shape: Shape
  /** The occupation aimed at, as a name and inside a sentence. */
  readonly job: { readonly title: Bilingual; readonly named: Bilingual }
  readonly teaches: readonly Bilingual[]
  readonly needs: readonly Bilingual[]
  readonly title?: Bilingual
  readonly for?: Bilingual
}

/** Says what one learns for: the occupation and how far, or, of a short course, every skill it teaches. */
export function programmeTitle(of: ProgrammeTextOf): Bilingual {
  const base = of.title ?? (of.level === 'short' ? skillsTitle(of) : jobTitle(of))
  const tail = tails[of.shape]
  const saysHow = of.level === 'full' && of.title === undefined && of.shape !== 'own-pace'
  return tail === undefined || saysHow ? base : { nl: base.nl + tail.nl, en: base.en + tail.en }
}

const tails: Readonly<Partial<Record<Shape, Bilingual>>> = {
  'own-pace': { nl: ', online in je eigen tempo', en: ', online at your own pace' },
  evening: { nl: ', in de avond', en: ', in the evening' },
}

function skillsTitle({ teaches, for: whom }: ProgrammeTextOf): Bilingual {
  const nl = capital(listNl(teaches.map((name) => name.nl)))
  const en = capital(listEn(teaches.map((name) => name.en)))
  return whom ? { nl: `${nl} ${whom.nl}`, en: `${en} ${whom.en}` } : { nl, en }
}

function jobTitle({ level, shape, job }: ProgrammeTextOf): Bilingual {
  const { named } = job
  if (level === 'start') {
    const nl = withoutJunior(named.nl)
    return { nl: `Basis ${nl}`, en: `${capital(withoutJunior(named.en))} basics` }
  }
  if (level === 'further') {
    const nl = named.nl.startsWith('senior ') ? `Doorgroeien tot ${named.nl}` : `Verdieping ${named.nl}`
    return { nl, en: `${job.title.en}: advanced course` }
  }
  switch (shape) {
    case 'bootcamp':
      return { nl: `Omscholing tot ${named.nl}`, en: `Retraining: ${named.en}` }
    case 'evening':
      return { nl: `Avondopleiding ${named.nl}`, en: `${job.title.en}: evening programme` }
    case 'dual':
      return { nl: `Werken en leren als ${named.nl}`, en: `Work and study: ${named.en}` }
    default:
      return { nl: `Opleiding ${named.nl}`, en: `Training: ${named.en}` }
  }
}

function withoutJunior(name: string): string {
  return name.replace(/^junior /i, '')
}

/** A few sentences: how it is given, what is learnt, what for, and what must be known before. */
export function programmeDescription(of: ProgrammeTextOf): Bilingual {
  return { nl: describeNl(of), en: describeEn(of) }
}

function describeNl({ level, shape, job, teaches, needs }: ProgrammeTextOf): string {
  const before =
    needs.length > 0
      ? `Dit moet je al kunnen: ${listNl(needs.map(({ nl }) => nl))}.`
      : 'Je begint bij het begin: je hoeft vooraf niets te weten.'
  const aims: Readonly<Record<CurriculumLevel, string>> = {
    start: `Het is een eerste stap naar werk als ${job.named.nl}.`,
    full: `Daarna kun je beginnen als ${job.named.nl}.`,
    further: `Hiermee kom je verder als ${job.named.nl}.`,
    short: `Handig voor werk als ${job.named.nl}.`,
  }
  return [
    how[shape].nl,
    `Dit leer je: ${listNl(teaches.map(({ nl }) => nl))}.`,
    aims[level],
    before,
    'Deze opleiding is verzonnen voor de demo.',
  ].join(' ')
}

function describeEn({ level, shape, job, teaches, needs }: ProgrammeTextOf): string {
  const before =
    needs.length > 0
      ? `You need to know beforehand: ${listEn(needs.map(({ en }) => en))}.`
      : 'You start from the beginning: no knowledge is needed beforehand.'
  const aims: Readonly<Record<CurriculumLevel, string>> = {
    start: `A first step towards this work: ${job.named.en}.`,
    full: `It prepares you to start in this work: ${job.named.en}.`,
    further: `It takes you further in this work: ${job.named.en}.`,
    short: `Useful in this work: ${job.named.en}.`,
  }
  return [
    how[shape].en,
    `You learn: ${listEn(teaches.map(({ en }) => en))}.`,
    aims[level],
    before,
    'This programme was invented for the demo.',
  ].join(' ')
}

const how: Readonly<Record<Shape, Bilingual>> = {
  course: { nl: 'Je volgt lessen in een kleine groep.', en: 'You take lessons in a small group.' },
  'own-pace': { nl: 'Je leert thuis, wanneer het jou uitkomt.', en: 'You learn at home, when it suits you.' },
  evening: { nl: 'De lessen zijn in de avond, naast je werk.', en: 'Lessons are in the evening, beside your work.' },
  bootcamp: {
    nl: 'Je leert in een vaste groep, met opdrachten uit de praktijk.',
    en: 'You learn in a fixed group, with assignments from practice.',
  },
  dual: {
    nl: 'Je werkt vier dagen en gaat een dag naar school. Je krijgt vanaf het begin loon.',
    en: 'You work four days and go to school one day. You are paid from the start.',
  },
}

export function listNl(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} en ${words.at(-1)}`
}

export function listEn(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
