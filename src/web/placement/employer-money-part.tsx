import { Link } from 'react-router'
import { FundingAnswers } from '../components/funding-answers/funding-answers.tsx'
import { pathTo } from '../paths.ts'
import { fundingWords } from '../words/funding.ts'
import { useLanguage } from '../words/use-words.ts'
import type { LoadedPlacement } from './load-placement.ts'

/** What the employer of a placement may get, with its hours beside the norm. */
export function EmployerMoneyPart({ loaded: { employerMoney, norms } }: { readonly loaded: LoadedPlacement }) {
  const language = useLanguage()
  const words = fundingWords[language].place
  if (employerMoney.length === 0) return null
  const [first, ...rest] = employerMoney
  return (
    <section aria-labelledby="employer-money">
      <h2 id="employer-money">{words.title}</h2>
      <p className="mt4">
        {words.lead} {norms.length > 0 ? <a href="#norms">{words.hours}</a> : null}
      </p>
      {first ? <FundingAnswers answers={[first]} /> : null}
      {rest.length > 0 ? (
        <details className="mt4">
          <summary>{words.others(rest.length)}</summary>
          <FundingAnswers answers={rest} />
        </details>
      ) : null}
      <p className="mt4">
        <Link to={`${pathTo('money', language)}?who=employer`}>{words.more}</Link>
      </p>
    </section>
  )
}
