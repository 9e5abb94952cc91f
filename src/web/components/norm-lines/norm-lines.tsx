import type { NormLine } from '../../../modules/placements/index.ts'
import { placed } from '../../placed.ts'
import { dateText, numberText, spanText } from '../../words/format.ts'
import { placementWords } from '../../words/placement.ts'
import { useLanguage } from '../../words/use-words.ts'
import { Alert } from '../alert/alert.tsx'
import { StackedTable } from '../stacked-table/stacked-table.tsx'

/** Hours of a school year against their norms: in words, as bars, and as a table. A warning comes before a norm fails. */
export function NormLines({
  lines,
  until,
  openWeeks,
}: {
  readonly lines: readonly NormLine[]
  /** Last day that counts. */
  readonly until: string
  /** Weeks that are over and have no note. */
  readonly openWeeks: number
}) {
  const language = useLanguage()
  const words = placementWords[language].norms
  const short = lines.filter(({ verdict }) => verdict === 'short')
  const number = (hours: number): string => numberText(hours, language)
  /** What will have been noted on the last day: with the weeks that are still to be noted, and without them. */
  const planned = ({ low, high }: NormLine): string => spanText(low, high, language)
  const inWords = (line: NormLine): string => {
    const sort = words.sorts[line.sort]
    if (line.verdict === 'ok') return words.ok(sort, planned(line), number(line.share))
    if (line.verdict === 'note') return words.note(sort, number(line.share), openWeeks)
    return words.short(sort, number(line.high), number(line.share), dateText(until, language), number(line.short), line.days)
  }
  return (
    <div className="stack-4">
      {short.length > 0 ? (
        <Alert kind="warn" title={words.warn}>
          {short.map((line) => (
            <p key={line.sort}>{inWords(line)}</p>
          ))}
        </Alert>
      ) : null}
      {lines
        .filter(({ verdict }) => verdict !== 'short')
        .map((line) => (
          <p key={line.sort}>{inWords(line)}</p>
        ))}
      <div className="norm-bars" aria-hidden="true">
        {lines.map((line) => {
          const most = Math.max(line.share, line.high, 1)
          return (
            <div key={line.sort}>
              <p className="small">{words.sorts[line.sort]}</p>
              <div className="norm-bar">
                <i className="nb-plan" {...placed({ at: 0, size: (100 * line.high) / most })} />
                <i className="nb-noted" {...placed({ at: 0, size: (100 * line.noted) / most })} />
                <i className="nb-norm" {...placed({ at: Math.min(99.4, (100 * line.share) / most) })} />
              </div>
            </div>
          )
        })}
      </div>
      <StackedTable
        caption={words.title}
        isCaptionHidden
        columns={[
          { title: words.columns.sort },
          { title: words.columns.noted, look: 'r' },
          { title: words.columns.plan, look: 'r' },
          { title: words.columns.norm, look: 'r' },
        ]}
        rows={lines.map((line) => ({
          key: line.sort,
          cells: [words.sorts[line.sort], number(line.noted), planned(line), number(line.share)],
        }))}
      />
      <p className="note">
        {lines.map((line) => words.perYear(number(line.norm))).join(' ')} {words.source}
      </p>
    </div>
  )
}
