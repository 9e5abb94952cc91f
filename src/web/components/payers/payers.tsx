import type { Payer } from '../../../modules/planning/index.ts'
import { dateText, euroText } from '../../words/format.ts'
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
  return (
    <>
      <div className="pay" aria-hidden="true">
        {payers.map((payer) =>
          share(payer) === 0 ? null : (
            <span
              key={`${payer.who} ${payer.certainty}`}
              className={payClass(payer)}
              style={{ flexGrow: Math.max(1, share(payer)) }}
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
      {rules.map((rule) => (
        <p className="note" key={rule.id}>
          {words.payRule(rule.title, dateText(rule.checkedOn, language))} {rule.note ? `${rule.note} ` : ''}
          {rule.sourceUrl ? <a href={rule.sourceUrl}>{words.paySource}</a> : null}
        </p>
      ))}
    </>
  )
}

function payClass({ who, certainty }: Payer): string {
  if (who === 'you') return 'j'
  return certainty === 'ask' ? 'ask' : 'u'
}
