import type { VacancyRecord } from '../../modules/vacancies/index.ts'
import type { VacancyDesk } from '../../modules/vacancy-desk/index.ts'
import { FormWrong, textOf } from './desk-action.ts'

type Change = Parameters<VacancyDesk['change']>[2]
type Facts = NonNullable<Change['facts']>

/** The terms of a form that differ from what is kept: only those become set by hand. @throws FormWrong */
export function readTerms(form: FormData, { facts: kept, closesOn }: VacancyRecord): Pick<Change, 'facts' | 'closesOn'> {
  const given: { [Name in keyof Facts]: Facts[Name] | undefined } = {
    hours: pairOf(form, ['hoursMin', 'hoursMax'], wholeNumber, 'hours'),
    wageCents: pairOf(form, ['wageMin', 'wageMax'], cents, 'wage'),
    contract: oneOf(textOf(form, 'contract'), ['permanent', 'temporary', 'internship', 'freelance'] as const),
    remoteShare: numberIn(form, 'remote', 100),
    experienceYears: numberIn(form, 'years', 60),
    workLevel: levelOf(form, kept),
    startFrom: dayIn(form, 'startFrom'),
    certificateOfConduct: answerIn(form, 'conduct'),
    paysTraining: answerIn(form, 'pays'),
    sponsorsPermit: answerIn(form, 'permit'),
  }
  const changed = Object.entries(given).filter(
    ([name, value]) => JSON.stringify(value ?? null) !== JSON.stringify(kept[name as keyof typeof kept] ?? null),
  )
  const until = dayIn(form, 'closesOn')
  return {
    ...(changed.length > 0 ? { facts: Object.fromEntries(changed.map(([name, value]) => [name, value ?? null])) as Facts } : {}),
    ...(until === (closesOn ?? null) ? {} : { closesOn: until }),
  }
}

function pairOf(
  form: FormData,
  [first, second]: readonly [string, string],
  read: (text: string) => number,
  word: 'hours' | 'wage',
): [number, number] | null {
  const texts = [textOf(form, first).trim(), textOf(form, second).trim()]
  if (texts.every((text) => text === '')) return null
  const [least = 0, most = 0] = texts.map((text, at) => read(text === '' ? (texts[1 - at] ?? '') : text))
  if (Number.isNaN(least) || Number.isNaN(most) || least > most) throw new FormWrong(word)
  return [least, most]
}

const wholeNumber = (text: string): number => (/^\d{1,3}$/.test(text) ? Number(text) : Number.NaN)
/** `18,50`, `18.5`, `€ 18`. */
const cents = (text: string): number => {
  const plain = text.replace(/^€\s?/, '').replace(',', '.')
  return /^\d{1,3}(?:\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : Number.NaN
}

function numberIn(form: FormData, name: string, most: number): number | null {
  const text = textOf(form, name).trim()
  if (text === '') return null
  const number = wholeNumber(text)
  if (Number.isNaN(number) || number > most) throw new FormWrong('number')
  return number
}

/** Years that stand in for a level stay with it. */
function levelOf(form: FormData, { workLevel }: VacancyRecord['facts']): Facts['workLevel'] | null {
  const level = numberIn(form, 'level', 8)
  if (level === null || level === 0) return null
  return { level, ...(workLevel?.orYears === undefined ? {} : { orYears: workLevel.orYears }) }
}

function dayIn(form: FormData, name: string): string | null {
  const text = textOf(form, name).trim()
  if (text === '') return null
  // Browsers without a date field leave what people write.
  const [, day, month, year] = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(text) ?? []
  const date = year === undefined ? text : `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(date)) throw new FormWrong('date')
  return date
}

function answerIn(form: FormData, name: string): boolean | null {
  const text = textOf(form, name)
  return text === 'yes' ? true : text === 'no' ? false : null
}

const oneOf = <T extends string>(text: string, all: readonly T[]): T | null => all.find((one) => one === text) ?? null

/** Weights and levels of a form, without the skills that are taken away. */
export function readSkills(form: FormData): NonNullable<Change['requirements']> {
  return form.getAll('skill').flatMap((skill, at) => {
    if (typeof skill !== 'string' || form.get(`drop-${at}`) !== null) return []
    const weight = oneOf(textOf(form, `weight-${at}`), ['essential', 'important', 'somewhat'] as const) ?? 'important'
    const level = Number(textOf(form, `level-${at}`))
    return [{ skill, weight, ...(level === 1 || level === 2 || level === 3 || level === 4 ? { level } : {}) }]
  })
}
