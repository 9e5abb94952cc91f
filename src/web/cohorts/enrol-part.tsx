import { Link } from 'react-router'
import { pathTo } from '../paths.ts'
import { cohortEnrolWords } from '../words/cohort-enrol.ts'
import { useLanguage } from '../words/use-words.ts'

/** To apply at the educator too: without an enrolment there can be no placement. Nothing for who has one, or cannot apply here. */
export function EnrolPart({ start }: { readonly start: { readonly offering: string; readonly startsOn: string } | undefined }) {
  const language = useLanguage()
  const words = cohortEnrolWords[language]
  if (!start) return null
  const asked = new URLSearchParams({ offering: start.offering, start: start.startsOn })
  return (
    <section aria-labelledby="enrol" className="narrow">
      <h2 id="enrol">{words.title}</h2>
      <p className="mt4">{words.text}</p>
      <p className="mt4">
        <Link className="btn" to={`${pathTo('enrolApply', language)}?${asked}`}>
          {words.button}
        </Link>
      </p>
    </section>
  )
}
