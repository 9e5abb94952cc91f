import type { DeskContent, ProgrammeChange } from '../../modules/programme-desk/index.ts'
import { formNames, parties, phaseKinds } from './choices.ts'
import { TeachingFormWrong, textIn } from './teaching-action.ts'

type Level = 1 | 2 | 3 | 4
type SkillChange = NonNullable<ProgrammeChange['outcomes']>[number]
type Payers = NonNullable<ProgrammeChange['whoPays']>
type Phases = NonNullable<ProgrammeChange['phases']>

export const trimmed = (form: FormData, name: string): string => textIn(form, name).trim()
/** Empty: not there. */
export const orNull = (text: string): string | null => (text === '' ? null : text)
export const oneOf = <T extends string>(text: string, all: readonly T[]): T | undefined => all.find((one) => one === text)

/** A whole number; empty: not known. @throws TeachingFormWrong */
export function numberIn(form: FormData, name: string): number | null {
  const text = trimmed(form, name)
    .replace(/^€\s?/, '')
    .replace(/[.,]00?$/, '')
  if (text === '') return null
  if (!/^\d{1,7}$/.test(text)) throw new TeachingFormWrong('number')
  return Number(text)
}

/** A day, also as people write it; empty: none. @throws TeachingFormWrong */
export function dayIn(form: FormData, name: string): string | undefined {
  const text = trimmed(form, name)
  if (text === '') return undefined
  const [, day, month, year] = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(text) ?? []
  const date = year === undefined ? text : `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(date)) throw new TeachingFormWrong('date')
  return date
}

export function readTexts(form: FormData): ProgrammeChange {
  const both = (name: string) => ({ nl: orNull(trimmed(form, `${name}-nl`)), en: orNull(trimmed(form, `${name}-en`)) })
  return { title: both('title'), description: both('description') }
}

/** Form, length, language, admission, who pays and the parts. @throws TeachingFormWrong */
export function readFacts(form: FormData, kept: DeskContent): ProgrammeChange {
  const code = trimmed(form, 'language')
  const level = numberIn(form, 'languageLevel')
  const isLevel = level === 1 || level === 2 || level === 3 || level === 4 || level === 5 || level === 6
  return {
    form: oneOf(trimmed(form, 'form'), formNames) ?? kept.facts.form,
    weeks: numberIn(form, 'weeks'),
    hoursPerWeek: numberIn(form, 'hoursPerWeek'),
    language: code !== '' && isLevel ? { code, level } : null,
    award: orNull(trimmed(form, 'award')),
    url: orNull(trimmed(form, 'url')),
    admission: stepsIn(form),
    whoPays: payersIn(form),
    phases: phasesIn(form, kept),
  }
}

/** One step a line, in two languages beside each other. */
function stepsIn(form: FormData): NonNullable<ProgrammeChange['admission']> {
  const lines = (language: string): string[] =>
    trimmed(form, `admission-${language}`)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
  const [nl, en] = [lines('nl'), lines('en')]
  return Array.from({ length: Math.max(nl.length, en.length) }, (_, at) => ({
    ...(nl[at] === undefined ? {} : { nl: nl[at] }),
    ...(en[at] === undefined ? {} : { en: en[at] }),
  }))
}

function payersIn(form: FormData): Payers {
  const chosen = form.getAll('pays').map(String)
  return parties
    .filter((party) => chosen.includes(party))
    .map((party) => {
      const euro = numberIn(form, `euro-${party}`)
      return euro === null ? { party } : { party, euro }
    })
}

/** A wage that came in with a part stays with it. */
function phasesIn(form: FormData, { facts: { phases = [] } }: DeskContent): Phases {
  const rows = Number(textIn(form, 'phaseRows')) || 0
  return Array.from({ length: Math.min(rows, 12) }, (_, at) => at).flatMap((at) => {
    const kind = oneOf(trimmed(form, `phase-${at}`), phaseKinds)
    if (!kind) return []
    const given = {
      weeks: numberIn(form, `phaseWeeks-${at}`),
      schoolDays: numberIn(form, `schoolDays-${at}`),
      workDays: numberIn(form, `workDays-${at}`),
    }
    const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null))
    const wage = phases[at]?.kind === kind ? phases[at]?.wageMonthEuro : undefined
    const employed = form.get(`employed-${at}`) === null ? {} : { employed: true }
    return [{ kind, ...said, ...employed, ...(wage === undefined ? {} : { wageMonthEuro: wage }) }]
  })
}

/** Levels of the skills of a list, without those that are taken away; those that wait for a yes go on waiting. */
export function readSkills(form: FormData, kept: DeskContent['outcomes']): SkillChange[] {
  const levels = new Map(form.getAll('skill').map((skill, at) => [String(skill), at]))
  return kept.flatMap(({ skill, level, isConfirmed }) => {
    const at = levels.get(skill)
    if (at === undefined) return [{ skill, level, isConfirmed }]
    if (form.get(`drop-${at}`) !== null) return []
    const chosen = Number(textIn(form, `level-${at}`))
    return [{ skill, level: isLevel(chosen) ? chosen : level, isConfirmed }]
  })
}

const isLevel = (level: number): level is Level => [1, 2, 3, 4].includes(level)
