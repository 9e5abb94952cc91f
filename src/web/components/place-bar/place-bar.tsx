import { placed } from '../../placed.ts'
import { enrolmentStartWords } from '../../words/enrolment-start.ts'
import { numberText } from '../../words/format.ts'
import { useLanguage } from '../../words/use-words.ts'

export interface PlaceCounts {
  /** Left out: without a number. */
  readonly places?: number | undefined
  readonly taken: number
  readonly held: number
  readonly waiting: number
}

/** The places of a start: a bar with those that are taken and held, and the same in a table. */
export function PlaceBar({ places, taken, held, waiting }: PlaceCounts) {
  const language = useLanguage()
  const words = enrolmentStartWords[language].places
  const of = places === undefined ? undefined : Math.max(1, places)
  const rows = [
    [words.taken, taken],
    [words.held, held],
    ...(places === undefined ? [] : ([[words.free, places - taken - held]] as const)),
    [words.waiting, waiting],
  ] as const
  return (
    <div>
      <p className="bare">{places === undefined ? words.withoutNumber : words.of(numberText(places, language))}</p>
      {of === undefined ? null : (
        <div className="bar-b place-bar" aria-hidden="true">
          {taken > 0 ? <i className="left-sure" {...placed({ at: 0, size: (100 * taken) / of })} /> : null}
          {held > 0 ? <i className="left-maybe" {...placed({ at: (100 * taken) / of, size: (100 * held) / of })} /> : null}
        </div>
      )}
      <table className="place-table">
        <caption className="vh">{words.title}</caption>
        <thead className="vh">
          <tr>
            <th scope="col">{words.kind}</th>
            <th scope="col">{words.number}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, count]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="r num">{numberText(count, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
