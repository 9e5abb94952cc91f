import { Form, Link } from 'react-router'
import type { OfferShown } from '../../modules/risk-cases/index.ts'
import { pathTo } from '../paths.ts'
import { dateText } from '../words/format.ts'
import { riskCaseWords } from '../words/risk-cases.ts'
import { useLanguage } from '../words/use-words.ts'

/** Vacancies and courses of a group, each with a button to take it off where that may be done. */
export function OfferList({ offers, mayTakeOff }: { readonly offers: readonly OfferShown[]; readonly mayTakeOff: boolean }) {
  const language = useLanguage()
  const words = riskCaseWords[language].offers
  if (offers.length === 0) return <p className="mt4">{words.none}</p>
  return (
    <ul className="find card mt4">
      {offers.map((offer) => (
        <li key={`${offer.kind} ${offer.target}`} className="row between">
          <div>
            {offer.title === undefined ? (
              <span className="unk">
                {offer.target} {words.gone}
              </span>
            ) : (
              <Link
                to={
                  offer.kind === 'vacancy'
                    ? pathTo('vacancy', language, { vacancy: offer.target })
                    : pathTo('programme', language, { programme: offer.programme })
                }
              >
                {offer.title}
              </Link>
            )}
            <p className="small">
              {[offer.by, offer.startsOn && words.starts(dateText(offer.startsOn, language))].filter(Boolean).join(', ')}
            </p>
          </div>
          {mayTakeOff ? (
            <Form method="post">
              <input type="hidden" name="intent" value="takeOff" />
              <input type="hidden" name="kind" value={offer.kind} />
              <input type="hidden" name="target" value={offer.target} />
              <button className="btn btn-3 btn-s" type="submit">
                {words.remove} <span className="vh">{words.removeWhich(offer.title ?? offer.target)}</span>
              </button>
            </Form>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
