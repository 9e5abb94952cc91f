import { introductionWords } from '../../words/introduction.ts'
import { useLanguage } from '../../words/use-words.ts'
import { Icon } from '../icon/icon.tsx'
import { ReportForm } from './report-form.tsx'

export interface ShownMessage {
  readonly id: string
  /** `system`: nobody of both wrote it. */
  readonly from: 'me' | 'other' | 'system'
  readonly who: string
  readonly date: string
  readonly text: string
  /** Why the other side may write: only with messages of the other side. */
  readonly why?: string | undefined
}

/** What was written, the oldest first. Each message of the other side says why they may write, and can be reported. */
export function Messages({
  messages,
  wrongReport,
}: {
  readonly messages: readonly ShownMessage[]
  readonly wrongReport?: string | undefined
}) {
  const words = introductionWords[useLanguage()].messages
  if (messages.length === 0) return <p>{words.none}</p>
  return (
    <ol className="msgs">
      {messages.map((message) => (
        <Message key={message.id} message={message} isWrong={wrongReport === message.id} />
      ))}
    </ol>
  )
}

function Message({
  message: { id, from, who, date, text, why },
  isWrong,
}: {
  readonly message: ShownMessage
  readonly isWrong: boolean
}) {
  const words = introductionWords[useLanguage()].messages
  if (from === 'system') {
    return (
      <li className="sys">
        <Icon name="eye" /> {date}: {text}
      </li>
    )
  }
  return (
    <li className={from === 'me' ? 'me' : undefined} id={`m-${id}`}>
      <p className="note">{words.from(who, date)}</p>
      <p className="breakable lines">{text}</p>
      {why ? <p className="note">{why}</p> : null}
      {from === 'other' ? <ReportForm title={words.report} message={id} isWrong={isWrong} /> : null}
    </li>
  )
}
