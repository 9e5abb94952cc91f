import type { StepView } from '../../modules/planning/index.ts'
import type { Language } from '../../modules/skills/index.ts'
import type { Both } from './both.ts'
import { centsText, euroText } from './format.ts'

type SteppedChange = StepView['change']

const nl = {
  /** 10 minuten meer: 34 banen erbij, 30 zeker. */
  sentence: ({ change, opensLow, opensHigh }: StepView) => {
    const high = Math.max(opensLow, opensHigh)
    return `${amount(change, 'nl')}: ${high === 1 ? '1 baan' : `${high} banen`} erbij${high === opensLow ? '' : `, ${opensLow} zeker`}`
  },
  none: 'Meer ruimte opent hier nu niets.',
  amount: {
    hoursMore: (n: string) => `${n} uur meer`,
    hoursFewer: (n: string) => `${n} uur minder`,
    travelMinutes: (n: string) => `${n} minuten meer`,
    wageFloorCentsPerHour: (n: string) => `${n} per uur minder`,
    startWeeksEarlier: (n: string) => `${n} weken eerder`,
    ownCost: (n: string) => `${n} meer`,
    totalWeeks: (n: string) => `${n} weken meer`,
    studyHours: (n: string) => `${n} uur meer`,
  } as Record<SteppedChange['item'], (n: string) => string>,
}

const en: typeof nl = {
  sentence: ({ change, opensLow, opensHigh }) => {
    const high = Math.max(opensLow, opensHigh)
    return `${amount(change, 'en')}: ${high === 1 ? '1 more job' : `${high} more jobs`}${high === opensLow ? '' : `, ${opensLow} certain`}`
  },
  none: 'More room opens nothing here now.',
  amount: {
    hoursMore: (n) => `${n} more hours`,
    hoursFewer: (n) => `${n} fewer hours`,
    travelMinutes: (n) => `${n} more minutes`,
    wageFloorCentsPerHour: (n) => `${n} an hour less`,
    startWeeksEarlier: (n) => `${n} weeks sooner`,
    ownCost: (n) => `${n} more`,
    totalWeeks: (n) => `${n} more weeks`,
    studyHours: (n) => `${n} more hours`,
  },
}

/** A step in its own unit: `10 minuten meer`. */
function amount({ item, by }: SteppedChange, language: Language): string {
  const words = (language === 'nl' ? nl : en).amount[item]
  if (item === 'ownCost') return words(euroText(by, language))
  return words(item === 'wageFloorCentsPerHour' ? centsText(by, language) : String(by))
}

export const stepWords = { nl, en } satisfies Both<typeof nl>
