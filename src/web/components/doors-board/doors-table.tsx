import { Link } from 'react-router'
import type { DoorsView, DoorView } from '../../../modules/planning/index.ts'
import { pathTo } from '../../paths.ts'
import { doorWords } from '../../words/doors.ts'
import { dateText, euroText } from '../../words/format.ts'
import { useLanguage } from '../../words/use-words.ts'
import { doorKey, doorTitle } from './doors-board.tsx'

/** The same doors as a table. */
export function DoorsTable({ view, doors = view.doors }: { readonly view: DoorsView; readonly doors?: readonly DoorView[] }) {
  const language = useLanguage()
  const words = doorWords[language]
  const { columns } = words
  return (
    <div className="scroll">
      <table className="stacked">
        <caption>{words.tableCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.course}</th>
            <th scope="col">{columns.start}</th>
            {(['weeks', 'hours', 'own', 'opens', 'certain'] as const).map((column) => (
              <th key={column} scope="col" className="r">
                {columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {doors === view.doors ? (
            <tr>
              <th scope="row">{words.openNow}</th>
              <td />
              <td />
              <td />
              <td />
              <td className="r" data-l={columns.opens}>
                {view.openNow[1]}
              </td>
              <td className="r" data-l={columns.certain}>
                {view.openNow[0]}
              </td>
            </tr>
          ) : null}
          {doors.map((door) => (
            <tr key={doorKey(door)}>
              <th scope="row">
                <Link to={pathTo('programme', language, { programme: door.path[0]?.programme })}>
                  {doorTitle(door, words.afterwards)}
                </Link>
              </th>
              <td data-l={columns.start}>{door.starts[0] ? dateText(door.starts[0], language) : ''}</td>
              <td className="r" data-l={columns.weeks}>
                {door.path.reduce((sum, training) => sum + training.weeks, 0)}
              </td>
              <td className="r" data-l={columns.hours}>
                {door.studyHoursPerWeek}
              </td>
              <td className="r" data-l={columns.own}>
                {euroText(door.ownCostEuro, language)}
              </td>
              <td className="r" data-l={columns.opens}>
                {door.opensHigh}
              </td>
              <td className="r" data-l={columns.certain}>
                {door.opensLow}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export function DoorsKey() {
  const { key, keyLabel } = doorWords[useLanguage()]
  return (
    <ul className="legend key" aria-label={keyLabel}>
      {(['wait', 'learn', 'job', 'maybe'] as const).map((kind) => (
        <li key={kind}>
          <span className={`s-${kind}`} />
          {key[kind]}
        </li>
      ))}
    </ul>
  )
}
