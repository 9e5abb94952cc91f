import { useId } from 'react'
import type { MoneyMonth } from '../../../modules/planning/index.ts'
import type { Language } from '../../../modules/skills/index.ts'
import { placed } from '../../placed.ts'
import { euroText, monthShort, monthText, numberText } from '../../words/format.ts'
import { moneyWords } from '../../words/money.ts'
import { useLanguage } from '../../words/use-words.ts'

const width = 760
const left = 62
const floor = 286
const top = 30
const mostWideMonths = 18

/** Income per month: wage solid, benefit striped, unknown an empty dashed box; the same as a table below it. */
export function MoneyChart({
  months,
  wageNow,
}: {
  readonly months: readonly MoneyMonth[]
  readonly wageNow?: number | undefined
}) {
  const language = useLanguage()
  const words = moneyWords[language]
  const shown = months.slice(0, mostWideMonths)
  const highest = Math.max(1000, wageNow ?? 0, ...shown.map(({ euro, range }) => euro ?? range?.highEuro ?? 0))
  return (
    <>
      <div className="card money">
        <div className="only-wide">
          <WideBars months={shown} highest={highest} wageNow={wageNow} />
        </div>
        <ul className="mbars only-small" aria-hidden="true">
          {shown.map(({ month, kind, euro, range }) => (
            <li key={month}>
              {monthShort(month, language)}
              <span>
                <i
                  className={barClass(kind)}
                  {...placed({ size: ((euro ?? range?.highEuro ?? highest * 0.2) / highest) * (range ? 40 : 68) })}
                />
                <b className="num">{amountText({ euro, range }, language)}</b>
              </span>
            </li>
          ))}
        </ul>
        <ul className="legend">
          <li>
            <span className="strip" aria-hidden="true">
              <i />
            </span>
            {words.legend.wage}
          </li>
          <li>
            <span className="strip" aria-hidden="true">
              <i className="n" />
            </span>
            {words.legend.benefit}
          </li>
          <li>
            <span className="strip" aria-hidden="true">
              <i className="u" />
            </span>
            {shown.some(({ range }) => range !== undefined) ? words.legend.range : words.legend.unknown}
          </li>
        </ul>
      </div>
      <details className="twin">
        <summary>{words.asTable}</summary>
        <MoneyTable months={months} />
      </details>
    </>
  )
}

/** An amount, the two that it lies between, or that it is not known. */
function amountText(
  { euro, range }: { readonly euro?: number | undefined; readonly range?: MoneyMonth['range'] | undefined },
  language: Language,
): string {
  const words = moneyWords[language]
  if (euro !== undefined) return euroText(euro, language)
  return range ? words.between(euroText(range.lowEuro, language), euroText(range.highEuro, language)) : words.kinds.unknown
}

function barClass(kind: MoneyMonth['kind']): string | undefined {
  return kind === 'benefit' ? 'w' : kind === 'unknown' ? 'u' : undefined
}

function sentenceOf(months: readonly MoneyMonth[], language: Language): string {
  const words = moneyWords[language]
  const parts = months.map(({ month, kind, euro, range }) =>
    words.month(
      monthText(month, language),
      words.kinds[range ? 'trainingIncome' : kind],
      euro === undefined && !range ? undefined : amountText({ euro, range }, language),
    ),
  )
  return words.sentence(parts.join(' '))
}

function WideBars({
  months,
  highest,
  wageNow,
}: {
  readonly months: readonly MoneyMonth[]
  readonly highest: number
  readonly wageNow: number | undefined
}) {
  const language = useLanguage()
  const words = moneyWords[language]
  const id = useId()
  const step = (width - left - 8) / months.length
  const y = (euro: number): number => floor - (euro / highest) * (floor - top - 20)
  const lines = Array.from({ length: Math.floor(highest / 1000) }, (_, index) => (index + 1) * 1000)
  return (
    <svg className="chart" viewBox={`0 0 ${width} 330`} role="img" aria-labelledby={`${id}t`}>
      <title id={`${id}t`}>{sentenceOf(months, language)}</title>
      <defs>
        <pattern id={`${id}p`} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="8" height="8" className="pat-a" />
          <rect width="4" height="8" className="pat-b" />
        </pattern>
      </defs>
      <line className="ax" x1={left} x2={width} y1={floor} y2={floor} />
      {lines.map((euro) => (
        <g key={euro}>
          <line className="gl" x1={left} x2={width} y1={y(euro)} y2={y(euro)} />
          <text className="mut" x={left - 10} y={y(euro) + 5} textAnchor="end">
            {numberText(euro, language)}
          </text>
        </g>
      ))}
      {months.map(({ month, kind, euro, range }, index) => {
        const x = left + 8 + index * step
        const top = euro ?? range?.highEuro
        const height = top === undefined ? 46 : floor - y(top)
        return (
          <g key={month}>
            <rect
              x={x}
              y={floor - height}
              width={step * 0.82}
              height={height}
              className={kind === 'benefit' ? 'ww' : kind === 'unknown' ? 'dunno' : 'loon'}
              fill={kind === 'benefit' ? `url(#${id}p)` : undefined}
            />
            {range ? <line className="gl" x1={x} x2={x + step * 0.82} y1={y(range.lowEuro)} y2={y(range.lowEuro)} /> : null}
            <text x={x + step * 0.41} y={floor - height - 8} textAnchor="middle" className="big">
              {euro === undefined ? '?' : numberText(euro, language)}
            </text>
            <text x={x + step * 0.41} y={312} textAnchor="middle">
              {monthShort(month, language)}
            </text>
          </g>
        )
      })}
      {wageNow === undefined ? null : (
        <>
          <line x1={left} x2={width} y1={y(wageNow)} y2={y(wageNow)} className="ref" />
          <text x={width} y={16} textAnchor="end" className="mut">
            - - - {words.nowLine(euroText(wageNow, language))}
          </text>
        </>
      )}
    </svg>
  )
}

function MoneyTable({ months }: { readonly months: readonly MoneyMonth[] }) {
  const language = useLanguage()
  const words = moneyWords[language]
  return (
    <div className="scroll">
      <table className="dense">
        <caption>{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.month}</th>
            <th scope="col">{words.columns.kind}</th>
            <th scope="col" className="r">
              {words.columns.income}
            </th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, kind, euro, range }) => (
            <tr key={month}>
              <th scope="row">{monthText(month, language)}</th>
              <td>{words.kinds[range ? 'trainingIncome' : kind]}</td>
              <td className="r">{amountText({ euro, range }, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
