import { Form, Link } from 'react-router'
import type { ReplyRate } from '../../../modules/introductions/index.ts'
import { pathTo } from '../../paths.ts'
import { dateText } from '../../words/format.ts'
import { introductionFormWords } from '../../words/introduction-forms.ts'
import { introductionsWords, replyRateText } from '../../words/introductions.ts'
import { useLanguage } from '../../words/use-words.ts'
import { Alert } from '../alert/alert.tsx'

export interface Meeting {
  readonly organisation: { readonly id: string; readonly name: string }
  readonly vacancyRate: ReplyRate
  readonly organisationRate: ReplyRate
  /** Why nobody can ask now: the employer is silent, or paused it. */
  readonly still?: { readonly since: string; readonly waiting: number } | 'paused' | undefined
  /** What who looks can do. */
  readonly can: 'ask' | 'signIn' | 'profile' | 'member' | 'running' | 'none'
  readonly running?: string | undefined
  readonly signIn: string
}

export type AskWrong = keyof (typeof introductionFormWords)['nl']['notNow'] | 'message' | 'profile'

/** On the page of a vacancy: how often its organisation answers, and asking to meet. */
export function AskToMeet({ meeting, wrong }: { readonly meeting: Meeting; readonly wrong?: AskWrong | undefined }) {
  const language = useLanguage()
  const words = introductionsWords[language].asked
  const { organisation, vacancyRate, organisationRate } = meeting
  const rate = vacancyRate.known ? vacancyRate : organisationRate
  return (
    <section className="card card-ink" aria-labelledby="meet">
      <h2 id="meet" className="h3">
        {words.title}
      </h2>
      <p className="small mt4">
        <Link to={pathTo('organisation', language, { organisation: organisation.id })}>{organisation.name}</Link>.{' '}
        {replyRateText(rate, language)}
      </p>
      <Action meeting={meeting} wrong={wrong} />
    </section>
  )
}

function Action({ meeting, wrong }: { readonly meeting: Meeting; readonly wrong: AskWrong | undefined }) {
  const language = useLanguage()
  const words = introductionsWords[language].asked
  const { can, running, signIn } = meeting
  if (can === 'none') return null
  if (can === 'member') return <p className="small">{words.member}</p>
  if (can === 'running')
    return (
      <>
        <p className="small">{words.running}</p>
        <Link className="btn full" to={pathTo('introduction', language, { introduction: running })}>
          {words.toRunning}
        </Link>
      </>
    )
  if (can === 'signIn')
    return (
      <>
        <Link className="btn full" to={signIn} rel="nofollow">
          {words.signIn}
        </Link>
        <p className="note">{words.signInNote}</p>
      </>
    )
  if (can === 'profile')
    return (
      <>
        <Link className="btn full" to={pathTo('profile', language)}>
          {words.profile}
        </Link>
        <p className="note">{words.profileNote}</p>
      </>
    )
  const forms = introductionFormWords[language]
  return (
    <>
      {wrong ? (
        <Alert kind="error" title={forms.wrong.title} isNew>
          <p className="small">{wrong === 'message' || wrong === 'profile' ? forms.wrong[wrong] : forms.notNow[wrong]}</p>
        </Alert>
      ) : null}
      <p className="small">{words.text}</p>
      <Form method="post" className="stack">
        <input type="hidden" name="intent" value="ask" />
        <div className="field">
          <label className="label" htmlFor="meet-message">
            {words.message}
          </label>
          <span className="hint" id="meet-message-h">
            {words.messageHint}
          </span>
          <textarea
            className="input short"
            id="meet-message"
            name="message"
            rows={3}
            maxLength={2000}
            aria-describedby="meet-message-h"
          />
        </div>
        <button className="btn full" type="submit">
          {words.ask}
        </button>
      </Form>
    </>
  )
}

/** Above a vacancy: that nobody can ask now, why, and what opens it again. */
export function StandsStill({ still }: { readonly still: NonNullable<Meeting['still']> }) {
  const language = useLanguage()
  const words = introductionsWords[language].asked
  if (still === 'paused')
    return (
      <Alert kind="info" title={words.pausedTitle}>
        <p className="small">{words.paused}</p>
      </Alert>
    )
  return (
    <Alert kind="warn" title={words.stillTitle}>
      <p className="small">
        {words.still(still.waiting, dateText(still.since, language))} {words.stillWhat}
      </p>
    </Alert>
  )
}
