import { Link } from 'react-router'
import type { Side, State } from '../../../modules/placements/index.ts'
import { pathTo } from '../../paths.ts'
import { dateText, listText } from '../../words/format.ts'
import { placementWords } from '../../words/placement.ts'
import { useLanguage } from '../../words/use-words.ts'

export interface ListedPlacement {
  readonly id: string
  readonly programme: Readonly<Record<'nl' | 'en', string>>
  readonly employer: string
  readonly school: string
  /** Left out on the own list; null: that person is gone. */
  readonly student?: string | null
  readonly state: State
  readonly from: string
  readonly until: string
  readonly signBy?: string | undefined
  readonly waits: readonly Side[]
}

/** Placements, one line each: how it stands, and whose turn it is. */
export function PlacementList({ lines }: { readonly lines: readonly ListedPlacement[] }) {
  const language = useLanguage()
  const words = placementWords[language]
  return (
    <ul className="plain stack-3 intro-list">
      {lines.map(({ id, programme, employer, school, student, state, from, until, signBy, waits }) => (
        <li className="card" key={id}>
          <div>
            <h3 className="h4 bare">
              <Link to={pathTo('placement', language, { placement: id })}>{words.atEmployer(programme[language], employer)}</Link>
            </h3>
            <p className="small bare">
              {student === undefined ? words.forSchool(school) : words.ofStudent(student ?? words.someone, school)}.{' '}
              {signBy !== undefined
                ? words.signBefore(dateText(signBy, language))
                : waits.length > 0
                  ? words.waitsFor(
                      listText(
                        waits.map((side) => words.sides[side]),
                        language,
                      ),
                    )
                  : words.from(dateText(from, language), dateText(until, language))}
            </p>
          </div>
          <span className={signBy === undefined ? 'tag t-open' : 'tag t-solid'}>{words.states[state]}</span>
        </li>
      ))}
    </ul>
  )
}
