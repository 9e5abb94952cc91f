import { Link } from 'react-router'
import { pathTo } from '../../paths.ts'
import { numberText } from '../../words/format.ts'
import { planWords } from '../../words/plans.ts'
import { useLanguage } from '../../words/use-words.ts'

/** An empty profile gets wide answers and an invitation, never nothing. */
export function EmptyProfile({ vacancies }: { readonly vacancies: number }) {
  const language = useLanguage()
  const words = planWords[language]
  return (
    <div className="card card-ink mb5">
      <h2 className="h3">{words.profileEmptyTitle}</h2>
      <p>{words.profileEmpty(numberText(vacancies, language))}</p>
      <p className="row">
        <Link className="btn" to={pathTo('profile', language)}>
          {words.profileEmptyAction}
        </Link>
      </p>
    </div>
  )
}
