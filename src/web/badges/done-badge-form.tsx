import { Form } from 'react-router'
import { pathTo } from '../paths.ts'
import { badgeDeskWords } from '../words/badge-desk.ts'
import { useLanguage } from '../words/use-words.ts'

/** Beside something that was done to its end: a badge of it, for who may issue. It leads to the page of badges. */
export function DoneBadgeForm({
  organisation,
  of,
}: {
  readonly organisation: string
  readonly of: { readonly enrolment: string } | { readonly placement: string }
}) {
  const language = useLanguage()
  const words = badgeDeskWords[language]
  const [intent, id] = 'enrolment' in of ? (['programme', of.enrolment] as const) : (['practice', of.placement] as const)
  return (
    <Form method="post" action={pathTo('badges', language, { organisation })} className="card stack-3">
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name={'enrolment' in of ? 'enrolment' : 'placement'} value={id} />
      <p className="bare">{words.done[intent]}</p>
      <button className="btn btn-2 btn-s" type="submit">
        {words.ofAward}
      </button>
    </Form>
  )
}
