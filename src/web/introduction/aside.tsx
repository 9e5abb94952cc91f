import type { Releasable } from '../../modules/introductions/index.ts'
import { AgreeCard } from '../components/introduction-answer/agree-card.tsx'
import { AnswerCard } from '../components/introduction-answer/answer-card.tsx'
import { DeclineForm } from '../components/introduction-end/decline-form.tsx'
import { ReplyClock } from '../components/reply-clock/reply-clock.tsx'
import { ReleaseForm } from '../components/sees-it/release-form.tsx'
import { dateText } from '../words/format.ts'
import { introductionWords } from '../words/introduction.ts'
import { replyRateText } from '../words/introductions.ts'
import { useLanguage } from '../words/use-words.ts'
import type { IntroductionWrong } from './act.ts'
import type { LoadedIntroduction } from './load-introduction.ts'

const talking: readonly string[] = ['accepted', 'talking', 'trainingAgreed', 'hired']

/** What can be done: answer, agree, release, or say no; and how long there is. */
export function Aside({ loaded, wrong }: { readonly loaded: LoadedIntroduction; readonly wrong: IntroductionWrong | undefined }) {
  const language = useLanguage()
  const { view, organisation, mine } = loaded
  const { introduction: one, side, open, clock, days } = view
  const pending = one.pending?.by === side ? undefined : one.pending?.step
  const field = wrong?.field
  const mayEnd = (['decline', 'refuse', 'stop', 'breakOff'] as const).some((step) => open.includes(step))
  return (
    <>
      {clock ? (
        <section className="card card-ink" aria-labelledby="clock">
          <ReplyClock left={clock.left} of={clock.of} heading="h2" id="clock" />
          <p className="small mt4">
            {organisation.name}. {replyRateText(view.replyRate, language)}
          </p>
        </section>
      ) : null}
      <AnswerCard side={side} open={open} step="withdraw" organisation={organisation.name} />
      {side === 'organisation' ? <Contact loaded={loaded} /> : null}
      <AgreeCard
        side={side}
        open={open}
        pending={pending}
        days={days}
        wrong={field === 'offering' || field === 'startsOn' ? field : undefined}
      />
      {mine && talking.includes(one.state) ? (
        <ReleaseForm
          organisation={organisation.name}
          has={mine.has}
          days={{ first: days.today, ...days.release }}
          wrong={wrong?.intent === 'release' && (field === 'fields' || field === 'until') ? field : undefined}
        />
      ) : null}
      {mayEnd ? (
        <DeclineForm
          side={side}
          wrong={wrong?.intent === 'decline' && (field === 'reason' || field === 'text') ? field : undefined}
        />
      ) : null}
    </>
  )
}

/** The one thing that is asked of who looks: yes, or not. It stands first, on small screens too. */
export function YourAnswer({ loaded: { view, organisation, offering } }: { readonly loaded: LoadedIntroduction }) {
  const { side, open } = view
  const step = (['takeUp', 'accept'] as const).find((one) => open.includes(one))
  if (!step) return null
  return (
    <div className="mb5">
      <AnswerCard
        side={side}
        open={open}
        step={step}
        organisation={organisation.name}
        offering={side === 'person' ? offering : undefined}
      />
    </div>
  )
}

/** To the organisation: what the person released, and until when. */
function Contact({ loaded: { view, needs = [] } }: { readonly loaded: LoadedIntroduction }) {
  const language = useLanguage()
  const words = introductionWords[language]
  const { contact = {}, releases, introduction } = view
  if (!talking.includes(introduction.state) && Object.keys(contact).length + needs.length === 0) return null
  const fields = Object.keys(contact) as Releasable[]
  const until = (field: Releasable): string | undefined =>
    releases.find((one) => one.field === field && one.withdrawnAt === undefined)?.until
  return (
    <section className="card card-ink" aria-labelledby="contact">
      <h2 id="contact" className="h3">
        {words.contact.title}
      </h2>
      {fields.length + needs.length === 0 ? <p className="small mt4">{words.contact.none}</p> : null}
      <dl className="stack-3 mt4">
        {fields.map((field) => {
          const last = until(field)
          return (
            <div key={field}>
              <dt className="label">{words.sees.fields[field]}</dt>
              <dd className="bare breakable">{contact[field]}</dd>
              {last ? <dd className="note bare">{words.contact.until(dateText(last, language))}</dd> : null}
            </div>
          )
        })}
      </dl>
      {needs.length > 0 ? (
        <>
          <h3 className="label mt4">{words.contact.needs}</h3>
          <ul className="plain">
            {needs.map((need) => (
              <li key={need}>{need}</li>
            ))}
          </ul>
        </>
      ) : null}
      {fields.length + needs.length === 0 ? null : <p className="note">{words.contact.note}</p>}
    </section>
  )
}
