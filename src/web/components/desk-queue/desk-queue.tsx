import { Link } from 'react-router'
import { deskWords } from '../../words/desk.ts'
import { folkWords } from '../../words/folk.ts'
import { dateText } from '../../words/format.ts'
import { useLanguage } from '../../words/use-words.ts'
import { ReplyClock } from '../reply-clock/reply-clock.tsx'

export interface QueueLine {
  readonly id: string
  readonly handle: string
  readonly vacancyTitle: string
  /** Somebody asks for the first time; otherwise they wait in what goes on already. */
  readonly isNew: boolean
  readonly askedOn?: string
  /** Working days left, and of how many. */
  readonly left: number
  readonly of: number
  readonly href: string
}

/** Who waits for an answer of this organisation, the least time first. */
export function DeskQueue({ lines }: { readonly lines: readonly QueueLine[] }) {
  const language = useLanguage()
  const words = deskWords[language]
  return (
    <ul className="desk">
      {lines.map(({ id, handle, vacancyTitle, isNew, askedOn, left, of, href }) => {
        const profile = folkWords[language].profile(handle)
        return (
          <li className="desk-wait" key={id}>
            <ReplyClock left={left} of={of}>
              <h3>
                <Link to={href}>{isNew ? words.asks(profile) : words.says(profile)}</Link>
              </h3>
              <p className="small bare">
                {askedOn === undefined ? `${vacancyTitle}.` : words.askedOn(vacancyTitle, dateText(askedOn, language))}
              </p>
            </ReplyClock>
            <p className="row act">
              <Link className="btn btn-2" to={href}>
                {words.answer}
                <span className="vh">: {words.answerTo(profile)}</span>
              </Link>
            </p>
          </li>
        )
      })}
    </ul>
  )
}
