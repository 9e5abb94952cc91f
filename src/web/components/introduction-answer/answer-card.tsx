import { Form } from 'react-router'
import type { Side, StepName } from '../../../modules/introductions/index.ts'
import { introductionFormWords } from '../../words/introduction-forms.ts'
import { useLanguage } from '../../words/use-words.ts'

/** One answer: yes, or the question taken back. Nothing where that is not open. */
export function AnswerCard({
  side,
  open,
  step,
  organisation,
  offering,
}: {
  readonly side: Side
  readonly open: readonly StepName[]
  readonly step: 'takeUp' | 'accept' | 'withdraw'
  readonly organisation: string
  /** A training that the organisation offers with its question. */
  readonly offering?: string | undefined
}) {
  const words = introductionFormWords[useLanguage()].answer
  if (!open.includes(step)) return null
  const text = {
    takeUp: words.takeUp,
    accept: side === 'person' ? words.acceptPerson : words.acceptOrganisation,
    withdraw: words.withdraw,
  }[step]
  const note = { takeUp: words.takeUpNote(organisation), accept: words.acceptNote[side], withdraw: undefined }[step]
  return (
    <div className="card card-ink stack">
      {offering ? (
        <div>
          <p className="bare">
            <strong>{words.hireThenTrain}</strong>
          </p>
          <p className="bare">{words.offering(offering)}</p>
        </div>
      ) : null}
      <Form method="post">
        <input type="hidden" name="intent" value={step} />
        <button className={step === 'withdraw' ? 'btn btn-2 full' : 'btn full'} type="submit">
          {text}
        </button>
      </Form>
      {note ? <p className="small">{note}</p> : null}
    </div>
  )
}
