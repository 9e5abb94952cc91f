import { Link } from 'react-router'
import { pathTo } from '../../paths.ts'
import { adviceWords } from '../../words/advice.ts'
import { dateText } from '../../words/format.ts'
import { useLanguage } from '../../words/use-words.ts'

/** One person by number, or one organisation that advises. Dates as days. */
export interface AdvisedListLine {
  readonly handle: string
  /** Name of the organisation; left out when it is gone. */
  readonly organisation?: string | undefined
  readonly since: string
  readonly endedOn?: string | undefined
  readonly notes: number
  readonly lastNoteOn?: string | undefined
}

/** Advised people as their adviser sees them (`side: 'adviser'`), or who advises the person who looks. */
export function AdvisedList({
  lines,
  side,
}: {
  readonly lines: readonly AdvisedListLine[]
  readonly side: 'adviser' | 'person'
}) {
  const language = useLanguage()
  const words = adviceWords[language]
  return (
    <ul className="plain stack-3 advised-list">
      {lines.map((line) => {
        const organisation = line.organisation ?? words.goneOrganisation
        const isAdviser = side === 'adviser'
        return (
          <li className="card" key={line.handle}>
            <h3 className="h4 bare">
              <Link to={pathTo('advised', language, { person: line.handle })}>
                {isAdviser ? words.person(line.handle) : organisation}
              </Link>
            </h3>
            <p className="bare">{isAdviser ? organisation : words.number(line.handle)}</p>
            <p className="small bare">
              {(isAdviser ? words.since : words.sinceYou)(dateText(line.since, language))}, {words.notes(line.notes)}
              {line.lastNoteOn === undefined ? '' : `, ${words.lastNote(dateText(line.lastNoteOn, language))}`}.
            </p>
            {line.endedOn === undefined ? null : (
              <p className="small bare">{words.mine.ended(dateText(line.endedOn, language))}</p>
            )}
          </li>
        )
      })}
    </ul>
  )
}
