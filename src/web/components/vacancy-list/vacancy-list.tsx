import { Link } from 'react-router'
import type { MatchesView, VacancySummary } from '../../../modules/planning/index.ts'
import type { Language } from '../../../modules/skills/index.ts'
import { pathTo } from '../../paths.ts'
import { conditionTitle } from '../../words/conditions.ts'
import { dateText, euroText, listText, lowerFirst } from '../../words/format.ts'
import { planWords } from '../../words/plans.ts'
import { useLanguage } from '../../words/use-words.ts'
import { vacanciesWords } from '../../words/vacancies.ts'
import { Icon } from '../icon/icon.tsx'

export interface ListedVacancy {
  readonly vacancy: VacancySummary
  /** How often the employer answered people who asked; left out where too few did. */
  readonly replies?: { readonly answered: number; readonly of: number }
  readonly match?: Pick<MatchesView['matches'][number], 'fitsNow' | 'mayFit' | 'check'>
}

export function VacancyList({
  items,
  level = 'h2',
}: {
  readonly items: readonly ListedVacancy[]
  /** Under a heading of its own: h3. */
  readonly level?: 'h2' | 'h3'
}) {
  const language = useLanguage()
  return (
    <ol className="jobs" aria-label={vacanciesWords[language].list}>
      {items.map((item) => (
        <Row key={item.vacancy.id} {...item} language={language} level={level} />
      ))}
    </ol>
  )
}

function Row({
  vacancy,
  match,
  replies,
  language,
  level: Heading,
}: ListedVacancy & { readonly language: Language; readonly level: 'h2' | 'h3' }) {
  const words = vacanciesWords[language]
  const checks =
    match && !match.fitsNow ? [...new Set(match.check.map((condition) => lowerFirst(conditionTitle(condition, language))))] : []
  return (
    <li>
      <div className="stack-2">
        <div className="row tight">
          <Heading className="h3s">
            <Link to={pathTo('vacancy', language, { vacancy: vacancy.id })}>{vacancy.title}</Link>
          </Heading>
          {match?.fitsNow ? (
            <span className="tag t-have">
              <Icon name="check" />
              {words.tagNow}
            </span>
          ) : match?.mayFit ? (
            <span className="tag t-shut">
              <Icon name="question" />
              {words.tagMaybe}
            </span>
          ) : null}
          {replies ? <span className="tag">{words.tagReplies(replies.answered, replies.of)}</span> : null}
        </div>
        <p className="small">
          {[vacancy.employer, vacancy.placeName].filter(Boolean).join(', ')}.{' '}
          {vacancy.closesOn ? `${words.until(dateText(vacancy.closesOn, language))}.` : ''}
        </p>
        {checks.length > 0 ? <p className="note">{planWords[language].check(listText(checks, language))}</p> : null}
      </div>
      <p className="small num">
        <strong>{termsText(vacancy, language)}</strong>
      </p>
    </li>
  )
}

/** Hours, wage and working from home in one line; what is not known says so. */
export function termsText(vacancy: VacancySummary, language: Language): string {
  const words = vacanciesWords[language]
  const { hours, wageMonthEuro: wage, remoteShare = 0 } = vacancy
  return [
    hours ? words.hoursOf(hours[0] === hours[1] ? `${hours[1]}` : `${hours[0]} ${words.to} ${hours[1]}`) : words.hoursUnknown,
    wage ? words.wage(euroText(wage[0], language), euroText(wage[1], language)) : words.wageUnknown,
    words.remote(remoteShare),
  ]
    .filter(Boolean)
    .join(', ')
}
