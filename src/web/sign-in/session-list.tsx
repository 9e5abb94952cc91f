import { Form } from 'react-router'
import { accountWords } from '../words/account.ts'
import { dateText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'

interface ShownSession {
  readonly id: string
  readonly browser: string
  readonly isThis: boolean
  /** Days, as 2026-11-25. */
  readonly since: string
  readonly used: string
  readonly until: string
}

/** Where somebody is signed in, with a button for each but this one. */
export function SessionList({ sessions }: { readonly sessions: readonly ShownSession[] }) {
  const language = useLanguage()
  const words = accountWords[language]
  const day = (date: string): string => dateText(date, language)
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions" className="h3">
        {words.sessions}
      </h2>
      <p className="mt4">{words.sessionsText}</p>
      <ul className="plain spaced mt4 narrow">
        {sessions.map(({ id, browser, isThis, since, used, until }) => (
          <li className="card row between" key={id}>
            <div>
              <p className="bare">
                <strong>{browser || words.unknownBrowser}</strong>
                {isThis ? ' ' : null}
                {isThis ? <span className="tag t-accent">{words.thisOne}</span> : null}
              </p>
              <p className="small bare">
                {words.since(day(since))}, {words.used(day(used))}, {words.until(day(until))}
              </p>
            </div>
            {isThis ? null : (
              <Form method="post">
                <input type="hidden" name="intent" value="endSession" />
                <input type="hidden" name="session" value={id} />
                <button className="btn btn-2 btn-s" type="submit">
                  {words.end}
                  <span className="vh">: {words.endWhich(browser || words.unknownBrowser, day(since))}</span>
                </button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
