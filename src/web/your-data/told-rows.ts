import type { Profile } from '../../modules/people/index.ts'
import type { Language } from '../../modules/skills/index.ts'
import { type TermField, termSections } from '../profile/term-fields.ts'
import { cefrText, dateText, euroText, languageName, listText } from '../words/format.ts'
import { profileWords } from '../words/profile.ts'
import { skillWords } from '../words/skills.ts'
import { yourDataWords } from '../words/your-data.ts'

/** One thing that somebody told: what, what they said (many values as a list), and what it is used for. */
export interface ToldRow {
  readonly what: string
  readonly values: readonly string[]
  readonly why: string
}

/** Names of what the profile holds by id. */
export type Naming = Readonly<Record<'label' | 'region' | 'scheme', (id: string) => string>>

type Why = keyof (typeof yourDataWords)['nl']['why']

/** Everything that is kept of a profile, field by field; what was not said is left out. */
export function toldRows(profile: Profile, { label, region, scheme }: Naming, language: Language): readonly ToldRow[] {
  const { rows, diploma, why } = yourDataWords[language]
  const profileText = profileWords[language]
  const { levels, evidence } = skillWords[language]
  const answer = (value: Profile['answers'][string]): string =>
    typeof value === 'number' ? levels[value] : profileText.answers[value]
  const goal = [...(profile.goal?.occupations ?? []).map(label), ...(profile.goal?.regions ?? []).map(region)]
  const one = (value: string | undefined): readonly string[] => (value ? [value] : [])
  const all: readonly (readonly [string, readonly string[], Why])[] = [
    [rows.occupations, one(listText(profile.occupations.map(label), language)), 'occupations'],
    [rows.answers, Object.entries(profile.answers).map(([id, value]) => `${label(id)}: ${answer(value)}`), 'skills'],
    [
      rows.evidence,
      Object.entries(profile.evidence ?? {}).map(([id, value]) => `${label(id)}: ${evidence[value].toLowerCase()}`),
      'evidence',
    ],
    [rows.hours, one(profile.hours?.join(' - ')), 'routes'],
    [rows.place, one(profile.postcode4 ?? profile.municipality), 'place'],
    ...termRows(profile, language),
    [
      rows.languages,
      one(
        Object.entries(profile.languages ?? {})
          .map(([code, level]) => `${languageName(code, language)} ${cefrText(level)}`)
          .join(', '),
      ),
      'routes',
    ],
    [
      rows.diplomas,
      one(
        (profile.diplomas ?? []).map(({ level, field }) => `${diploma(String(level))}${field ? ` (${field})` : ''}`).join(', '),
      ),
      'routes',
    ],
    [rows.goal, one(listText(goal, language)), 'goal'],
    [rows.preference, one(profile.preference && profileText.preferences[profile.preference]), 'goal'],
    [
      rows.funding,
      Object.entries(profile.funding ?? {}).map(([id, value]) => `${scheme(id)}: ${profileText.funding[value]}`),
      'money',
    ],
  ]
  return all.flatMap(([what, values, use]) => (values.length > 0 ? [{ what, values, why: why[use] }] : []))
}

/** How many answers somebody gave: each skill is one, and each of the other fields. */
export function countAnswers(rows: readonly ToldRow[]): number {
  return rows.reduce((sum, { values }) => sum + values.length, 0)
}

function termRows(profile: Profile, language: Language): (readonly [string, readonly string[], Why])[] {
  const words = profileWords[language]
  return termSections
    .flatMap(({ fields }) => fields)
    .filter(({ name }) => name !== 'dutch' && name !== 'english')
    .map((field) => {
      const text = field.read(profile)
      const { label, choices } = words.fields[field.name]
      const use: Why = isEuro(field.name) || field.name.startsWith('wage') ? 'money' : 'routes'
      const value =
        field.kind === 'days'
          ? words.dayNames.filter((_, day) => text[day] === '1').join(', ')
          : (choices?.[text] ?? (text === 'yes' ? words.yes : text === 'no' ? words.no : shown(field, text, language)))
      return [label, value ? [value] : [], use] as const
    })
}

/** As people read it: amounts and days. */
function shown({ name, kind }: TermField, text: string, language: Language): string {
  if (text === '') return ''
  if (kind === 'date') return dateText(text, language)
  return isEuro(name) ? euroText(Number(text), language) : text
}

function isEuro(name: TermField['name']): boolean {
  return name.endsWith('MonthEuro') || name === 'studyOwnCost' || name === 'studyLowestMonth'
}
