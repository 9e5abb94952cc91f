import type { RoundedPair } from '../../../modules/engines/index.ts'
import { placed } from '../../placed.ts'
import { programmeDemandWords } from '../../words/programme-demand.ts'
import { useLanguage } from '../../words/use-words.ts'
import { fromTo, isHidden, pairText } from '../pool-effect/pair-text.ts'

export interface KeepOutBar {
  readonly key: string
  readonly name: string
  /** Why it keeps somebody out, in a few words. */
  readonly why: string
  readonly against: RoundedPair
  /** How many more could begin without it alone. */
  readonly alone: RoundedPair
}

/** Whom each thing that a training asks stands against, as bars on one scale from zero: striped for certain, dashed for what may be. */
export function KeepOutBars({ bars }: { readonly bars: readonly KeepOutBar[] }) {
  const language = useLanguage()
  const words = programmeDemandWords[language].waiting
  const most = Math.max(1, ...bars.map(({ against }) => fromTo(against)[1]))
  const share = (people: number): number => (100 * people) / most
  return (
    <ul className="bars pool-bars keep-out">
      {bars.map(({ key, name, why, against, alone }) => {
        const [from, to] = fromTo(against)
        return (
          <li className="bar" key={key}>
            <div className="row between">
              <span>
                <strong>{name}</strong> <span className="note">{why}</span>
              </span>
              <b className="num">{pairText(against, language)}</b>
            </div>
            <div className="bar-b" aria-hidden="true">
              {from > 0 ? <i className="cost-sure" {...placed({ at: 0, size: share(from) })} /> : null}
              {to > from ? <i className="cost-maybe" {...placed({ at: share(from), size: share(to - from) })} /> : null}
            </div>
            <p className="note">{isHidden(alone) ? words.aloneFew : words.alone(pairText(alone, language))}</p>
          </li>
        )
      })}
    </ul>
  )
}
