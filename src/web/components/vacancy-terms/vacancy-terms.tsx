import type { VacancyFacts } from '../../../modules/vacancies/index.ts'
import { conditionWords } from '../../words/conditions.ts'
import { cefrText, languageName, listText } from '../../words/format.ts'
import { profileWords } from '../../words/profile.ts'
import { useLanguage } from '../../words/use-words.ts'
import { vacancyWords } from '../../words/vacancy.ts'

/** The terms of a vacancy; one that it does not name says so. */
export function VacancyTerms({ facts }: { readonly facts: VacancyFacts }) {
  const language = useLanguage()
  const words = vacancyWords[language]
  const { termNames: names } = words
  const { nlqf } = conditionWords[language]
  const level = (value: number): string => nlqf[value - 1] ?? String(value)
  const { languages, workLevel, diplomaOnly, days } = facts
  const rows: readonly (readonly [string, string | undefined])[] = [
    [
      names.languages,
      languages &&
        listText(
          languages.map((one) => `${languageName(one.code, language)} ${cefrText(one.level)}`),
          language,
        ),
    ],
    [
      names.workLevel,
      workLevel &&
        (workLevel.orYears === undefined ? level(workLevel.level) : words.levelOr(level(workLevel.level), workLevel.orYears)),
    ],
    [names.diploma, diplomaOnly && level(diplomaOnly.level)],
    [names.experience, facts.experienceYears === undefined ? undefined : words.years(facts.experienceYears)],
    [names.licences, facts.licences && listText(facts.licences, language)],
    [names.conduct, facts.certificateOfConduct ? words.yes : undefined],
    [names.permit, facts.sponsorsPermit === undefined ? undefined : facts.sponsorsPermit ? words.permitYes : words.permitNo],
    [
      names.days,
      days === undefined
        ? undefined
        : listText(
            profileWords[language].dayNames.filter((_, day) => ((days >> day) & 1) === 1),
            language,
          ),
    ],
    [names.trainings, trainingText(facts, words)],
  ]
  return (
    <dl className="dl card mt4">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value ?? <span className="unk">{words.notNamed}</span>}</dd>
        </div>
      ))}
    </dl>
  )
}

function trainingText(facts: VacancyFacts, words: (typeof vacancyWords)['nl']): string | undefined {
  if (facts.carriedBy !== undefined) return words.dualOnly
  if (facts.acceptsTrainings === undefined || facts.acceptsTrainings.length === 0) return undefined
  return facts.paysTraining ? `${words.trainsYes}. ${words.trainsPays}.` : words.trainsYes
}
