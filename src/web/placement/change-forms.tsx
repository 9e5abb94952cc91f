import { Form } from 'react-router'
import { Choice, Field } from '../organisation/field.tsx'
import { dateText, periodText } from '../words/format.ts'
import { placementWords } from '../words/placement.ts'
import { placementFormWords } from '../words/placement-forms.ts'
import { placementNewWords } from '../words/placement-new.ts'
import { useLanguage } from '../words/use-words.ts'
import { GuideHoursFields } from './guide-hours-fields.tsx'
import type { LoadedPlacement } from './load-placement.ts'
import type { PlacementWrong } from './placement-action.ts'
import { useFormWrong } from './told.tsx'

interface FormProps {
  readonly loaded: LoadedPlacement
  readonly wrong: PlacementWrong | undefined
}

const euros = (cents: number | undefined, language: 'nl' | 'en'): string =>
  cents === undefined ? '' : (cents / 100).toFixed(2).replace('.', language === 'nl' ? ',' : '.')

/** First and last day, with a name of their own for each form of the page. */
function Days({
  form,
  wrong,
  from,
  until,
  onlyUntil = false,
}: Pick<FormProps, 'wrong'> & {
  readonly form: string
  readonly from?: string
  readonly until?: string
  readonly onlyUntil?: boolean
}) {
  const words = placementFormWords[useLanguage()].change
  const { error, given } = useFormWrong(wrong, form)
  const common = { hint: words.dayHint, error: error('period'), autoComplete: 'off' } as const
  return (
    <div className="placement-pair">
      {onlyUntil ? null : <Field {...common} id={`${form}-from`} name="from" label={words.from} value={given('from', from)} />}
      <Field {...common} id={`${form}-until`} name="until" label={words.until} value={given('until', until)} />
    </div>
  )
}

export function DraftForm({ loaded, wrong }: FormProps) {
  const language = useLanguage()
  const words = placementFormWords[language].change
  const { placement, crebos } = loaded
  const { error, given } = useFormWrong(wrong, 'draft')
  return (
    <section aria-labelledby="draft">
      <h2 id="draft">{words.draft}</h2>
      <Form method="post" className="stack-4 mt4 narrow" noValidate>
        <input type="hidden" name="intent" value="draft" />
        <Days form="draft" wrong={wrong} from={placement.from} until={placement.until} />
        <Field
          id="draft-hours"
          name="hoursPerWeek"
          label={words.hours}
          value={given('hoursPerWeek', String(placement.hoursPerWeek))}
          error={error('hoursPerWeek')}
        />
        <Choice
          id="draft-supporter"
          name="supporter"
          label={placementNewWords[language].supporter}
          choices={[
            { value: '', text: placementNewWords[language].noSupporter },
            ...loaded.supporters.map((one) => ({ value: one.id, text: one.name })),
          ]}
          value={given('supporter', placement.supporter)}
          error={error('supporter')}
        />
        <GuideHoursFields form="draft" loaded={loaded} wrong={wrong} />
        <Field
          id="draft-wage"
          name="wage"
          label={words.wage}
          hint={words.wageHint}
          value={given('wage', euros(placement.wageCents, language))}
          error={error('wage')}
        />
        <Field
          id="draft-crebo"
          name="crebo"
          label={words.crebo}
          hint={words.creboHint(crebos.join(', '))}
          value={given('crebo', placement.crebo)}
          error={error('crebo')}
        />
        <button className="btn btn-2" type="submit">
          {words.save}
        </button>
      </Form>
      <Form method="post" className="stack-3 mt5 narrow">
        <input type="hidden" name="intent" value="offer" />
        <p>{words.offerText}</p>
        <button className="btn" type="submit">
          {words.offer}
        </button>
      </Form>
    </section>
  )
}

export function PeopleForm({ loaded, wrong }: FormProps) {
  const words = placementFormWords[useLanguage()].change
  const { choices, named } = loaded
  const { error, given } = useFormWrong(wrong, 'people')
  const choose = (people: typeof choices.supervisors) => [
    { value: '', text: words.choose },
    ...people.map(({ account, name }) => ({ value: account, text: name })),
  ]
  return (
    <section aria-labelledby="people">
      <h2 id="people">{words.people}</h2>
      <Form method="post" className="stack-4 mt4 narrow" noValidate>
        <input type="hidden" name="intent" value="people" />
        <Choice
          name="supervisor"
          label={words.supervisor}
          choices={choose(choices.supervisors)}
          value={given('supervisor', named.supervisor)}
          error={error('supervisor')}
        />
        {choices.coaches.length > 0 ? (
          <Choice
            name="coach"
            label={words.coach}
            choices={choose(choices.coaches)}
            value={given('coach', named.coach)}
            error={error('coach')}
          />
        ) : null}
        <button className="btn btn-2" type="submit">
          {words.savePeople}
        </button>
      </Form>
    </section>
  )
}

