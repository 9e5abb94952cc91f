import { Link } from 'react-router'
import type { FundingLine } from '../../../modules/planning/index.ts'
import { pathTo } from '../../paths.ts'
import { fundingWords } from '../../words/funding.ts'
import { useLanguage } from '../../words/use-words.ts'
import { sumText } from '../funding-answers/sum-text.ts'
import { Icon } from '../icon/icon.tsx'

/** Schemes beside a plan: what may pay for the person, and apart from it what the employer may get. Neither makes a plan cheaper. */
export function PlanFunding({
  person,
  employer,
  isPaidByEmployer,
}: {
  readonly person: readonly FundingLine[]
  readonly employer: readonly FundingLine[]
  /** An employer pays a training, or may. */
  readonly isPaidByEmployer: boolean
}) {
  const language = useLanguage()
  const words = fundingWords[language].plan
  // Loans stand with their amounts beside the payers already.
  const shown = person.filter(({ isLoan }) => !isLoan)
  if (shown.length + employer.length === 0 && !isPaidByEmployer) return null
  return (
    <div className="stack-5 mt5">
      {shown.length > 0 ? (
        <div>
          <h3 className="h4">{words.person}</h3>
          <p>{words.personText}</p>
          <Lines lines={shown} who="person" />
        </div>
      ) : null}
      {isPaidByEmployer ? (
        <p className="repay-note">
          <Icon name="warning" />
          <span>{words.clause}</span>
        </p>
      ) : null}
      {employer.length > 0 ? (
        <div className="employer-money">
          <h3 className="h4">{words.employer}</h3>
          <p>{words.employerText}</p>
          <Lines lines={employer} who="employer" />
        </div>
      ) : null}
      <p>
        <Link to={`${pathTo('money', language)}?who=person`}>{words.more}</Link>
      </p>
    </div>
  )
}

function Lines({ lines, who }: { readonly lines: readonly FundingLine[]; readonly who: 'person' | 'employer' }) {
  const language = useLanguage()
  const words = fundingWords[language]
  return (
    <ul className="plain funding-lines">
      {lines.map(({ scheme, label, verdict, decides, sum }) => (
        <li key={scheme}>
          <span className={verdict === 'can' ? 'tag t-accent' : 'tag t-open'}>
            <Icon name={verdict === 'can' ? 'check' : 'question'} />
            {words.answers[verdict]}
          </span>
          <span>
            <Link to={`${pathTo('money', language)}?who=${who}#r-${scheme}`}>{label}</Link>.{' '}
            <span className="small">
              {sumText(sum, language)} {verdict === 'ask' ? words.askWhom(decides) : words.decides(decides)}
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}
