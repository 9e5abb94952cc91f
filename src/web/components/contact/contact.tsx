import { contactWords } from '../../words/contact.ts'
import { useLanguage } from '../../words/use-words.ts'

/** Whom to write to about this site: the address that its host gave, or in words who that is. */
export function Contact({
  email,
  isQuestion = false,
}: {
  readonly email?: string | undefined
  /** Not about something that goes wrong. */
  readonly isQuestion?: boolean
}) {
  const words = contactWords[useLanguage()]
  return (
    <p className="mt4">
      {email === undefined ? (
        isQuestion ? (
          words.ask
        ) : (
          words.host
        )
      ) : (
        <>
          {words.mail} <a href={`mailto:${email}`}>{email}</a>.
        </>
      )}{' '}
      {isQuestion ? null : words.tell}
    </p>
  )
}