export function AddendumForm({ loaded, wrong }: FormProps) {
  const language = useLanguage()
  const words = placementFormWords[language].change
  const { placement } = loaded
  const { error, given } = useFormWrong(wrong, 'addendum')
  return (
    <section aria-labelledby="addendum">
      <h2 id="addendum">{words.addendum}</h2>
      <p className="mt4">{words.addendumText}</p>
      <Form method="post" className="stack-4 mt4 narrow" noValidate>
        <input type="hidden" name="intent" value="addendum" />
        <Days form="addendum" wrong={wrong} until={placement.until} onlyUntil />
        <Field
          id="addendum-hours"
          name="hoursPerWeek"
          label={words.hours}
          value={given('hoursPerWeek', String(placement.hoursPerWeek))}
          error={error('hoursPerWeek')}
        />
        <GuideHoursFields form="addendum" loaded={loaded} wrong={wrong} />
        <Field
          id="addendum-wage"
          name="wage"
          label={words.wage}
          hint={words.wageHint}
          value={given('wage', euros(placement.wageCents, language))}
          error={error('wage')}
        />
        <button className="btn btn-2" type="submit">
          {words.addendumButton}
        </button>
      </Form>
    </section>
  )
}

export function LeaveForm({ loaded, wrong }: FormProps) {
  const language = useLanguage()
  const words = placementFormWords[language].change
  const { leave } = loaded
  return (
    <section aria-labelledby="leave">
      <h2 id="leave">{words.leave}</h2>
      <p className="mt4">{words.leaveText}</p>
      {leave.length > 0 ? (
        <ul className="find card mt4">
          {leave.map(({ id, from, until }) => {
            const days = from === until ? dateText(from, language) : periodText(from, until, language)
            return (
              <li key={id} className="row between">
                <span>{days}</span>
                <Form method="post">
                  <input type="hidden" name="intent" value="leaveBack" />
                  <input type="hidden" name="leave" value={id} />
                  <button className="btn btn-3 btn-s" type="submit">
                    {words.leaveBack} <span className="vh">{days}</span>
                  </button>
                </Form>
              </li>
            )
          })}
        </ul>
      ) : null}
      <Form method="post" className="stack-4 mt4 narrow" noValidate>
        <input type="hidden" name="intent" value="leave" />
        <Days form="leave" wrong={wrong} />
        <button className="btn btn-2" type="submit">
          {words.leaveButton}
        </button>
      </Form>
    </section>
  )
}

export function PauseForm({ loaded, wrong }: FormProps) {
  const language = useLanguage()
  const words = placementFormWords[language].change
  const reasons = placementWords[language].pauseReasons
  const { error, given } = useFormWrong(wrong, 'interrupt')
  if (loaded.placement.state === 'interrupted') {
    return (
      <section aria-labelledby="resume">
        <h2 id="resume">{words.resume}</h2>
        <Form method="post" className="mt4">
          <input type="hidden" name="intent" value="resume" />
          <button className="btn" type="submit">
            {words.resumeButton}
          </button>
        </Form>
      </section>
    )
  }
  return (
    <section aria-labelledby="pause">
      <h2 id="pause">{words.pause}</h2>
      <p className="mt4">{words.pauseText}</p>
      <Form method="post" className="stack-4 mt4 narrow" noValidate>
        <input type="hidden" name="intent" value="interrupt" />
        <Days form="interrupt" wrong={wrong} />
        <Choice
          id="interrupt-reason"
          name="reason"
          label={words.reason}
          error={error('reason')}
          value={given('reason')}
          choices={loaded.reasons.pause.map((one) => ({ value: one, text: reasons[one] }))}
        />
        <button className="btn btn-2" type="submit">
          {words.pauseButton}
        </button>
      </Form>
    </section>
  )
}

export function EndForm({ loaded, wrong }: FormProps) {
  const language = useLanguage()
  const words = placementFormWords[language].change
  const reasons = placementWords[language].endReasons
  const { error, given } = useFormWrong(wrong, 'end')
  return (
    <section aria-labelledby="end">
      <h2 id="end">{words.end}</h2>
      <Form method="post" className="stack-4 mt4 narrow" noValidate>
        <input type="hidden" name="intent" value="end" />
        <Choice
          id="end-reason"
          name="reason"
          label={words.reason}
          error={error('reason')}
          value={given('reason')}
          choices={[{ value: '', text: words.choose }, ...loaded.reasons.end.map((one) => ({ value: one, text: reasons[one] }))]}
        />
        <Field name="text" type="textarea" label={words.endText} value={given('text')} error={error('text')} />
        <button className="btn btn-d" type="submit">
          {words.endButton}
        </button>
      </Form>
    </section>
  )
}
