import type { Check } from '../../modules/organisations/index.ts'
import { dateText } from '../words/format.ts'
import { orgDeskWords } from '../words/org-desk.ts'
import { useLanguage } from '../words/use-words.ts'

/** What was checked of one organisation, the latest first. `at` is a day. */
export function CheckedList({ checks }: { readonly checks: readonly (Omit<Check, 'at'> & { readonly at: string })[] }) {
  const language = useLanguage()
  const words = orgDeskWords[language]
  if (checks.length === 0) return null
  return (
    <section aria-labelledby="log">
      <h2 id="log" className="h3">
        {words.details.log}
      </h2>
      <ul className="plain stack-3 mt4">
        {checks.map(({ what, subject, outcome, by, at }) => (
          <li key={`${what} ${subject} ${outcome} ${at}`}>
            <strong className="breaks">
              {words.details.what[what]} {subject}
            </strong>
            : {words.details.outcomes[outcome]}
            <span className="note">
              {' '}
              {by === undefined ? '' : `${words.details.by(by)} `}
              {words.day(dateText(at, language))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
