import { placementNewWords } from '../words/placement-new.ts'
import { useLanguage } from '../words/use-words.ts'

/** The number that a student gives to an employer who wants to draft a placement. */
export function NumberPart({ enrolment }: { readonly enrolment: string }) {
  const words = placementNewWords[useLanguage()]
  return (
    <section className="card stack-2" aria-labelledby="number">
      <h2 id="number" className="h3">
        {words.yourNumber}
      </h2>
      <p className="breakable num">{enrolment}</p>
      <p className="note">{words.yourNumberText}</p>
    </section>
  )
}
