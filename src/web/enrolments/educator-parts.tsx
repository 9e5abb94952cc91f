import { Form } from 'react-router'
import { Choice, Field } from '../organisation/field.tsx'
import { enrolmentRollingWords } from '../words/enrolment-rolling.ts'
import { enrolmentStartWords } from '../words/enrolment-start.ts'
import { enrolmentWords } from '../words/enrolments.ts'
import { monthText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'
import type { EnrolmentWrong } from './act.ts'
import { DayField } from './day-field.tsx'
import { type LoadedEnrolment, Shown, SkillsTable, StopForm } from './person-parts.tsx'

interface Given {
  readonly loaded: LoadedEnrolment
  readonly wrong: EnrolmentWrong | undefined
}

/** What the person released, and nothing else. */
export function ThePerson({ loaded: { view, skills } }: Pick<Given, 'loaded'>) {
  const words = enrolmentWords[useLanguage()].page
  return (
    <section className="card stack" aria-labelledby="person">
      <h2 id="person" className="h3">
        {words.person.title}
      </h2>
      <dl className="stack-3">
        <Shown name={enrolmentStartWords[useLanguage()].people.name} value={view.enrolment.called} />
        <Shown name={words.sees.email} value={view.enrolment.email ?? words.person.none} />
        {skills || !view.asksSkills ? null : <Shown name={words.skill.title} value={words.person.none} />}
      </dl>
      {skills ? <SkillsTable skills={skills} side="educator" /> : null}
      <p className="note">{words.person.note}</p>
    </section>
  )
}

/** Below the step that is next: a day for it, and how it went. */
export function StepForms({ loaded: { view, nextStep }, wrong, number }: Given & { readonly number: number }) {
  const language = useLanguage()
  const words = enrolmentStartWords[language].one
  const wrongs = enrolmentWords[language].wrong
  const step = view.steps.find((one) => one.number === number)
  if (!step || number !== nextStep) return null
  const of = (intent: string): EnrolmentWrong | undefined => (wrong?.intent === intent ? wrong : undefined)
  const [planWrong, settleWrong] = [of('plan'), of('settle')]
  return (
    <div className="grid g2 mt4">
      <Form method="post" className="stack" noValidate>
        <input type="hidden" name="intent" value="plan" />
        <input type="hidden" name="step" value={number} />
        <h4 className="label">{step.plannedOn ? words.planAgain : words.plan}</h4>
        <DayField
          name="plannedOn"
          label={words.on}
          least={view.days.today}
          value={planWrong?.given.plannedOn}
          error={planWrong?.wrong === 'plannedOn' ? wrongs.plannedOn : undefined}
        />
        <Field
          name="plannedText"
          label={words.where}
          hint={words.whereHint}
          value={planWrong?.given.plannedText}
          error={planWrong?.wrong === 'plannedText' ? wrongs.plannedText : undefined}
        />
        <button className="btn btn-2" type="submit">
          {words.planButton}
        </button>
      </Form>
      <Form method="post" className="stack" noValidate>
        <input type="hidden" name="intent" value="settle" />
        <input type="hidden" name="step" value={number} />
        <Choice
          name="outcome"
          label={words.settle}
          choices={[
            { value: '', text: words.choose },
            { value: 'passed', text: words.passed },
            { value: 'notPassed', text: words.notPassed },
          ]}
          value={settleWrong?.given.outcome ?? ''}
          error={settleWrong?.wrong === 'outcome' ? wrongs.outcome : undefined}
        />
        <Field
          name="stepReason"
          label={words.reason}
          hint={words.reasonHint}
          value={settleWrong?.given.stepReason}
          error={settleWrong?.wrong === 'stepReason' ? wrongs.stepReason : undefined}
        />
        <button className="btn btn-2" type="submit">
          {words.settleButton}
        </button>
      </Form>
    </div>
  )
}

/** Admitting, starting, completing; and a no. */
export function Decide({ loaded, wrong }: Given) {
  const language = useLanguage()
  const words = enrolmentStartWords[language].one
  const { open, days } = loaded.view
  const mayAdmit = open.includes('admit') || open.includes('queue')
  const isAdmission = loaded.isInAdmission
  const onward = (['start', 'complete'] as const).filter((move) => open.includes(move))
  return (
    <>
      {isAdmission || onward.length > 0 ? (
        <section className="card card-ink stack" aria-labelledby="decide">
          <h2 id="decide" className="h3">
            {words.decide}
          </h2>
          {mayAdmit ? (
            <>
              <AdmitForm loaded={loaded} wrong={wrong} />
              <p className="note">{words.admitNote(days.holdDays)}</p>
            </>
          ) : isAdmission ? (
            <p className="small">{words.admitNot}</p>
          ) : null}
          {onward.map((move) => (
            <OneButton key={move} intent={move} text={words[move]} />
          ))}
        </section>
      ) : null}
      {open.includes('decline') ? <DeclineForm loaded={loaded} wrong={wrong} /> : null}
      {open.includes('stop') ? <StopForm loaded={loaded} wrong={wrong} /> : null}
    </>
  )
}

/** Who wished a month gets a day with the place. */
function AdmitForm({ loaded: { view }, wrong }: Given) {
  const language = useLanguage()
  const words = enrolmentStartWords[language].one
  const { wishedMonth } = view.enrolment
  if (wishedMonth === undefined) return <OneButton intent="admit" text={words.admit} />
  const rolling = enrolmentRollingWords[language]
  const given = wrong?.intent === 'admit' ? wrong : undefined
  return (
    <Form method="post" className="stack-3" noValidate>
      <input type="hidden" name="intent" value="admit" />
      <Field
        name="startsOn"
        label={rolling.day}
        hint={rolling.dayHint(monthText(wishedMonth, language))}
        value={given?.given.startsOn}
        error={given?.wrong === 'startsOn' ? enrolmentWords[language].wrong.startsOn : undefined}
        autoComplete="off"
      />
      <button className="btn full" type="submit">
        {words.admit}
      </button>
    </Form>
  )
}

function OneButton({ intent, text }: { readonly intent: string; readonly text: string }) {
  return (
    <Form method="post">
      <input type="hidden" name="intent" value={intent} />
      <button className="btn full" type="submit">
        {text}
      </button>
    </Form>
  )
}

/** After a place was taken for one reason only. */
function DeclineForm({ loaded, wrong }: Given) {
  const language = useLanguage()
  const words = enrolmentStartWords[language].one.decline
  const { reasons, wrong: wrongs, chooseReason } = enrolmentWords[language]
  const given = wrong?.intent === 'decline' ? wrong : undefined
  return (
    <section className="card stack" aria-labelledby="decline">
      <h2 id="decline" className="h3">
        {words.title}
      </h2>
      <p className="small">{words.text}</p>
      <Form method="post" className="stack" noValidate>
        <input type="hidden" name="intent" value="decline" />
        <Choice
          name="reason"
          label={words.reason}
          choices={[
            { value: '', text: chooseReason },
            ...loaded.reasons.decline.map((reason) => ({ value: reason, text: reasons[reason] })),
          ]}
          value={given?.given.reason ?? ''}
          error={given?.wrong === 'reason' ? wrongs.reason : undefined}
        />
        <Field
          name="text"
          type="textarea"
          label={words.words}
          hint={words.hint}
          value={given?.given.text}
          error={given?.wrong === 'text' ? wrongs.text : undefined}
        />
        <button className="btn btn-d" type="submit">
          {words.button}
        </button>
      </Form>
    </section>
  )
}
