import type { ReactNode } from 'react'

export interface StackedColumn {
  readonly title: string
  /** `r`: numbers, to the right; `nowrap`: dates. */
  readonly look?: 'r' | 'nowrap'
  /** Language of what stands in it, where it is not that of the page. */
  readonly lang?: string
}

export interface StackedRow {
  readonly key: string
  /** One for each column; the first names the row. */
  readonly cells: readonly ReactNode[]
}

/** A table that becomes cards on a small screen, each value then with the name of its column. */
export function StackedTable({
  caption,
  isCaptionHidden = false,
  columns,
  rows,
}: {
  readonly caption: string
  /** When a heading above says the same. */
  readonly isCaptionHidden?: boolean
  readonly columns: readonly StackedColumn[]
  readonly rows: readonly StackedRow[]
}) {
  return (
    <div className="scroll">
      <table className="stacked">
        <caption className={isCaptionHidden ? 'vh' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ title, look }) => (
              <th scope="col" className={look} key={title}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [name, ...values] }) => (
            <tr key={key}>
              <th scope="row" lang={columns[0]?.lang}>
                {name}
              </th>
              {values.map((value, index) => {
                const column = columns[index + 1]
                return (
                  <td key={column?.title} className={column?.look} data-l={column?.title} lang={column?.lang}>
                    {value}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
