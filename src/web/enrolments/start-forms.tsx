import { Form } from 'react-router'
import type { StartView, StepKind } from '../../modules/enrolments/index.ts'
import { FieldError } from '../components/field-error/field-error.tsx'
import { Choice, Field } from '../organisation/field.tsx'
import { enrolmentStartWords } from '../words/enrolment-start.ts'
import { enrolmentWords } from '../words/enrolments.ts'
import { useLanguage } from '../words/use-words.ts'
import type { EnrolmentWrong } from './act.ts'
import { DayField } from './day-field.tsx'
import { stepLines } from './step-lines.ts'

interface Given {
  readonly view: StartView
  readonly wrong: EnrolmentWrong | undefined
}

/** How many places, and when one can apply. */
export function PlacesForm({ view: { start }, wrong }: Given) {
  const language = useLanguage()
  const words = enrolmentStartWords[language].settings
  const wrongs = enrolmentWords[language].wrong
  const given = wrong?.intent === 'places' ? wrong : undefined
  const errorOf = (field: 'places' | 'enrolFrom' | 'enrolUntil'): string | undefined =>
    given?.wrong === field ? wrongs[field] : undefined
  const tooFew = given?.wrong === 'placesTaken' ? wrongs.placesTaken : undefined
  return (
    <section className="card stack" aria-labelledby="settings">
      <h2 id="settings" className="h3">
        {words.title}
      </h2>
      <p className="small">{words.text}</p>
      {start.byHand ? <p className="note">{words.byHand}</p> : null}
      <Form method="post" className="stack" noValidate>
        <input type="hidden" name="intent" value="places" />
        <Field
          name="places"
          id="places-number"
          type="number"
          label={words.places}
          value={given?.given.places ?? (start.places === undefined ? '' : String(start.places))}
          error={errorOf('places') ?? tooFew}
        />
        <DayField
          name="enrolFrom"
          label={words.enrolFrom}
          hint={words.dayHint}
          value={given?.given.enrolFrom ?? start.enrolFrom}
          error={errorOf('enrolFrom')}
        />
        <DayField
          name="enrolUntil"
          label={words.enrolUntil}
          value={given?.given.enrolUntil ?? start.enrolUntil}
          error={errorOf('enrolUntil')}
        />
        <button className="btn btn-2" type="submit">
          {words.button}
        </button>
      </Form>
    </section>
  )
}

/** The steps of the admission, in order: as many lines as there may be, empty ones are no step. */
export function AdmissionForm({ view: { admission }, kinds, wrong }: Given & { readonly kinds: readonly StepKind[] }) {
  const language = useLanguage()
  const words = enrolmentStartWords[language].admission
  const { steps, wrong: wrongs } = enrolmentWords[language]
  const given = wrong?.intent === 'steps' ? wrong : undefined
  const lines = Array.from({ length: stepLines }, (_, at) => at)
  return (
    <section aria-labelledby="admission">
      <h2 id="admission">{words.title}</h2>
      <p className="mt4">{words.text}</p>
      <details className="twin" open={given !== undefined || admission.length === 0 || undefined}>
        <summary>{admission.map(({ kind }) => steps.kinds[kind]).join(', ') || words.no}</summary>
        <Form method="post" className="stack mt4" noValidate>
          <input type="hidden" name="intent" value="steps" />
          <FieldError id="steps-e" text={given?.wrong === 'steps' ? wrongs.steps : undefined} />
          <p className="hint">{words.hint}</p>
          {lines.map((at) => {
            const step = admission[at]
            return (
              <fieldset key={at} className="plainset stack">
                <legend className="label">{words.step(at + 1)}</legend>
                <Choice
                  name={`kind-${at}`}
                  label={words.kind}
                  choices={[{ value: '', text: words.no }, ...kinds.map((kind) => ({ value: kind, text: steps.kinds[kind] }))]}
                  value={given?.given[`kind-${at}`] ?? step?.kind ?? ''}
                />
                <Field name={`nl-${at}`} label={words.nl} value={given?.given[`nl-${at}`] ?? step?.purpose.nl} />
                <Field name={`en-${at}`} label={words.en} value={given?.given[`en-${at}`] ?? step?.purpose.en} />
              </fieldset>
            )
          })}
          <button className="btn btn-2" type="submit">
            {words.button}
          </button>
        </Form>
      </details>
    </section>
  )
}
