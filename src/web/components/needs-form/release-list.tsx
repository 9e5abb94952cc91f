import { Form } from 'react-router'
import { dateText, listText } from '../../words/format.ts'
import { needsWords } from '../../words/needs.ts'
import { useLanguage } from '../../words/use-words.ts'

export interface ShownRelease {
  readonly id: string
  readonly organisation: string
  readonly isForIntroduction: boolean
  /** As 2026-12-31. */
  readonly until: string
  /** Their labels; undefined when they cannot be read. */
  readonly needs: readonly string[] | undefined
}

/** Who sees what, with a button that takes it back. */
export function ReleaseList({ releases }: { readonly releases: readonly ShownRelease[] }) {
  const language = useLanguage()
  const words = needsWords[language]
  return (
    <section aria-labelledby="shows">
      <h2 id="shows" className="h3">
        {words.shows}
      </h2>
      {releases.length === 0 ? <p className="mt4">{words.nobody}</p> : null}
      <ul className="plain stack mt4">
        {releases.map(({ id, organisation, isForIntroduction, until, needs }) => (
          <li className="card row between" key={id}>
            <div>
              <p className="bare">
                <strong>{organisation}</strong>
              </p>
              <p className="bare">{needs === undefined ? words.unreadable : listText(needs, language)}</p>
              <p className="small bare">
                {isForIntroduction ? words.forIntroduction : words.forOrganisation}, {words.until(dateText(until, language))}
              </p>
            </div>
            <Form method="post">
              <input type="hidden" name="intent" value="withdraw" />
              <input type="hidden" name="release" value={id} />
              <button className="btn btn-2 btn-s" type="submit">
                {words.withdraw}
                <span className="vh">: {words.withdrawFrom(organisation)}</span>
              </button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  )
}
