import { creditWords } from '../../words/credits.ts'
import { numberText } from '../../words/format.ts'
import { useLanguage } from '../../words/use-words.ts'

export interface FlowUnit {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly all: number
  readonly hours: number
  readonly hoursAsked: number
  readonly work: readonly {
    readonly id: string
    /** Empty: several pieces together. */
    readonly text: string
    readonly hours: number
    readonly count: number
    readonly isConfirmed: boolean
  }[]
}

/** Lengths in the drawing. */
const lay = { width: 900, left: 300, right: 520, bar: 12, box: 26, gap: 24, between: 14, tall: 78, least: 34, top: 12 } as const
const mostLetters = 32

const shortened = (text: string): string => (text.length > mostLetters ? `${text.slice(0, mostLetters - 1).trimEnd()}…` : text)

/** Work on the left flows into units on the right, each as high as its hours. On a small screen the same is a list, and a table says it too. */
export function CreditFlow({ units, scale }: { readonly units: readonly FlowUnit[]; readonly scale: 'ects' | 'sbu' }) {
  const language = useLanguage()
  const words = creditWords[language]
  const number = (value: number): string => numberText(value, language)
  const { placedUnits, height } = place(units)
  const summary = units
    .map((unit) =>
      words.flow.summary(unit.title, number(unit.hours), number(unit.hoursAsked), words.unit[scale](number(unit.all))),
    )
    .join(' ')
  return (
    <>
      <svg className="credit-flow" viewBox={`0 0 ${lay.width} ${height}`} role="img" aria-label={summary}>
        {placedUnits.map(({ unit, top, tall, filled, works }) => (
          <g key={unit.id}>
            {works.map(({ work, from, to, high }) => (
              <g key={work.id}>
                <path className={work.isConfirmed ? 'cf-band' : 'cf-band cf-wait'} d={band(from, to, high)} />
                <rect className="cf-work" x={lay.left - lay.bar} y={from} width={lay.bar} height={high} />
                <text x={lay.left - lay.bar - 12} y={from + high / 2 - 3} textAnchor="end" className="cf-name">
                  {work.text === '' ? words.flow.more(work.count) : shortened(work.text)}
                </text>
                <text x={lay.left - lay.bar - 12} y={from + high / 2 + 14} textAnchor="end" className="cf-small">
                  {words.flow.hours(number(work.hours))}
                </text>
              </g>
            ))}
            <rect className="cf-full" x={lay.right} y={top} width={lay.box} height={filled} />
            <rect className="cf-box" x={lay.right} y={top} width={lay.box} height={tall} />
            <text x={lay.right + lay.box + 16} y={top + 20} className="cf-unit">
              {`${unit.code}. ${unit.title}`}
            </text>
            <text x={lay.right + lay.box + 16} y={top + 41} className="cf-small">
              {words.flow.evidence(number(unit.hours), number(unit.hoursAsked))}
            </text>
            <text x={lay.right + lay.box + 16} y={top + 62} className="cf-name">
              {words.unit[scale](number(unit.all))}
            </text>
          </g>
        ))}
      </svg>
      <ul className="credit-flow-l">
        {units.map((unit) => (
          <li key={unit.id}>
            <h3>{`${unit.code}. ${unit.title}`}</h3>
            <progress
              className="credit-flow-p"
              max={Math.max(1, unit.hoursAsked)}
              value={Math.min(unit.hours, unit.hoursAsked)}
              aria-hidden="true"
            />
            <p className="small">
              {words.flow.evidence(number(unit.hours), number(unit.hoursAsked))},{' '}
              <strong>{words.unit[scale](number(unit.all))}</strong>
            </p>
            <ul className="textlist small">
              {unit.work.map((work) => (
                <li key={work.id}>
                  {work.text === '' ? words.flow.more(work.count) : work.text}, {words.flow.hours(number(work.hours))}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Pure geometry: each unit below the one before, as high as what it asks or its work needs. */
function place(units: readonly FlowUnit[]) {
  const most = Math.max(1, ...units.map(({ hours, hoursAsked }) => Math.max(hours, hoursAsked)))
  let y: number = lay.top
  const placedUnits = units.map((unit) => {
    const scaled = (hours: number): number => (hours / most) * lay.tall * 1.6
    const tall = Math.max(lay.tall, scaled(unit.hoursAsked))
    const part = unit.hoursAsked === 0 ? 1 : Math.min(1, unit.hours / unit.hoursAsked)
    const works = unit.work.map((work) => ({ work, high: Math.max(8, scaled(work.hours)) }))
    const leftHigh = works.reduce((sum, { high }) => sum + Math.max(high, lay.least) + lay.between, -lay.between)
    const block = Math.max(tall, leftHigh)
    const top = y + (block - tall) / 2
    let left = y + (block - leftHigh) / 2
    const sum = works.reduce((total, { high }) => total + high, 0)
    let to = top + Math.max(0, (tall - sum) / 2)
    const drawn = works.map(({ work, high }) => {
      const slot = Math.max(high, lay.least)
      const from = left + (slot - high) / 2
      left += slot + lay.between
      const at = { work, high, from, to: Math.min(to, top + tall - high) }
      to += high
      return at
    })
    y += block + lay.gap
    return { unit, top, tall, filled: tall * part, works: drawn }
  })
  return { placedUnits, height: Math.max(1, y) }
}

function band(from: number, to: number, high: number): string {
  const [a, b] = [lay.left, lay.right]
  const [c, d] = [a + (b - a) / 2, a + (b - a) / 2]
  return `M${a} ${from} C${c} ${from} ${d} ${to} ${b} ${to} L${b} ${to + high} C${d} ${to + high} ${c} ${from + high} ${a} ${from + high}Z`
}
