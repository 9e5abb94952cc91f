import type { Profile } from '../../modules/people/index.ts'
import type { ChangeView } from '../../modules/planning/index.ts'
import type { Language } from '../../modules/skills/index.ts'
import { earlierStart, limits, lowerFloor } from '../trial.ts'
import type { Both } from './both.ts'
import { cefrText, dateText, euroText } from './format.ts'
import { skillWords } from './skills.ts'

type OneChange = ChangeView['changes'][number]

/** One thing a person might change: what it is now, what it becomes. */
export interface ChangeText {
  readonly was?: string
  readonly becomes: string
}

const nl = {
  hoursWas: (from: number, to: number) => (from === to ? `${to} uur` : `${from} tot ${to} uur`),
  hours: (from: number, to: number) => (from === to ? `${to} uur werken` : `${from} tot ${to} uur werken`),
  hoursUnit: 'per week',
  minutesWas: (n: number) => `${n} minuten`,
  minutes: (n: number) => `${n} minuten reizen`,
  floor: (amount: string) => `${amount} loon per maand`,
  start: (date: string) => `beginnen op ${date}`,
  language: (name: string, level: string) => `${name} op niveau ${level}`,
  licence: (code: string) => `rijbewijs of bewijs ${code} halen`,
  conduct: 'een verklaring omtrent het gedrag (VOG) aanvragen',
  own: (amount: string) => `${amount} zelf betalen`,
  weeksWas: (n: number) => `${n} weken`,
  weeks: (n: number) => `${n} weken tot de baan`,
  studyWas: (n: number) => `${n} uur`,
  study: (n: number) => `${n} uur per week leren`,
  skill: (label: string, level: string) => `${label} kunnen (${level})`,
  join: 'en',
}

const en: typeof nl = {
  hoursWas: (from, to) => (from === to ? `${to} hours` : `${from} to ${to} hours`),
  hours: (from, to) => (from === to ? `work ${to} hours` : `work ${from} to ${to} hours`),
  hoursUnit: 'a week',
  minutesWas: (n) => `${n} minutes`,
  minutes: (n) => `${n} minutes of travel`,
  floor: (amount) => `a wage of ${amount} a month`,
  start: (date) => `start on ${date}`,
  language: (name, level) => `${name} at level ${level}`,
  licence: (code) => `get licence ${code}`,
  conduct: 'ask for a certificate of conduct (VOG)',
  own: (amount) => `pay ${amount} yourself`,
  weeksWas: (n) => `${n} weeks`,
  weeks: (n) => `${n} weeks until the job`,
  studyWas: (n) => `${n} hours`,
  study: (n) => `study ${n} hours a week`,
  skill: (label, level) => `know ${label} (${level})`,
  join: 'and',
}

export const changeWords = { nl, en } satisfies Both<typeof nl>

/** A change in words, beside what this person said before. */
export function changeText(change: OneChange, profile: Profile, language: Language): ChangeText {
  const words = changeWords[language]
  const [min, max] = profile.hours ?? [36, 36]
  const label = change.label ?? ''
  switch (change.item) {
    case 'skill':
      return { becomes: words.skill(label, skillWords[language].levels[change.to as 1 | 2 | 3 | 4]) }
    case 'language':
      return { becomes: words.language(label, cefrText(change.to)) }
    case 'licence':
      return { becomes: words.licence(change.code) }
    case 'certificateOfConduct':
      return { becomes: words.conduct }
    case 'hoursMore':
      return { was: words.hoursWas(min, max), becomes: words.hours(min, max + change.by) }
    case 'hoursFewer':
      return { was: words.hoursWas(min, max), becomes: words.hours(Math.max(1, min - change.by), max) }
    case 'travelMinutes': {
      const now = profile.maxMinutes ?? limits.travel.preset
      return { was: words.minutesWas(now), becomes: words.minutes(now + change.by) }
    }
    case 'wageFloorCentsPerHour': {
      const now = profile.wageFloorMonthEuro ?? 0
      return { was: euroText(now, language), becomes: words.floor(euroText(lowerFloor(profile, change.by), language)) }
    }
    case 'startWeeksEarlier':
      return {
        ...(profile.availableFrom === undefined ? {} : { was: dateText(profile.availableFrom, language) }),
        becomes: words.start(dateText(earlierStart(profile, change.by), language)),
      }
    case 'ownCost': {
      const now = profile.study?.ownCostEuro ?? 0
      return { was: euroText(now, language), becomes: words.own(euroText(now + change.by, language)) }
    }
    case 'totalWeeks': {
      const now = profile.study?.totalWeeks ?? 0
      return { was: words.weeksWas(now), becomes: words.weeks(now + change.by) }
    }
    case 'studyHours': {
      const now = profile.study?.hoursPerWeek ?? 0
      return { was: words.studyWas(now), becomes: words.study(now + change.by) }
    }
  }
}
