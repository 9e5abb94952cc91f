import { placed } from '../../placed.ts'
import { useLanguage } from '../../words/use-words.ts'
import { type CountPair, fromTo, pairText } from './pair-text.ts'

export interface PeopleBar {
  readonly key: string
  readonly name: string
  readonly people: CountPair
  /** Who were left before: what was lost since is drawn too. */
  readonly before?: CountPair | undefined
}

/** People as bars on one scale from zero: solid for certain, dashed for what may be. The numbers stand beside them as text. */
export function PeopleBars({
  bars,
  look,
  most = Math.max(1, ...bars.map(({ people }) => fromTo(people)[1])),
}: {
  readonly bars: readonly PeopleBar[]
  readonly look: 'cost' | 'left'
  readonly most?: number
}) {
  const language = useLanguage()
  const share = (people: number): number => (100 * people) / most
  return (
    <ul className="bars pool-bars">
      {bars.map(({ key, name, people, before = people }) => {
        const [from, to] = fromTo(people)
        const lost = fromTo(before)[1] - to
        return (
          <li className="bar" key={key}>
            <div className="row between">
              <strong>{name}</strong>
              <b className="num">{pairText(people, language)}</b>
            </div>
            <div className="bar-b" aria-hidden="true">
              {from > 0 ? <i className={`${look}-sure`} {...placed({ at: 0, size: share(from) })} /> : null}
              {to > from ? <i className={`${look}-maybe`} {...placed({ at: share(from), size: share(to - from) })} /> : null}
              {lost > 0 ? <i className="cost-sure" {...placed({ at: share(to), size: share(lost) })} /> : null}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
