import type { OutcomeSeries } from '../../../modules/outcomes/index.ts'
import { placed } from '../../placed.ts'
import { cellText } from '../../what-works/cell-text.ts'
import { useLanguage } from '../../words/use-words.ts'

/** How far people came, step by step: bars on one scale from zero, with what each says beside it as text. Too few: dashed, without a length. */
export function OutcomeFunnel({
  series,
  names,
}: {
  readonly series: OutcomeSeries
  /** Of each measure, by its code. */
  readonly names: Readonly<Record<string, string>>
}) {
  const language = useLanguage()
  const longest = Math.max(1, ...series.cells.map(({ count }) => count ?? 0))
  return (
    <ul className="bars outcome-bars">
      {series.cells
        .filter(({ state }) => state !== 'unknown')
        .map((cell) => (
          <li className="bar" key={cell.code}>
            <span className="outcome-name">{names[cell.code]}</span>
            <span className={cell.state === 'few' ? 'bar-b few' : 'bar-b'} aria-hidden="true">
              {cell.count === undefined ? null : (
                <i className="keep" {...placed({ at: 0, size: (100 * cell.count) / longest })} />
              )}
            </span>
            <span className="outcome-value num">{cellText(cell, language)}</span>
          </li>
        ))}
    </ul>
  )
}
