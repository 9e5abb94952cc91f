import { Link } from 'react-router'
import { pathTo } from '../paths.ts'
import { signInWords } from '../words/sign-in.ts'
import { useLanguage } from '../words/use-words.ts'

/** A link was asked: what to do now. Says the same whether or not there is an account, and does not repeat the address. */
export function Sent({
  back,
  minutes,
  hasOutbox,
}: {
  readonly back: string
  readonly minutes: number
  readonly hasOutbox: boolean
}) {
  const language = useLanguage()
  const words = signInWords[language].sent
  return (
    <div className="wrap">
      <div className="head">
        <h1>{words.title}</h1>
        <p className="lead">{words.lead(minutes)}</p>
      </div>
      <div className="stack-5 narrow">
        <div className="card">
          <ol className="textlist">
            {words.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </div>
        {hasOutbox ? (
          <p>
            {words.outbox} <Link to={pathTo('mailOutbox', language)}>{words.outboxLink}</Link>
          </p>
        ) : null}
        <section aria-labelledby="nomail">
          <h2 id="nomail" className="h3">
            {words.noMail}
          </h2>
          <ul className="textlist mt4">
            {words.noMailList.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
          <p className="mt4">
            <Link className="btn btn-2" to={`${pathTo('signIn', language)}?${new URLSearchParams({ back, own: 'yes' })}`}>
              {words.again}
            </Link>
          </p>
        </section>
      </div>
    </div>
  )
}
