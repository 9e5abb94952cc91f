import { Form } from 'react-router'
import type { Side, StepName } from '../../../modules/introductions/index.ts'
import { introductionFormWords } from '../../words/introduction-forms.ts'
import { useLanguage } from '../../words/use-words.ts'
import { FieldError } from '../field-error/field-error.tsx'

type Wrong = 'offering' | 'startsOn'

/** Going on: a training first, the job, and its first day. Both sides have to say yes. */
export function AgreeCard({
  side,
  open,
  pending,
  days,
  wrong,
}: {
  readonly side: Side
  readonly open: readonly StepName[]
  /** What the other side said yes to. */
  readonly pending?: 'agreeTraining' | 'hire' | undefined
  readonly days: { readonly today: string }
  readonly wrong?: Wrong | undefined
}) {
  const words = introductionFormWords[useLanguage()]
  const { agree } = words
  const steps = (['hire', 'agreeTraining', 'start'] as const).filter((step) => open.includes(step))
  if (steps.length === 0) return null
  return (
    <section className="card stack" aria-labelledby="agree">
      <h2 id="agree" className="h3">
        {agree.title}
      </h2>
      {steps.includes('hire') ? (
        <Form method="post" className="stack" noValidate>
          <input type="hidden" name="intent" value="hire" />
          {pending === 'hire' ? null : (
            <Field
              name="startsOn"
              label={agree.startsOn}
              hint={agree.startsOnHint}
              wrong={wrong === 'startsOn' ? words.wrong.startsOn : undefined}
            >
              <input
                className="input"
                id="startsOn"
                name="startsOn"
                type="date"
                min={days.today}
                {...described('startsOn', wrong, true)}
              />
            </Field>
          )}
          <button className={pending === 'hire' ? 'btn full' : 'btn btn-2 full'} type="submit">
            {pending === 'hire' ? agree.hireYes[side] : agree.hireSend[side]}
          </button>
        </Form>
      ) : null}
      {steps.includes('agreeTraining') ? (
        <Form method="post" className="stack" noValidate>
          <input type="hidden" name="intent" value="agreeTraining" />
          {pending === 'agreeTraining' ? null : (
            <Field name="offering" label={agree.training} wrong={wrong === 'offering' ? words.wrong.offering : undefined}>
              <input
                className="input"
                id="offering"
                name="offering"
                maxLength={300}
                required
                {...described('offering', wrong, false)}
              />
            </Field>
          )}
          <button className={pending === 'agreeTraining' ? 'btn full' : 'btn btn-2 full'} type="submit">
            {pending === 'agreeTraining' ? agree.trainingYes : agree.trainingSend[side]}
          </button>
        </Form>
      ) : null}
      {steps.includes('start') ? (
        <Form method="post">
          <input type="hidden" name="intent" value="start" />
          <button className="btn btn-2 full" type="submit">
            {agree.start}
          </button>
        </Form>
      ) : (
        <p className="note">{agree.note}</p>
      )}
    </section>
  )
}

function described(name: Wrong, wrong: Wrong | undefined, hasHint: boolean) {
  const isWrong = wrong === name
  const ids = [...(hasHint ? [`${name}-h`] : []), ...(isWrong ? [`${name}-e`] : [])]
  return { 'aria-invalid': isWrong ? true : undefined, 'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined }
}

function Field({
  name,
  label,
  hint,
  wrong,
  children,
}: {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly wrong?: string | undefined
  readonly children: React.ReactNode
}) {
  return (
    <div className={wrong ? 'field has-error' : 'field'}>
      <label className="label" htmlFor={name}>
        {label}
      </label>
      {hint ? (
        <span className="hint" id={`${name}-h`}>
          {hint}
        </span>
      ) : null}
      {wrong ? <FieldError id={`${name}-e`} text={wrong} /> : null}
      {children}
    </div>
  )
}
