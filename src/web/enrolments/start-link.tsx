import { Link } from 'react-router'
import type { OpenStart } from '../../modules/enrolments/index.ts'
import { pathTo } from '../paths.ts'
import { enrolmentRollingWords } from '../words/enrolment-rolling.ts'
import { enrolmentWords } from '../words/enrolments.ts'
import { dateText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'

/** The address of the form to apply to a start. */
const applyPath = ({ offering, startsOn }: Pick<OpenStart, 'offering' | 'startsOn'>, language: 'nl' | 'en'): string =>
  `${pathTo('enrolApply', language)}?${new URLSearchParams({ offering, start: startsOn })}`

/** At a start of a programme: "I want to take part", or where one's own enrolment is. Nothing where nobody here answers for it. */
export function StartLink({ start }: { readonly start: OpenStart | undefined }) {
  const language = useLanguage()
  const words = enrolmentWords[language].start
  if (!start) return null
  if (start.own !== undefined) {
    return (
      <p className="small bare">
        <Link to={pathTo('enrolment', language, { enrolment: start.own })}>{words.own}</Link>
      </p>
    )
  }
  if (start.startsOn === '') {
    const rolling = enrolmentRollingWords[language]
    return (
      <p className="small bare">
        <Link to={applyPath(start, language)} aria-label={rolling.wantAny}>
          {rolling.want}
        </Link>
      </p>
    )
  }
  if (start.window === 'closed') return null
  if (start.window === 'notYet')
    return <p className="note bare">{words.from(dateText(start.enrolFrom ?? start.startsOn, language))}</p>
  return (
    <p className="small bare">
      <Link to={applyPath(start, language)} aria-label={words.wantOn(dateText(start.startsOn, language))}>
        {words.want}
      </Link>
      {start.free === 0 ? `, ${words.full}` : ''}
    </p>
  )
}
