import { useLoaderData } from 'react-router'
import type { FundingAnswer } from '../../modules/funding/index.ts'
import { Alert } from '../components/alert/alert.tsx'
import { AnswersTable } from '../components/funding-answers/answers-table.tsx'
import { FundingAnswers } from '../components/funding-answers/funding-answers.tsx'
import { WageSteps } from '../components/wage-steps/wage-steps.tsx'
import { factsQuery } from '../funding/facts-query.ts'
import { loadMoney } from '../funding/load-money.ts'
import { MoneyForm } from '../funding/money-form.tsx'
import { pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { centsText } from '../words/format.ts'
import { fundingWords } from '../words/funding.ts'
import { useLanguage } from '../words/use-words.ts'

export const loader = loadMoney
// What somebody told stands in the address: nothing on the way may keep the page.
export const headers = () => ({ 'cache-control': 'no-store' })

export const meta = pageMeta(
  fundingWords,
  (words) => words.title,
  (words) => words.description,
)

const groups = ['can', 'ask', 'cannot', 'closed'] as const
const groupOf = ({ status, verdict }: FundingAnswer): (typeof groups)[number] => (status === 'open' ? verdict : 'closed')

/** Every funding scheme, open and closed, with what it says to what somebody tells here. */
export default function MoneyPage() {
  const loaded = useLoaderData<typeof loader>()
  const { answers, facts, who, wrong, questions, wages, range } = loaded
  const language = useLanguage()
  const words = fundingWords[language]
  const of = (group: (typeof groups)[number]) => answers.filter((answer) => groupOf(answer) === group)
  const answerAt = (fact: string, value: string | undefined, id: string): string =>
    value === undefined ? `#${fact}` : `${pathTo('money', language)}${factsQuery(facts, who, { [fact]: value })}#r-${id}`
  const wrongFacts = Object.keys(wrong)
  return (
    <div className="wrap">
      <div className="head">
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
      </div>
      {wrongFacts.length > 0 ? (
        <div className="mb5">
          <Alert kind="error" title={words.wrongTitle} isNew>
            <ul className="small">
              {questions
                .filter(({ fact }) => wrongFacts.includes(fact))
                .map(({ fact, text }) => (
                  <li key={fact}>
                    <a href={`#${fact}`}>{words.wrong(text)}</a>
                  </li>
                ))}
            </ul>
          </Alert>
        </div>
      ) : null}
      <div className="money-page">
        <MoneyForm loaded={loaded} />
        <div className="stack-6" id="answers">
          <div>
            <p className="bare">
              <strong>{words.counts(of('can').length, of('ask').length, of('cannot').length + of('closed').length)}</strong>{' '}
              {words.never}
            </p>
            <ul className="plain linkrow mt4">
              {groups
                .filter((group) => of(group).length > 0)
                .map((group) => (
                  <li key={group}>
                    <a href={`#${group}`}>
                      {words.groups[group]} ({of(group).length})
                    </a>
                  </li>
                ))}
            </ul>
          </div>
          {groups
            .filter((group) => of(group).length > 0)
            .map((group) => (
              <section key={group} aria-labelledby={group}>
                <h2 id={group}>{words.groups[group]}</h2>
                <p className="mt4">{words.groupsText[group]}</p>
                <FundingAnswers answers={of(group)} answerAt={answerAt} />
              </section>
            ))}
          <AnswersTable answers={answers} />
          <section aria-labelledby="wages">
            <h2 id="wages">{words.wages.title}</h2>
            <p className="mt4">
              {words.wages.lead}{' '}
              {range
                ? range.lowCents === range.highCents
                  ? words.wages.yours(centsText(range.lowCents, language))
                  : words.wages.range(centsText(range.lowCents, language), centsText(range.highCents, language))
                : null}
            </p>
            <WageSteps wages={wages} />
          </section>
          <section aria-labelledby="clause" className="prose">
            <h2 id="clause">{words.clause.title}</h2>
            <p className="mt4">{words.clause.text}</p>
            <p>
              <strong>{words.clause.void}</strong>
            </p>
            <p>{words.clause.ask}</p>
            <p className="note">{words.clause.law}</p>
          </section>
        </div>
      </div>
    </div>
  )
}
