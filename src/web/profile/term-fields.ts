import type { Profile } from '../../modules/people/index.ts'

/**
 * The fields of the form about what somebody wants, in the order of the page. Each reads its text from a profile and writes
 * it back; an empty text is silence. `write` gives undefined when the text cannot be used.
 */
export interface TermField {
  readonly name: TermFieldName
  readonly kind: 'number' | 'date' | 'choice' | 'days'
  readonly min?: number
  readonly max?: number
  /** Of a choice: the values; the empty one stands before them by itself. */
  readonly choices?: readonly string[]
  read(profile: Profile): string
  write(profile: Profile, text: string): Profile | undefined
}

export type TermFieldName =
  | 'situation'
  | 'jobEndsOn'
  | 'availableFrom'
  | 'days'
  | 'maxMinutes'
  | 'travelMode'
  | 'remoteShareEnough'
  | 'wageFloorMonthEuro'
  | 'wageNowMonthEuro'
  | 'benefitMonths'
  | 'incomeWhileTrainingMonthEuro'
  | 'dutch'
  | 'english'
  | 'workLevel'
  | 'experienceYears'
  | 'licenceB'
  | 'certificateOfConduct'
  | 'needsPermitSponsor'
  | 'studyHours'
  | 'studyWeeks'
  | 'studyOwnCost'
  | 'studyLowestMonth'
  | 'studyOnline'

type NumberKey =
  | 'maxMinutes'
  | 'remoteShareEnough'
  | 'wageFloorMonthEuro'
  | 'wageNowMonthEuro'
  | 'benefitMonths'
  | 'incomeWhileTrainingMonthEuro'
  | 'workLevel'
  | 'experienceYears'

function numberField(name: NumberKey & TermFieldName, min: number, max: number): TermField {
  return {
    name,
    kind: 'number',
    min,
    max,
    read: (profile) => textOf(profile[name]),
    write: (profile, text) => withNumber(text, min, max, (value) => ({ ...profile, [name]: value })),
  }
}

function studyField(
  name: TermFieldName,
  key: 'hoursPerWeek' | 'totalWeeks' | 'ownCostEuro' | 'lowestMonthEuro',
  min: number,
  max: number,
): TermField {
  return {
    name,
    kind: 'number',
    min,
    max,
    read: (profile) => textOf(profile.study?.[key]),
    write: (profile, text) => withNumber(text, min, max, (value) => ({ ...profile, study: { ...profile.study, [key]: value } })),
  }
}

function choiceField(
  name: TermFieldName,
  choices: readonly string[],
  read: (profile: Profile) => string | undefined,
  write: (profile: Profile, value: string | undefined) => Profile,
): TermField {
  return {
    name,
    kind: 'choice',
    choices,
    read: (profile) => read(profile) ?? '',
    write: (profile, text) =>
      text === '' ? write(profile, undefined) : choices.includes(text) ? write(profile, text) : undefined,
  }
}

function yesNo(
  name: TermFieldName,
  read: (profile: Profile) => boolean | undefined,
  write: (profile: Profile, value: boolean | undefined) => Profile,
): TermField {
  return choiceField(
    name,
    ['yes', 'no'],
    (profile) => (read(profile) === undefined ? undefined : read(profile) ? 'yes' : 'no'),
    (profile, value) => write(profile, value === undefined ? undefined : value === 'yes'),
  )
}

function dateField(name: 'jobEndsOn' | 'availableFrom'): TermField {
  return {
    name,
    kind: 'date',
    read: (profile) => profile[name] ?? '',
    write: (profile, text) => {
      if (text === '') return { ...profile, [name]: undefined }
      return /^20\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? { ...profile, [name]: text } : undefined
    },
  }
}

function languageField(name: 'dutch' | 'english', code: 'nl' | 'en'): TermField {
  return choiceField(
    name,
    ['1', '2', '3', '4', '5', '6'],
    (profile) => (profile.languages?.[code] === undefined ? undefined : String(profile.languages[code])),
    (profile, value) => {
      const { [code]: _old, ...others } = profile.languages ?? {}
      return { ...profile, languages: value === undefined ? others : { ...others, [code]: Number(value) as 1 } }
    },
  )
}

const weekDays = 7

