import { Form } from 'react-router'
import { pathTo } from '../paths.ts'
import { badgeDeskWords } from '../words/badge-desk.ts'
import { useLanguage } from '../words/use-words.ts'

/** Beside an award of credits: a badge of it, for who may issue. It leads to the page of badges. */
export function AwardBadgeForm({
  organisation,
  placement,
  award,
  title,
}: {
  readonly organisation: string
  readonly placement: string
  readonly award: string
  /** Of the unit. */
  readonly title: string
}) {
  const language = useLanguage()
  const words = badgeDeskWords[language]
  return (
    <Form method="post" action={pathTo('badges', language, { organisation })}>
      <input type="hidden" name="intent" value="award" />
      <input type="hidden" name="placement" value={placement} />
      <input type="hidden" name="award" value={award} />
      <button className="btn btn-2 btn-s" type="submit">
        {words.ofAward}
        <span className="vh"> {title}</span>
      </button>
    </Form>
  )
}
