import { adviceWords } from '../../words/advice.ts'
import { folkWords, languagesText } from '../../words/folk.ts'
import { euroText, listText } from '../../words/format.ts'
import { profileFieldWords } from '../../words/profile-fields.ts'
import { skillWords } from '../../words/skills.ts'
import { useLanguage } from '../../words/use-words.ts'

/** A profile as an adviser sees it: with names of skills and work, and a region instead of a place. */
export interface AdvisedProfileView {
  readonly situation?: string | undefined
  readonly occupations: readonly string[]
  readonly experienceYears?: number | undefined
  readonly regionName?: string | undefined
  readonly hours?: readonly [number, number] | undefined
  readonly maxMinutes?: number | undefined
  readonly wageFloorMonthEuro?: number | undefined
  readonly study?:
    | {
        readonly hoursPerWeek?: number | undefined
        readonly totalWeeks?: number | undefined
        readonly ownCostEuro?: number | undefined
      }
    | undefined
  readonly diplomaLevels: readonly number[]
  readonly languages?: Readonly<Record<string, number>> | undefined
  readonly skills: readonly {
    readonly id: string
    readonly label: string
    readonly level?: 1 | 2 | 3 | 4 | undefined
    readonly isProven: boolean
  }[]
}

/** What a person told, without what could say who it is. What was not told is said to be unknown. */
export function AdvisedProfile({ profile }: { readonly profile: AdvisedProfileView }) {
  const language = useLanguage()
  const words = adviceWords[language].profile
  return (
    <section aria-labelledby="profile">
      <h2 id="profile">{words.title}</h2>
      <dl className="dl wide mt4">
        {factsOf(profile, language).map(([name, parts]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{parts.length === 0 ? <span className="unk">{words.unknown}</span> : parts.join(', ')}</dd>
          </div>
        ))}
      </dl>
      {profile.skills.length > 0 ? (
        <details className="twin">
          <summary>
            {words.skills} ({profile.skills.length})
          </summary>
          <ul className="plain shown-skills mt4">
            {profile.skills.map(({ id, label, level, isProven }) => (
              <li key={id}>
                <strong>{label}</strong>{' '}
                <span className="note">
                  {[level && skillWords[language].levels[level], isProven ? words.proven : undefined].filter(Boolean).join(', ')}
                </span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  )
}

function factsOf(profile: AdvisedProfileView, language: 'nl' | 'en'): [string, string[]][] {
  const words = adviceWords[language].profile
  const folk = folkWords[language]
  const said = (...parts: (string | undefined)[]): string[] => parts.filter((part) => part !== undefined)
  const { study = {}, situation, hours, experienceYears, wageFloorMonthEuro, maxMinutes, languages } = profile
  return [
    [words.situation, said(situation && profileFieldWords[language].situation.choices?.[situation])],
    [
      words.work,
      said(
        profile.occupations.length > 0 ? listText(profile.occupations, language) : undefined,
        experienceYears === undefined ? undefined : words.years(experienceYears),
      ),
    ],
    [words.region, said(profile.regionName)],
    [
      words.terms,
      said(
        hours && folk.hours(...hours),
        maxMinutes === undefined ? undefined : words.travel(maxMinutes),
        wageFloorMonthEuro === undefined ? undefined : words.wage(euroText(wageFloorMonthEuro, language)),
      ),
    ],
    [
      words.study,
      said(
        study.hoursPerWeek === undefined ? undefined : words.studyHours(study.hoursPerWeek),
        study.totalWeeks === undefined ? undefined : words.studyWeeks(study.totalWeeks),
        study.ownCostEuro === undefined ? undefined : words.studyCost(euroText(study.ownCostEuro, language)),
      ),
    ],
    [words.diplomas, profile.diplomaLevels.map((level) => folk.diploma(level).replace(/\.$/, ''))],
    [words.languages, said(languages && languagesText(languages as never, language))],
  ]
}