const daysField: TermField = {
  name: 'days',
  kind: 'days',
  // 'Monday first, one digit a day: 1111100.
  read: ({ days }) => (days === undefined ? '' : Array.from({ length: weekDays }, (_, day) => (days >> day) & 1).join('')),
  write: (profile, text) => {
    const bits = [...text].reduce((sum, digit, day) => sum | (digit === '1' ? 1 << day : 0), 0)
    return { ...profile, days: bits === 0 ? undefined : bits }
  },
}

/** Parts of the form, each with its anchor on the page. */
export const termSections: readonly { readonly id: string; readonly fields: readonly TermField[] }[] = [
  { id: 'uren', fields: [daysField, dateField('availableFrom')] },
  {
    id: 'reizen',
    fields: [
      numberField('maxMinutes', 5, 240),
      choiceField(
        'travelMode',
        ['walk', 'bike', 'transit', 'car'],
        (profile) => profile.travelMode,
        (profile, value) => ({ ...profile, travelMode: value as Profile['travelMode'] }),
      ),
      choiceField(
        'remoteShareEnough',
        ['40', '60', '80'],
        (profile) => (profile.remoteShareEnough === undefined ? undefined : String(profile.remoteShareEnough)),
        (profile, value) => ({ ...profile, remoteShareEnough: value === undefined ? undefined : Number(value) }),
      ),
    ],
  },
  {
    id: 'geld',
    fields: [
      choiceField(
        'situation',
        ['jobEnds', 'unemployed', 'working', 'studying', 'returning', 'newcomer'],
        (profile) => profile.situation,
        (profile, value) => ({ ...profile, situation: value as Profile['situation'] }),
      ),
      dateField('jobEndsOn'),
      numberField('wageNowMonthEuro', 0, 50_000),
      numberField('benefitMonths', 0, 24),
      numberField('wageFloorMonthEuro', 0, 20_000),
      numberField('incomeWhileTrainingMonthEuro', 0, 20_000),
    ],
  },
  { id: 'talen', fields: [languageField('dutch', 'nl'), languageField('english', 'en')] },
  {
    id: 'leren',
    fields: [
      studyField('studyHours', 'hoursPerWeek', 1, 60),
      studyField('studyWeeks', 'totalWeeks', 1, 156),
      studyField('studyOwnCost', 'ownCostEuro', 0, 100_000),
      studyField('studyLowestMonth', 'lowestMonthEuro', 0, 20_000),
      yesNo(
        'studyOnline',
        (profile) => profile.study?.onlineIsFine,
        (profile, value) => ({ ...profile, study: { ...profile.study, onlineIsFine: value } }),
      ),
    ],
  },
  {
    id: 'verder',
    fields: [
      choiceField(
        'workLevel',
        ['1', '2', '3', '4', '5', '6', '7', '8'],
        (profile) => (profile.workLevel === undefined ? undefined : String(profile.workLevel)),
        (profile, value) => ({ ...profile, workLevel: value === undefined ? undefined : Number(value) }),
      ),
      numberField('experienceYears', 0, 60),
      yesNo(
        'licenceB',
        (profile) => (profile.licences === undefined ? undefined : profile.licences.includes('B')),
        (profile, value) => ({ ...profile, licences: withLicence(profile.licences, value) }),
      ),
      yesNo(
        'certificateOfConduct',
        (profile) => profile.certificateOfConduct,
        (profile, value) => ({ ...profile, certificateOfConduct: value }),
      ),
      yesNo(
        'needsPermitSponsor',
        (profile) => profile.needsPermitSponsor,
        (profile, value) => ({ ...profile, needsPermitSponsor: value }),
      ),
    ],
  },
]

function withLicence(licences: Profile['licences'], value: boolean | undefined): Profile['licences'] {
  if (value === undefined) return undefined
  const others = (licences ?? []).filter((code) => code !== 'B')
  return value ? [...others, 'B'] : others
}

function textOf(value: number | undefined): string {
  return value === undefined ? '' : String(value)
}

/** Dots and a euro sign are how people write amounts: they are read past. */
function withNumber(text: string, min: number, max: number, write: (value: number | undefined) => Profile): Profile | undefined {
  const plain = text.replace(/[€.\s]/g, '')
  if (plain === '') return write(undefined)
  const value = Number(plain)
  return /^\d+$/.test(plain) && value >= min && value <= max ? write(value) : undefined
}
