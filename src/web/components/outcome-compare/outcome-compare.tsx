import type { ComparedGroup, OutcomeSeries } from '../../../modules/outcomes/index.ts'
import { placed } from '../../placed.ts'
import { barSizes, cellText, costText, fromText, timeText } from '../../what-works/cell-text.ts'
import { useLanguage } from '../../words/use-words.ts'
import { whatWorksWords } from '../../words/what-works.ts'
import { StackedTable } from '../stacked-table/stacked-table.tsx'

/** One table of what counts the same, with bars above it: a share of its own whole where that is known, and otherwise of the longest. */
export function OutcomeCompare({
  group,
  names,
}: {
  readonly group: ComparedGroup
  readonly names: Readonly<Record<string, string>>
}) {
  const language = useLanguage()
  const words = whatWorksWords[language]
  const columns = group.columns.map(({ subject, series }) => ({
    key: `${subject.kind} ${subject.id} ${series.from} ${series.year}`,
    name: subject.name[language],
    time: timeText(series, language),
    from: fromText(series, language),
    series,
  }))
  const mostCost = Math.max(0, ...columns.map(({ series }) => series.costPerPlacement ?? 0))
  const hasCost = mostCost > 0
  return (
    <div className="stack-5">
      <ul className="plain stack-5">
        {group.rows.map(({ code, cells }) => {
          const sizes = barSizes(cells)
          return (
            <li key={code}>
              <h3 className="h4">{names[code]}</h3>
              <ul className="bars outcome-bars">
                {cells.map((cell, at) =>
                  cell.state === 'unknown' ? null : (
                    <li className="bar" key={columns[at]?.key}>
                      <span className="outcome-name">
                        {columns[at]?.name}
                        <NotCounted from={columns[at]?.series.from} />
                      </span>
                      <span className={cell.state === 'shown' ? 'bar-b' : 'bar-b few'} aria-hidden="true">
                        {cell.count === undefined ? null : <i className="keep" {...placed({ at: 0, size: sizes[at] ?? 0 })} />}
                      </span>
                      <span className="outcome-value num">{cellText(cell, language)}</span>
                    </li>
                  ),
                )}
              </ul>
            </li>
          )
        })}
        {hasCost ? (
          <li>
            <h3 className="h4">{words.cost}</h3>
            <ul className="bars outcome-bars">
              {columns.map(({ key, name, series }) =>
                series.costPerPlacement === undefined ? null : (
                  <li className="bar" key={key}>
                    <span className="outcome-name">
                      {name}
                      <NotCounted from={series.from} />
                    </span>
                    <span className="bar-b" aria-hidden="true">
                      <i className="keep" {...placed({ at: 0, size: (100 * series.costPerPlacement) / mostCost })} />
                    </span>
                    <span className="outcome-value num">{costText(series, language)}</span>
                  </li>
                ),
              )}
            </ul>
            <p className="note">{words.costNote}</p>
          </li>
        ) : null}
      </ul>
      <details className="twin">
        <summary>{words.section.table}</summary>
        <StackedTable
          caption={words.group[group.period]}
          isCaptionHidden
          columns={[{ title: words.measure }, { title: words.apart.of }, { title: words.howMany }, { title: words.fromTitle }]}
          rows={[
            ...group.rows.flatMap(({ code, cells }) =>
              columns.map(({ key, name, from, time }, at) => {
                const cell = cells[at]
                return {
                  key: `${code} ${key}`,
                  cells: [names[code] ?? code, `${name}, ${time}`, cell ? cellText(cell, language) : words.unknown, from],
                }
              }),
            ),
            ...(hasCost
              ? columns.map(({ key, name, time, series }) => ({
                  key: `cost ${key}`,
                  cells: [words.cost, `${name}, ${time}`, costText(series, language), words.costNote],
                }))
              : []),
          ]}
        />
      </details>
    </div>
  )
}

function NotCounted({ from }: { readonly from: OutcomeSeries['from'] | undefined }) {
  const words = whatWorksWords[useLanguage()].fromShort
  return from === undefined || from === 'counted' ? null : <small>{words[from]}</small>
}
