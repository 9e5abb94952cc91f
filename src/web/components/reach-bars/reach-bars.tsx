import { placed } from '../../placed.ts'
import { algorithmWords } from '../../words/algorithm.ts'
import { numberText } from '../../words/format.ts'
import { useLanguage } from '../../words/use-words.ts'

/** Jobs within reach, on average per person: for certain, and possibly. */
export interface AverageReach {
  readonly certain: number
  readonly possible: number
}

export interface ReachRow {
  readonly key: string
  readonly name: string
  /** What differs between the two people. */
  readonly says: string
  readonly without: AverageReach
  readonly with: AverageReach
  /** Sentences that say why, from the engine's own conditions. */
  readonly why: readonly string[]
}

/** For each thing in which two people differ: what is in reach without it and with it, on one scale from zero. The values stand beside as text. */
export function ReachBars({ rows }: { readonly rows: readonly ReachRow[] }) {
  const words = algorithmWords[useLanguage()]
  const most = Math.max(1, ...rows.flatMap((row) => [row.without.possible, row.with.possible]))
  return (
    <ul className="bars reach-bars">
      {rows.map((row) => (
        <li className="bar" key={row.key}>
          <h4>{row.name}</h4>
          <p className="note">{row.says}</p>
          <Line name={words.without} reach={row.without} most={most} />
          <Line name={words.with} reach={row.with} most={most} />
          <p className="small">{row.why.join(' ')}</p>
        </li>
      ))}
    </ul>
  )
}

function Line({ name, reach, most }: { readonly name: string; readonly reach: AverageReach; readonly most: number }) {
  const language = useLanguage()
  const words = algorithmWords[language]
  const { certain, possible } = reach
  return (
    <div className="reach-line">
      <span className="reach-name">{name}</span>
      <div className="bar-b" aria-hidden="true">
        {certain > 0 ? <i className="left-sure" {...placed({ at: 0, size: (100 * certain) / most })} /> : null}
        {possible > certain ? (
          <i className="left-maybe" {...placed({ at: (100 * certain) / most, size: (100 * (possible - certain)) / most })} />
        ) : null}
      </div>
      <span className="num reach-value">{words.reach(numberText(certain, language), numberText(possible, language))}</span>
    </div>
  )
}
