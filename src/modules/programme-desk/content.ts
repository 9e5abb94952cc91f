/** Between what stands on a desk and what is published. Pure. */
import { readLanguage } from '../../engine/reading/index.ts'
import type { Bilingual, OfferingRecord, Programme, ProgrammeSkill } from '../trainings/index.ts'
import type { DeskContent, DeskProgramme, DeskSkill, SomeText } from './desk-programme.ts'

export const emptyContent: DeskContent = {
  title: {},
  description: {},
  admission: [],
  facts: { form: 'course' },
  outcomes: [],
  prerequisites: [],
  offerings: [],
}

/** The languages in which both title and description are there. */
export function wholeLanguages({ title, description }: Pick<DeskContent, 'title' | 'description'>): readonly ('nl' | 'en')[] {
  return (['nl', 'en'] as const).filter((language) => title[language] !== undefined && description[language] !== undefined)
}

/** What a desk still needs before it can be published, and what only makes it better. */
export interface Missing {
  /** No language has both a title and a description. */
  readonly text: boolean
  /** It has the other language, but not this one. */
  readonly languages: readonly ('nl' | 'en')[]
  /** Skills that wait for a yes. */
  readonly unconfirmed: number
  /** Nothing that it teaches counts: it is in no plan. */
  readonly outcomes: boolean
  /** Without both it is in no plan either. */
  readonly length: boolean
  readonly offerings: boolean
}

export function missingOf(content: DeskContent): Missing {
  const whole = wholeLanguages(content)
  const { outcomes, prerequisites, facts, offerings } = content
  return {
    text: whole.length === 0,
    languages: whole.length === 1 ? (['nl', 'en'] as const).filter((one) => !whole.includes(one)) : [],
    unconfirmed: [...outcomes, ...prerequisites].filter(({ isConfirmed }) => !isConfirmed).length,
    outcomes: !outcomes.some(({ isConfirmed }) => isConfirmed),
    length: facts.weeks === undefined || facts.hoursPerWeek === undefined,
    offerings: offerings.length === 0,
  }
}

/**
 * The programme and its offerings as they are published, by the name that the organisation has now; undefined while no language has a title and a description.
 * Where a text is there in one language only, both hold it, and `textIn` says so.
 */
export function recordsOf(
  { id, organisation, demo, content }: Pick<DeskProgramme, 'id' | 'organisation' | 'demo' | 'content'>,
  provider: string,
): { readonly programme: Programme; readonly offerings: readonly OfferingRecord[] } | undefined {
  const whole = wholeLanguages(content)
  const [first, second] = whole
  if (first === undefined) return undefined
  const { admission, facts, outcomes, prerequisites } = content
  const steps = admission.flatMap((step) => both(step) ?? [])
  const programme: Programme = {
    ...{ id, demo, organisation, provider, source: sourceOf(organisation) },
    title: second === undefined ? one(content.title[first]) : filled(content.title),
    description: second === undefined ? one(content.description[first]) : filled(content.description),
    facts: {
      ...facts,
      outcomes: outcomes.flatMap(counted),
      prerequisites: prerequisites.flatMap(counted),
      ...(steps.length === 0 ? {} : { admission: steps }),
      ...(second === undefined ? { textIn: first } : {}),
    },
  }
  return { programme, offerings: content.offerings.map((offering) => ({ ...offering, programme: id, demo })) }
}

export const sourceOf = (organisation: string): string => `desk:${organisation}`

const one = (text = ''): Bilingual => ({ nl: text, en: text })
const filled = ({ nl = '', en = '' }: SomeText): Bilingual => ({ nl, en })

function both({ nl, en }: SomeText): Bilingual | undefined {
  const text = nl ?? en
  return text === undefined ? undefined : { nl: nl ?? text, en: en ?? text }
}

/** Only what somebody confirmed. */
function counted({ isConfirmed, ...skill }: DeskSkill): ProgrammeSkill[] {
  return isConfirmed ? [skill] : []
}

/** What stands on a desk of a programme that came in: skills that were read from its text, or from its name, wait for a yes. `isOurs`: they had it. */
export function contentOf(programme: Programme, offerings: readonly OfferingRecord[], isOurs = false): DeskContent {
  const { outcomes, prerequisites, admission = [], textIn, ...facts } = programme.facts
  const only = textIn ?? onlyLanguage(programme)
  return {
    title: someOf(programme.title, only),
    description: someOf(programme.description, only),
    admission: admission.map((step) => someOf(step, step.nl === step.en ? only : undefined)),
    facts,
    outcomes: outcomes.map((skill) => waiting(skill, isOurs)),
    prerequisites: prerequisites.map((skill) => waiting(skill, isOurs)),
    offerings: offerings.map(({ programme: _of, demo: _demo, ...offering }) => offering),
  }
}

/** A record has both languages; where both say the very same, one was there. */
function onlyLanguage({ title, description }: Programme): 'nl' | 'en' | undefined {
  const isSame = title.nl === title.en && description.nl === description.en
  return isSame ? (readLanguage(`${title.nl}\n${description.nl}`) ?? 'nl') : undefined
}

function someOf(text: Bilingual, only: 'nl' | 'en' | undefined): SomeText {
  return only === undefined ? { ...text } : { [only]: text[only] }
}

function waiting(skill: ProgrammeSkill, isOurs: boolean): DeskSkill {
  const isRead = skill.from === 'text' || skill.from === 'derived'
  if (!isRead) return { ...skill, isConfirmed: true }
  return isOurs ? { ...skill, from: 'stated', isConfirmed: true } : { ...skill, isConfirmed: false }
}
