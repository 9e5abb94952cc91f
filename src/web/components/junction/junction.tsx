import { Link } from 'react-router'
import type { NearOccupation } from '../../../modules/occupations/index.ts'
import { pathTo } from '../../paths.ts'
import { occupationWords } from '../../words/occupation.ts'
import { useLanguage } from '../../words/use-words.ts'

/** Height of a box and the space to the next one, as the style sheet has them. */
const boxHeight = 72
const rowHeight = 80
const thickest = 24

/** Occupations that lead in, this one, and occupations that lead out. The line is as thick as the share that goes along. */
export function Junction({
  middle,
  from,
  to,
}: {
  readonly middle: string
  readonly from: readonly NearOccupation[]
  readonly to: readonly NearOccupation[]
}) {
  const words = occupationWords[useLanguage()]
  const height = Math.max(1, from.length, to.length) * rowHeight - (rowHeight - boxHeight)
  return (
    <div className={from.length > 0 ? 'junction' : 'junction half'}>
      {from.length > 0 ? (
        <>
          <div>
            <h3>{words.in}</h3>
            <Boxes items={from} />
          </div>
          <Lines items={from} height={height} isIn />
        </>
      ) : null}
      <div className="mid">{middle}</div>
      <Lines items={to} height={height} />
      <div>
        <h3>{words.out}</h3>
        {to.length > 0 ? <Boxes items={to} /> : <p className="note">{words.noneOut}</p>}
      </div>
    </div>
  )
}

function Boxes({ items }: { readonly items: readonly NearOccupation[] }) {
  const language = useLanguage()
  const words = occupationWords[language]
  return (
    <ul>
      {items.map(({ id, slug, label, has, alike, outOf }) => (
        <li key={id}>
          <Link to={pathTo('occupation', language, { occupation: slug })}>{label}</Link>
          <span className="note">{[words.share(has, outOf), words.alike(alike)].filter(Boolean).join(', ')}</span>
        </li>
      ))}
    </ul>
  )
}

function Lines({
  items,
  height,
  isIn = false,
}: {
  readonly items: readonly NearOccupation[]
  readonly height: number
  readonly isIn?: boolean
}) {
  const middle = height / 2
  return (
    <svg viewBox={`0 0 84 ${height}`} preserveAspectRatio="none" aria-hidden="true" height={height}>
      {items.map(({ id, has, outOf }, index) => {
        const at = index * rowHeight + boxHeight / 2
        const [start, end] = isIn ? [at, middle] : [middle, at]
        return (
          <path
            key={id}
            d={`M0 ${start}C42 ${start} 42 ${end} 84 ${end}`}
            fill="none"
            stroke="var(--sk-have)"
            strokeWidth={Math.max(3, (thickest * has) / Math.max(1, outOf))}
            opacity=".85"
          />
        )
      })}
    </svg>
  )
}

/** The same in words, with what is missing and which programme teaches it. */
export function NearTable({ items, caption }: { readonly items: readonly NearOccupation[]; readonly caption: string }) {
  const language = useLanguage()
  const words = occupationWords[language]
  const { columns } = words
  return (
    <div className="scroll">
      <table className="stacked">
        <caption className="vh">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.occupation}</th>
            <th scope="col">{columns.has}</th>
            <th scope="col">{columns.missing}</th>
            <th scope="col">{columns.programme}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ id, slug, label, has, alike, outOf, missing, programme }) => (
            <tr key={id}>
              <th scope="row">
                <Link to={pathTo('occupation', language, { occupation: slug })}>{label}</Link>
              </th>
              <td data-l={columns.has} className="nowrap">
                {words.share(has, outOf)}
                {alike > 0 ? <span className="note">, {words.alike(alike)}</span> : null}
              </td>
              <td data-l={columns.missing}>{missing.length > 0 ? missing.join(', ') : words.nothing}</td>
              <td data-l={columns.programme}>
                {programme ? (
                  <>
                    <Link to={pathTo('programme', language, { programme: programme.id })}>{programme.title}</Link>
                    <span className="note">, {words.teaches(programme.teaches, programme.outOf)}</span>
                  </>
                ) : missing.length > 0 ? (
                  words.noProgramme
                ) : (
                  ''
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
