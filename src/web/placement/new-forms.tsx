import { Form } from 'react-router'
import { Checks, Choice, Field } from '../organisation/field.tsx'
import { dateText } from '../words/format.ts'
import { placementFormWords } from '../words/placement-forms.ts'
import { placementNewWords } from '../words/placement-new.ts'
import { useLanguage } from '../words/use-words.ts'
import type { LoadedNew } from './load-new.ts'
import type { PlacementWrong } from './placement-action.ts'
import { useFormWrong } from './told.tsx'

interface FormProps {
  readonly loaded: LoadedNew
  readonly wrong: PlacementWrong | undefined
}

/** Who, at which employer, and what is agreed. */
export function ProposeForm({ loaded, wrong }: FormProps) {
  const language = useLanguage()
  const words = placementNewWords[language]
  const change = placementFormWords[language].change
  const { error, given } = useFormWrong(wrong, 'propose')
  const { supporters, crebos } = loaded
  const days = { hint: change.dayHint, error: error('period'), autoComplete: 'off' } as const
  return (
    <Form method="post" className="stack-6 narrow" noValidate>
      <input type="hidden" name="intent" value="propose" />
      <section className="stack-4" aria-labelledby="who">
        <h2 id="who">{words.who}</h2>
        <Who loaded={loaded} wrong={wrong} />
        <Choice
          name="supporter"
          label={words.supporter}
          choices={[{ value: '', text: words.noSupporter }, ...supporters.map((one) => ({ value: one.id, text: one.name }))]}
          value={given('supporter')}
          error={error('supporter')}
        />
      </section>
      <section className="stack-4" aria-labelledby="what">
        <h2 id="what">{words.what}</h2>
        <div className="placement-pair">
          <Field {...days} name="from" label={change.from} value={given('from')} />
          <Field {...days} name="until" label={change.until} value={given('until')} />
        </div>
        <Field
          name="hoursPerWeek"
          label={change.hours}
          value={given('hoursPerWeek')}
          error={error('hoursPerWeek')}
          autoComplete="off"
        />
        <div className="placement-pair">
          {(['workDay', 'schoolDay'] as const).map((name) => (
            <Checks
              key={name}
              name={name}
              label={name === 'workDay' ? words.workDays : words.schoolDays}
              hint={words.daysHint}
              error={error('phases')}
              chosen={given(name).split(' ')}
              choices={words.weekdays.slice(0, name === 'workDay' ? 7 : 6).map((text, at) => ({ value: String(at + 1), text }))}
            />
          ))}
        </div>
        <Choice
          name="scheme"
          label={words.scheme}
          choices={(['other', 'bbl'] as const).map((one) => ({ value: one, text: words.schemes[one] }))}
          value={given('scheme', 'other')}
        />
        <Field
          name="crebo"
          label={change.crebo}
          hint={change.creboHint(crebos.join(', '))}
          value={given('crebo')}
          error={error('crebo')}
          autoComplete="off"
        />
        <Field
          name="wage"
          label={change.wage}
          hint={change.wageHint}
          value={given('wage')}
          error={error('wage')}
          autoComplete="off"
        />
      </section>
      <div className="stack-3">
        <button className="btn" type="submit">
          {words.button}
        </button>
        <p className="small">{words.afterwards}</p>
      </div>
    </Form>
  )
}

function Who({ loaded, wrong }: FormProps) {
  const language = useLanguage()
  const words = placementNewWords[language]
  const { error, given } = useFormWrong(wrong, 'propose')
  const { side, students, employers } = loaded
  if (side === 'employer')
    return (
      <Field
        name="enrolment"
        label={words.number}
        hint={words.numberHint}
        value={given('enrolment')}
        error={error('enrolment', 'programme')}
        autoComplete="off"
      />
    )
  return (
    <>
      {students.length === 0 ? <p>{words.noStudents}</p> : null}
      <Choice
        name="enrolment"
        label={words.student}
        choices={[
          { value: '', text: words.choose },
          ...students.map(({ enrolment, called, programme, startsOn }) => ({
            value: enrolment,
            text: words.studentLine(called, programme[language], dateText(startsOn, language)),
          })),
        ]}
        value={given('enrolment')}
        error={error('enrolment', 'programme')}
      />
      <Choice
        name="employer"
        label={words.employer}
        choices={[{ value: '', text: words.choose }, ...employers.map((one) => ({ value: one.id, text: one.name }))]}
        value={given('employer')}
        error={error('employer')}
      />
    </>
  )
}

/** Somebody who is not enrolled is asked to be, and decides. */
export function InviteForm({ loaded: { starts }, wrong }: FormProps) {
  const language = useLanguage()
  const words = placementNewWords[language]
  const { error, given } = useFormWrong(wrong, 'invite')
  return (
    <section className="narrow" aria-labelledby="invite">
      <h2 id="invite">{words.invite}</h2>
      <p className="mt4">{words.inviteText}</p>
      <Form method="post" className="stack-4 mt4" noValidate>
        <input type="hidden" name="intent" value="invite" />
        <Field name="email" type="email" label={words.email} value={given('email')} error={error('email')} autoComplete="off" />
        <Choice
          name="start"
          label={words.start}
          choices={starts.map(({ offering, startsOn, title }) => ({
            value: `${offering} ${startsOn ?? ''}`,
            text: `${title[language]}, ${startsOn === undefined ? words.anyDay : dateText(startsOn, language)}`,
          }))}
          value={given('start')}
          error={error('programme')}
        />
        <button className="btn btn-2" type="submit">
          {words.inviteButton}
        </button>
      </Form>
    </section>
  )
}
