import { Link } from 'react-router'
import { pathTo } from '../../paths.ts'
import { adviceWords } from '../../words/advice.ts'
import { dateText, euroText } from '../../words/format.ts'
import { fundingWords } from '../../words/funding.ts'
import { useLanguage } from '../../words/use-words.ts'

/** A scheme with its dated rule, and what the person said of it. */
export interface FundingRule {
  readonly id: string
  readonly title: string
  readonly answer: 'can' | 'cannot' | 'ask'
  readonly isLoan: boolean
  /** At most; left out where the rule names no amount. */
  readonly euro?: number | undefined
  readonly note?: string | undefined
  readonly checkedOn?: string | undefined
  readonly isSure: boolean
  readonly sourceUrl?: string | undefined
}

const tags = { can: 'tag t-accent', cannot: 'tag t-shut', ask: 'tag t-open' } as const

/** Can, cannot or ask, for each scheme: never a decision, and always with who takes it. */
export function FundingRules({ rules, isYou }: { readonly rules: readonly FundingRule[]; readonly isYou: boolean }) {
  const language = useLanguage()
  const words = adviceWords[language].funding
  return (
    <section aria-labelledby="funding">
      <h2 id="funding">{words.title}</h2>
      <p className="mt4">{isYou ? words.leadYou : words.lead}</p>
      {rules.length === 0 ? <p className="mt4">{words.none}</p> : null}
      <ul className="plain advice-rules mt4">
        {rules.map((rule) => (
          <li className="card" key={rule.id}>
            <p className="row bare">
              <span className={tags[rule.answer]}>{words.answers[rule.answer]}</span>
              <strong>{rule.title}</strong>
            </p>
            <p className="bare">
              {(isYou ? words.toldYou : words.told)[rule.answer]} <strong>{words.decides[rule.id] ?? words.decidesOther}</strong>
            </p>
            <p className="small bare">
              {[
                rule.euro === undefined ? undefined : words.amount(euroText(rule.euro, language)),
                rule.isLoan && rule.note === undefined ? words.loan : undefined,
                rule.note,
              ]
                .filter(Boolean)
                .join(' ')}
            </p>
            <p className="note bare">
              {rule.checkedOn === undefined ? '' : words.checked(dateText(rule.checkedOn, language))}{' '}
              {rule.isSure ? '' : words.unsure} {rule.sourceUrl ? <a href={rule.sourceUrl}>{words.source}</a> : null}
            </p>
          </li>
        ))}
      </ul>
      <p className="mt4">
        <Link to={`${pathTo('money', language)}?who=person`}>{fundingWords[language].plan.more}</Link>
      </p>
    </section>
  )
}
