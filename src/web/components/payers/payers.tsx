import { Link } from 'react-router'
import type { Loan, Payer } from '../../../modules/planning/index.ts'
import { pathTo } from '../../paths.ts'
import { placed } from '../../placed.ts'
import { dateText, euroText } from '../../words/format.ts'
import { initiativesWords } from '../../words/initiatives.ts'
import { planPageWords } from '../../words/plan.ts'
import { useLanguage } from '../../words/use-words.ts'

/** A dated rule behind an amount. */
export interface RuleNote {
  readonly id: string
  readonly title: string
  readonly checkedOn: string
  readonly sourceUrl?: string
  readonly note?: string
}

/** Who pays what. What must be asked for is striped and never counted. */
export function Payers({ payers, rules = [] }: { readonly payers: readonly Payer[]; readonly rules?: readonly RuleNote[] }) {
  const language = useLanguage()
  const words = planPageWords[language]
  if (payers.length === 0) return <p>{words.payNothing}</p>
  const named = (payer: Payer): string => words.payers[payer.who] ?? payer.label
  // `you` holds what is left when nobody else pays; what may still be asked for is a part of it.
  const ask = payers.filter(({ certainty }) => certainty === 'ask').reduce((sum, { euro }) => sum + euro, 0)
  const share = (payer: Payer): number => (payer.who === 'you' ? Math.max(0, payer.euro - ask) : payer.euro)
  const total = payers.reduce((sum, payer) => sum + share(payer), 0)
  return (
    <>
      <div className="pay" aria-hidden="true">
        {payers.map((payer) =>
          share(payer) === 0 ? null : (
            <span
              key={`${payer.who} ${payer.certainty}`}
              className={payClass(payer)}
              {...placed({ size: (100 * share(payer)) / total })}
            >
              {euroText(share(payer), language)}
            </span>
          ),
        )}
      </div>
      <ul className="plain stack-2">
        {payers.map((payer) => (
          <li key={`${payer.who} ${payer.certainty}`}>
            <strong>
              {named(payer)}: {euroText(payer.euro, language)}.
            </strong>{' '}
            {payer.who === 'you' && ask > 0
              ? words.payYouAtMost
              : payer.certainty === 'sure'
                ? words.paySure
                : payer.certainty === 'can'
                  ? words.payCan
                  : words.payAsk}
          </li>
        ))}
      </ul>
      <RuleNotes rules={rules} />
    </>
  )
}

function RuleNotes({ rules }: { readonly rules: readonly RuleNote[] }) {
  const language = useLanguage()
  const words = planPageWords[language]
  return rules.map((rule) => (
    <p className="note" key={rule.id}>
      {words.payRule(rule.title, dateText(rule.checkedOn, language))} {rule.note ? `${rule.note} ` : ''}
      {rule.sourceUrl ? <a href={rule.sourceUrl}>{words.paySource}</a> : null}
    </p>
  ))
}

function payClass({ who, certainty }: Payer): string {
  if (who === 'you') return 'j'
  return certainty === 'ask' ? 'ask' : 'u'
}

/** A loan that one can ask for, with the page that tells about it, where there is one. */
export interface ShownLoan extends Loan {
  readonly initiative?: { readonly id: string; readonly name: string }
}

/** Loans beside the payers: they make nothing cheaper, and are never in the bar. */
export function Loans({ loans, rules = [] }: { readonly loans: readonly ShownLoan[]; readonly rules?: readonly RuleNote[] }) {
  const language = useLanguage()
  const words = initiativesWords[language]
  if (loans.length === 0) return null
  const amount = ({ label, fromEuro, toEuro }: Loan): string => {
    if (toEuro === undefined) return words.lendAsk(label)
    const to = euroText(toEuro, language)
    return fromEuro === undefined ? words.lendUpTo(label, to) : words.lendAmount(label, euroText(fromEuro, language), to)
  }
  return (
    <div className="mt5">
      <h3 className="h4">{words.lend}</h3>
      <p>{words.lendLead}</p>
      <ul className="plain stack-2">
        {loans.map((loan) => (
          <li key={loan.scheme}>
            {amount(loan)}{' '}
            {loan.initiative ? (
              <Link to={pathTo('initiative', language, { initiative: loan.initiative.id })}>
                {words.lendMore(loan.initiative.name)}
              </Link>
            ) : null}
          </li>
        ))}
      </ul>
      <RuleNotes rules={rules} />
    </div>
  )
}
