import { placed } from '../../placed.ts'

export interface BudgetBar {
  readonly key: string
  /** The budget, as text. */
  readonly name: string
  /** Under the name: *your amount now*. */
  readonly note?: string | undefined
  readonly people: number
  /** Beside the bar, as text. */
  readonly value: string
  readonly isNow: boolean
}

/** What each budget would do, on one scale from zero. The numbers stand beside the bars as text, and in a table below them. */
export function BudgetBars({ bars }: { readonly bars: readonly BudgetBar[] }) {
  const most = Math.max(1, ...bars.map(({ people }) => people))
  return (
    <ul className="bars budget-bars">
      {bars.map(({ key, name, note, people, value, isNow }) => (
        <li className={isNow ? 'bar now' : 'bar'} key={key}>
          <span className="budget-name num">
            {name}
            {note === undefined ? null : <small>{note}</small>}
          </span>
          <span className="bar-b" aria-hidden="true">
            {people > 0 ? <i className={isNow ? 'mine' : 'keep'} {...placed({ at: 0, size: (100 * people) / most })} /> : null}
          </span>
          <span className="budget-value num">{value}</span>
        </li>
      ))}
    </ul>
  )
}
