import type { Profile } from '../modules/people/index.ts'
import type { ChangeView } from '../modules/planning/index.ts'
import { dateOfWeek, weekOfDate } from '../platform/calendar.ts'

/**
 * Trying something out: the query of a page overrides parts of the profile for that page only, so a try can be shared,
 * undone with the back button, and works without a script. Nothing is kept until the person keeps it.
 */
export interface Trial {
  readonly profile: Profile
  /** The parameters that changed something. */
  readonly tried: readonly (readonly [name: string, value: string])[]
}

/** One thing moved, as the engine names it. */
export type OneChange = ChangeView['changes'][number]

/**
 * Limits a person moves with the sliders: name in the query, and where it lives in the profile. `step` is that of the slider, `stride` that
 * of the buttons beside it: the steps in which the engine looks for the smallest change, so that a press does what the sentence says.
 */
export const limits = {
  own: { min: 0, max: 5000, step: 50, stride: 250, preset: 1000 },
  weeks: { min: 4, max: 104, step: 1, stride: 4, preset: 52 },
  study: { min: 2, max: 40, step: 2, stride: 4, preset: 16 },
  travel: { min: 10, max: 120, step: 5, stride: 10, preset: 60 },
} as const

export type LimitName = keyof typeof limits

/** The change of the engine that moves each slider one way. */
export const itemOfLimit = {
  own: 'ownCost',
  weeks: 'totalWeeks',
  study: 'studyHours',
  travel: 'travelMinutes',
} as const satisfies Record<LimitName, OneChange['item']>

export function isLimitName(name: string): name is LimitName {
  return Object.hasOwn(limits, name)
}

/** The limits as the sliders show them; undefined: none was set. */
export function limitValues(profile: Profile): Readonly<Record<LimitName, number | undefined>> {
  return {
    own: profile.study?.ownCostEuro,
    weeks: profile.study?.totalWeeks,
    study: profile.study?.hoursPerWeek,
    travel: profile.maxMinutes,
  }
}

const wholeNumber = (text: string, min: number, max: number): number | undefined => {
  const value = Number(text)
  return /^\d+$/.test(text) && value >= min && value <= max ? value : undefined
}

type Apply = (profile: Profile, value: string) => Profile | undefined

const study =
  (field: 'ownCostEuro' | 'totalWeeks' | 'hoursPerWeek', min: number, max: number): Apply =>
  (profile, value) => {
    const number = wholeNumber(value, min, max)
    return number === undefined ? undefined : { ...profile, study: { ...profile.study, [field]: number } }
  }

const appliers: Readonly<Record<string, Apply>> = {
  own: study('ownCostEuro', 0, 100_000),
  weeks: study('totalWeeks', 1, 156),
  study: study('hoursPerWeek', 1, 60),
  travel: (profile, value) => {
    const maxMinutes = wholeNumber(value, 5, 240)
    return maxMinutes === undefined ? undefined : { ...profile, maxMinutes }
  },
  hours: (profile, value) => {
    const [min = Number.NaN, max = Number.NaN] = value.split('-').map(Number)
    return min >= 1 && max <= 60 && min <= max ? { ...profile, hours: [min, max] } : undefined
  },
  wage: (profile, value) => {
    const wageFloorMonthEuro = wholeNumber(value, 0, 20_000)
    return wageFloorMonthEuro === undefined ? undefined : { ...profile, wageFloorMonthEuro }
  },
  start: (profile, value) => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? { ...profile, availableFrom: value } : undefined),
  licence: (profile, value) =>
    value.length > 0 && value.length <= 20 ? { ...profile, licences: [...(profile.licences ?? []), value] } : undefined,
  conduct: (profile, value) => (value === 'yes' ? { ...profile, certificateOfConduct: true } : undefined),
  language: (profile, value) => {
    const [code = '', level = ''] = value.split(':')
    const number = wholeNumber(level, 1, 6)
    if (!/^[a-z]{2,3}$/.test(code) || number === undefined) return undefined
    return { ...profile, languages: { ...profile.languages, [code]: number as 1 | 2 | 3 | 4 | 5 | 6 } }
  },
  skill: (profile, value) => {
    const at = value.lastIndexOf('~')
    const level = wholeNumber(value.slice(at + 1), 1, 4)
    if (at <= 0 || level === undefined) return undefined
    return { ...profile, answers: { ...profile.answers, [value.slice(0, at)]: level as 1 | 2 | 3 | 4 } }
  },
}

/** The profile with what the query tries. Parameters that cannot be read are left out. */
export function readTrial(profile: Profile, query: URLSearchParams): Trial {
  let tried = profile
  const changed: (readonly [string, string])[] = []
  for (const [name, value] of query) {
    // A name as `toString` is no parameter of ours, though every object has it.
    const next = Object.hasOwn(appliers, name) ? appliers[name]?.(tried, value) : undefined
    if (next === undefined || JSON.stringify(next) === JSON.stringify(tried)) continue
    tried = next
    changed.push([name, value])
  }
  return { profile: tried, tried: changed }
}

/** What a smallest change of the engine is as a query. */
export function trialOf(changes: readonly OneChange[], profile: Profile): [name: string, value: string][] {
  return changes.map((change) => paramOf(change, profile))
}

const presetHours = [36, 36] as const

function paramOf(change: OneChange, profile: Profile): [string, string] {
  const [min, max] = profile.hours ?? presetHours
  switch (change.item) {
    case 'skill':
      return ['skill', `${change.skill}~${change.to}`]
    case 'language':
      return ['language', `${change.code}:${change.to}`]
    case 'licence':
      return ['licence', change.code]
    case 'certificateOfConduct':
      return ['conduct', 'yes']
    case 'hoursMore':
      return ['hours', `${min}-${max + change.by}`]
    case 'hoursFewer':
      return ['hours', `${Math.max(1, min - change.by)}-${max}`]
    case 'travelMinutes':
      return ['travel', String((profile.maxMinutes ?? limits.travel.preset) + change.by)]
    case 'wageFloorCentsPerHour':
      return ['wage', String(lowerFloor(profile, change.by))]
    case 'startWeeksEarlier':
      return ['start', earlierStart(profile, change.by)]
    case 'ownCost':
      return ['own', String((profile.study?.ownCostEuro ?? 0) + change.by)]
    case 'totalWeeks':
      return ['weeks', String((profile.study?.totalWeeks ?? 0) + change.by)]
    case 'studyHours':
      return ['study', String((profile.study?.hoursPerWeek ?? 0) + change.by)]
  }
}

/** The floor per month that stands so many cents per hour lower, at the most hours of the person. */
export function lowerFloor(profile: Profile, centsPerHour: number): number {
  const at = profile.hours?.[1] ?? presetHours[1]
  const cents = Math.ceil(((profile.wageFloorMonthEuro ?? 0) * 1200) / (52 * at))
  return Math.max(0, Math.floor(((cents - centsPerHour) * 52 * at) / 1200))
}

export function earlierStart(profile: Profile, weeks: number): string {
  return profile.availableFrom === undefined ? '' : dateOfWeek(weekOfDate(profile.availableFrom) + 1 - weeks)
}
