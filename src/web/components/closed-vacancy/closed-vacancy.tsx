import { Link } from 'react-router'
import { pathTo } from '../../paths.ts'
import type { LikeVacancies } from '../../search/like-vacancies.ts'
import { dateText, numberText } from '../../words/format.ts'
import { useLanguage } from '../../words/use-words.ts'
import { vacancyWords } from '../../words/vacancy.ts'
import { Alert } from '../alert/alert.tsx'
import { VacancyList } from '../vacancy-list/vacancy-list.tsx'

/** On the page of a vacancy that is no longer open: that it is, since when, and others like it. */
export function ClosedVacancy({
  isWithdrawn,
  closesOn,
  like,
}: {
  readonly isWithdrawn: boolean
  readonly closesOn?: string | undefined
  readonly like?: LikeVacancies | undefined
}) {
  const language = useLanguage()
  const words = vacancyWords[language]
  const why = isWithdrawn ? words.withdrawn : closesOn === undefined ? words.closed : words.closedOn(dateText(closesOn, language))
  return (
    <>
      <Alert kind="info" title={isWithdrawn ? words.withdrawnTitle : words.closedTitle}>
        <p className="small">
          {why} {like ? null : <Link to={pathTo('vacancies', language)}>{words.closedMore}</Link>}
        </p>
      </Alert>
      {like ? (
        <section className="mt5" aria-labelledby="like">
          <h2 id="like" className="h3">
            {words.like(numberText(like.total, language), like.total === 1)}
          </h2>
          <div className="mt4">
            <VacancyList items={like.items} level="h3" />
          </div>
          <p className="mt4">
            <Link className="btn btn-2" to={like.href}>
              {words.likeAll}
            </Link>
          </p>
        </section>
      ) : null}
    </>
  )
}
