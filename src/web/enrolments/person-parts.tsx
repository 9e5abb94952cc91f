import { Form } from 'react-router'
import { Checks, Choice, Field } from '../organisation/field.tsx'
import { enrolmentRollingWords } from '../words/enrolment-rolling.ts'
import { enrolmentWords } from '../words/enrolments.ts'
import { dateText, monthText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'
import type { EnrolmentWrong } from './act.ts'
import type { loadEnrolment } from './load.ts'

export type LoadedEnrolment = Awaited<ReturnType<typeof loadEnrolment>>

interface Given {
  readonly loaded: LoadedEnrolment
  readonly wrong: EnrolmentWrong | undefined
}

/** The one thing that is asked of the person: yes to a place, or to a place after all. */
export function YourAnswer({ loaded: { view } }: Pick<Given, 'loaded'>) {
  const words = enrolmentWords[useLanguage()].page
  const move = (['take', 'askAgain'] as const).find((one) => view.open.includes(one))
  if (!move) return null
  return (
    <section className="card card-ink stack mb5" aria-labelledby="answer">
      <h2 id="answer" className="h3">
        {words[move].title}
      </h2>
      <Form method="post">
        <input type="hidden" name="intent" value={move} />
        <button className="btn" type="submit">
          {words[move].button}
        </button>
      </Form>
      <p className="note">{words[move].note}</p>
    </section>
  )
}

/** What the educator sees, and changing it. */
export function WhatTheySee({ loaded: { view, ownEmail, skills }, wrong }: Given) {
  const language = useLanguage()
  const words = enrolmentWords[language].page.sees
  const { called, email } = view.enrolment
  const isWrong = wrong?.intent === 'release'
  return (
    <section className="card stack" aria-labelledby="sees">
      <h2 id="sees" className="h3">
        {words.title}
      </h2>
      <dl className="stack-3">
        <Shown name={words.called} value={called} />
        <Shown name={words.email} value={email ?? words.hidden} />
        {skills || !view.asksSkills ? null : <Shown name={words.skills} value={words.hidden} />}
      </dl>
      {skills ? <SkillsTable skills={skills} side="person" /> : null}
      <details className="twin" open={isWrong || undefined}>
        <summary>{words.change}</summary>
        <Form method="post" className="stack mt4" noValidate>
          <input type="hidden" name="intent" value="release" />
          <Field
            name="called"
            label={words.called}
            value={isWrong ? wrong.given.called : called}
            error={isWrong && wrong.wrong === 'called' ? enrolmentWords[language].wrong.called : undefined}
          />
          <Checks
            name="show"
            label={enrolmentWords[language].apply.choices}
            choices={[
              { value: 'email', text: `${words.showEmail} (${ownEmail ?? ''})` },
              ...(skills ? [{ value: 'skills', text: words.keepSkills }] : []),
            ]}
            chosen={[...(email === undefined ? [] : ['email']), ...(skills ? ['skills'] : [])]}
          />
          <button className="btn btn-2" type="submit">
            {words.button}
          </button>
        </Form>
      </details>
    </section>
  )
}

export function Shown({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt className="label">{name}</dt>
      <dd className="bare breakable">{value}</dd>
    </div>
  )
}

/** What the programme asks, and whether the person has it: as they told, or not known. */
export function SkillsTable({
  skills,
  side,
}: {
  readonly skills: NonNullable<LoadedEnrolment['skills']>
  readonly side: 'person' | 'educator'
}) {
  const words = enrolmentWords[useLanguage()].page
  if (skills.length === 0) return null
  return (
    <table>
      <caption className="label">{words.skill.title}</caption>
      <thead>
        <tr>
          <th scope="col">{words.skill.name}</th>
          <th scope="col">{side === 'person' ? words.skill.own : words.skill.has}</th>
        </tr>
      </thead>
      <tbody>
        {skills.map(({ skill, label, has }) => (
          <tr key={skill}>
            <th scope="row">{label}</th>
            <td className={has === 'unknown' ? 'unk' : undefined}>{words.has[has]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Stopping: before the start without a reason, afterwards with one. */
export function Leave({ loaded, wrong }: Given) {
  const { view } = loaded
  const words = enrolmentWords[useLanguage()].page
  if (view.open.includes('stop')) return <StopForm loaded={loaded} wrong={wrong} />
  if (!view.open.includes('withdraw')) return null
  return (
    <section className="card stack" aria-labelledby="leave">
      <h2 id="leave" className="h3">
        {words.withdraw.title}
      </h2>
      <p className="small">{words.withdraw.text}</p>
      <Form method="post">
        <input type="hidden" name="intent" value="withdraw" />
        <button className="btn btn-2" type="submit">
          {words.withdraw.button}
        </button>
      </Form>
    </section>
  )
}

/** After the start either side says that it ends. */
export function StopForm({ loaded: { view, reasons }, wrong }: Given) {
  const language = useLanguage()
  const words = enrolmentWords[language]
  const { stop } = words.page
  const isWrong = wrong?.intent === 'stop'
  return (
    <section className="card stack" aria-labelledby="stop">
      <h2 id="stop" className="h3">
        {stop.title}
      </h2>
      <p className="small">{view.side === 'person' ? stop.text : stop.educatorText}</p>
      <Form method="post" className="stack" noValidate>
        <input type="hidden" name="intent" value="stop" />
        <Choice
          name="reason"
          id="stop-reason"
          label={stop.reason}
          choices={[
            { value: '', text: words.chooseReason },
            ...reasons.stop.map((reason) => ({ value: reason, text: words.reasons[reason] })),
          ]}
          value={isWrong ? wrong.given.reason : ''}
          error={isWrong && wrong.wrong === 'reason' ? words.wrong.reason : undefined}
        />
        <Field
          name="text"
          id="stop-text"
          type="textarea"
          label={stop.words}
          value={isWrong ? wrong.given.text : undefined}
          error={isWrong && wrong.wrong === 'text' ? words.wrong.text : undefined}
        />
        <button className="btn btn-2" type="submit">
          {stop.button}
        </button>
      </Form>
    </section>
  )
}

/** The first day, where it is, and how long what stands here is kept. */
export function Facts({ loaded: { view } }: Pick<Given, 'loaded'>) {
  const language = useLanguage()
  const words = enrolmentWords[language].page
  const { enrolment, placeName, isOnline, placesFree, days } = view
  return (
    <section className="card stack" aria-labelledby="facts">
      <h2 id="facts" className="h3">
        {words.facts.title}
      </h2>
      <dl className="stack-3">
        <Shown
          name={words.facts.day}
          value={
            enrolment.wishedMonth === undefined
              ? dateText(enrolment.startsOn, language)
              : enrolmentRollingWords[language].wished(monthText(enrolment.wishedMonth, language))
          }
        />
        <Shown name={words.facts.place} value={isOnline ? words.facts.online : (placeName ?? words.facts.unknown)} />
        {placesFree === undefined ? null : <Shown name={words.facts.free} value={String(placesFree)} />}
      </dl>
      <p className="note">{days.keptUntil ? words.keptUntil(dateText(days.keptUntil, language)) : words.kept(days.keptDays)}</p>
    </section>
  )
}
