import { Form } from 'react-router'
import { FieldError } from '../components/field-error/field-error.tsx'
import { Messages } from '../components/messages/messages.tsx'
import { ReportForm } from '../components/messages/report-form.tsx'
import { SeesIt } from '../components/sees-it/sees-it.tsx'
import { ShownProfile } from '../components/shown-profile/shown-profile.tsx'
import { introductionWords } from '../words/introduction.ts'
import { introductionFormWords } from '../words/introduction-forms.ts'
import { useLanguage } from '../words/use-words.ts'
import type { IntroductionWrong } from './act.ts'
import type { LoadedIntroduction } from './load-introduction.ts'
import { messagesOf } from './messages-of.ts'
import { WhatIfNo } from './outcome.tsx'

interface PartProps {
  readonly loaded: LoadedIntroduction
  readonly other: string
  readonly wrong: IntroductionWrong | undefined
}

/** States in which both may write: both said yes, and it has not ended. */
const talking: readonly string[] = ['accepted', 'talking', 'trainingAgreed', 'hired']

/** What was said, who sees what, and what may be wrong. */
export function Main({ loaded, other, wrong }: PartProps) {
  const language = useLanguage()
  const forms = introductionFormWords[language]
  const { view, organisation, mine, shown } = loaded
  const { introduction: one } = view
  return (
    <>
      {shown ? <ShownProfile profile={shown} /> : null}
      <TheMessages loaded={loaded} other={other} wrong={wrong} />
      {mine ? (
        <SeesIt
          organisation={organisation.name}
          organisationId={organisation.id}
          introduction={one.id}
          isKnown={one.state !== 'suggested' && view.steps.at(-1)?.step !== 'refuse'}
          adviserSees={mine.adviserSees}
          kept={{ until: view.days.keptUntil, days: view.days.keptDays }}
          released={releasedOf(view)}
        />
      ) : null}
      <WhatIfNo loaded={loaded} />
      {one.reason !== undefined && one.reasonBy !== view.side ? null : (
        <section className="sec" aria-labelledby="wrong">
          <h2 id="wrong" className="h3">
            {forms.report.title}
          </h2>
          <ReportForm title={forms.report.open} isWrong={wrong?.intent === 'report' && wrong.about === ''} />
        </section>
      )}
    </>
  )
}

/** Each field that is released now, with its last day. */
function releasedOf({ releases, released }: LoadedIntroduction['view']) {
  return Object.fromEntries(
    releases
      .filter(({ field, withdrawnAt }) => withdrawnAt === undefined && released.includes(field))
      .map(({ field, until }) => [field, until]),
  )
}

function TheMessages({ loaded: { view }, other, wrong }: PartProps) {
  const language = useLanguage()
  const words = introductionWords[language].messages
  const forms = introductionFormWords[language]
  const isWrong = wrong?.intent === 'message'
  const mayWrite = talking.includes(view.introduction.state)
  const isOpen = view.introduction.endedAt === undefined
  return (
    <section aria-labelledby="messages" className={view.side === 'organisation' ? 'sec' : undefined}>
      <h2 id="messages">{words.title}</h2>
      <div className="mt4">
        <Messages
          messages={messagesOf(view, other, language)}
          wrongReport={wrong?.intent === 'report' ? wrong.about : undefined}
        />
      </div>
      {mayWrite ? (
        <Form method="post" className="stack mt5" noValidate key={view.messages.length}>
          <input type="hidden" name="intent" value="message" />
          <div className={isWrong ? 'field has-error' : 'field'}>
            <label className="label" htmlFor="message">
              {words.yours}
            </label>
            <span className="hint" id="message-h">
              {words.hint[view.side]}
            </span>
            {isWrong ? <FieldError id="message-e" text={forms.wrong.message} /> : null}
            <textarea
              className="input short"
              id="message"
              name="message"
              maxLength={2000}
              defaultValue={isWrong ? wrong.given.message : undefined}
              aria-invalid={isWrong ? true : undefined}
              aria-describedby={isWrong ? 'message-h message-e' : 'message-h'}
            />
          </div>
          <button className="btn" type="submit">
            {words.send}
          </button>
        </Form>
      ) : isOpen ? (
        <p className="note mt4">{words.notYet}</p>
      ) : null}
    </section>
  )
}
