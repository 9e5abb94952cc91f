import type { Profile } from '../people/index.ts'
import { type CvParts, earlier } from './cv.ts'

export const proxyIds = [
  'partTime',
  'gap',
  'gapNow',
  'gapExplained',
  'foreignSchool',
  'foreignDiploma',
  'diplomaNotValued',
  'diplomaField',
  'workLongAgo',
  'longExperience',
  'shortExperience',
  'postcode',
  'otherLanguage',
  'otherLanguageInCv',
  'lessDutch',
  'returning',
  'newcomer',
  'permit',
  'noLicence',
  'nearHome',
] as const
export type ProxyId = (typeof proxyIds)[number]

/** What goes along with a protected trait, and can stand in a profile or a CV. */
export type Proxy = ProfileProxy | CvProxy

interface ProfileProxy {
  readonly id: ProxyId
  readonly from: 'profile'
  /** Two profiles that differ in this alone; undefined where it does not apply to this person. */
  twins(profile: Profile, index: number): readonly [without: Profile, withIt: Profile] | undefined
  /** Also counted apart by the situation of the person. */
  readonly bySituation?: true
}

interface CvProxy {
  readonly id: ProxyId
  readonly from: 'cv'
  change(cv: CvParts): CvParts
}

const fullTime = 32
const partTimeHours = [16, 24] as const
const gapYears = 3

/** Two neighbourhoods of one town each: another postcode, the same area as far as travel is known (the first two digits). */
const neighbours = [
  ['3511', '3563'],
  ['1011', '1069'],
  ['2511', '2525'],
  ['3011', '3073'],
] as const
const motherTongues = ['ar', 'tr', 'pl', 'uk', 'ti', 'zgh'] as const
const diplomaFields = [
  ['0222', '0221'],
  ['0413', '0922'],
] as const

function atIndex<T>(all: readonly T[], index: number): T {
  return all[index % all.length] as T
}

/** The first of each pair is the person without it. Hours are wished at the same wage per hour. */
export const proxies: readonly Proxy[] = [
  {
    id: 'partTime',
    from: 'profile',
    bySituation: true,
    twins(profile) {
      const { hours, wageFloorMonthEuro: floor } = profile
      if (!hours || hours[1] < fullTime) return undefined
      const [, most] = partTimeHours
      const wage = floor === undefined ? {} : { wageFloorMonthEuro: Math.floor((floor * most) / hours[1]) }
      return [profile, { ...profile, ...wage, hours: [...partTimeHours] }]
    },
  },
  { id: 'gap', from: 'cv', change: (cv) => earlier(cv, gapYears, 1) },
  { id: 'gapNow', from: 'cv', change: (cv) => earlier(cv, gapYears) },
  {
    id: 'gapExplained',
    from: 'cv',
    change(cv) {
      const [latest, ...before] = earlier(cv, gapYears, 1).jobs
      if (!latest) return cv
      const at = { from: latest.from - gapYears, until: latest.from, title: 'Zorg voor mijn gezin', employer: 'thuis' }
      return { ...cv, jobs: [latest, at, ...before] }
    },
  },
  {
    id: 'foreignSchool',
    from: 'cv',
    change: (cv) => ({
      ...cv,
      education: cv.education.replace(/Universiteit Utrecht|ROC Midden Nederland/, 'University of Aleppo'),
    }),
  },
  {
    id: 'foreignDiploma',
    from: 'cv',
    change: (cv) => ({ ...cv, education: '2005 - 2009 Licencjat Zarządzanie, Uniwersytet Warszawski' }),
  },
  {
    id: 'diplomaNotValued',
    from: 'profile',
    twins(profile) {
      const { workLevel: level, diplomas: _, ...rest } = profile
      return level === undefined ? undefined : [{ ...rest, workLevel: level, diplomas: [{ level, field: '061' }] }, rest]
    },
  },
  {
    id: 'diplomaField',
    from: 'profile',
    twins(profile, index) {
      const level = profile.workLevel
      if (level === undefined) return undefined
      const [one, other] = atIndex(diplomaFields, index)
      return [
        { ...profile, diplomas: [{ level, field: one }] },
        { ...profile, diplomas: [{ level, field: other }] },
      ]
    },
  },
  { id: 'workLongAgo', from: 'cv', change: (cv) => earlier(cv, 20) },
  { id: 'longExperience', from: 'profile', twins: (profile) => years(profile, 5, 35) },
  { id: 'shortExperience', from: 'profile', twins: (profile) => years(profile, 5, 0) },
  {
    id: 'postcode',
    from: 'profile',
    twins({ municipality: _, ...rest }, index) {
      const [one, other] = atIndex(neighbours, index)
      return [
        { ...rest, postcode4: one },
        { ...rest, postcode4: other },
      ]
    },
  },
  {
    id: 'otherLanguage',
    from: 'profile',
    twins: (profile, index) => [profile, { ...profile, languages: { ...profile.languages, [atIndex(motherTongues, index)]: 6 } }],
  },
  {
    id: 'otherLanguageInCv',
    from: 'cv',
    change: (cv) => ({ ...cv, languages: [...cv.languages, 'Arabisch: moedertaal', 'Turks: vloeiend'] }),
  },
  {
    id: 'lessDutch',
    from: 'profile',
    twins: (profile) => [
      { ...profile, languages: { ...profile.languages, nl: 6 } },
      { ...profile, languages: { ...profile.languages, nl: 3 } },
    ],
  },
  { id: 'returning', from: 'profile', twins: (profile) => situations(profile, 'returning') },
  { id: 'newcomer', from: 'profile', twins: (profile) => situations(profile, 'newcomer') },
  {
    id: 'permit',
    from: 'profile',
    twins: (profile) => [
      { ...profile, needsPermitSponsor: false },
      { ...profile, needsPermitSponsor: true },
    ],
  },
  {
    id: 'noLicence',
    from: 'profile',
    twins: (profile) => (profile.licences?.includes('B') ? [profile, { ...profile, licences: [] }] : undefined),
  },
  {
    id: 'nearHome',
    from: 'profile',
    twins: (profile) => ((profile.maxMinutes ?? 0) < 45 ? undefined : [profile, { ...profile, maxMinutes: 20 }]),
  },
]

function years(profile: Profile, few: number, other: number): readonly [Profile, Profile] {
  return [
    { ...profile, experienceYears: few },
    { ...profile, experienceYears: other },
  ]
}

function situations(profile: Profile, situation: 'returning' | 'newcomer'): readonly [Profile, Profile] {
  return [
    { ...profile, situation: 'working' },
    { ...profile, situation },
  ]
}
