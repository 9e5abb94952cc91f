import { Form } from 'react-router'
import type { EducatorView } from '../../modules/cohorts/index.ts'
import { cohortWords } from '../words/cohorts.ts'
import { useLanguage } from '../words/use-words.ts'
import type { CohortWrong } from './cohort-action.ts'

/** Steps that are a button, in the order in which they are offered. */
const buttons = ['order', 'propose', 'settle', 'start', 'reopen', 'orderAgain'] as const

/** What the educator can do now: one thing that goes on, and ways back. */
export function StepsPart({ view, wrong }: { readonly view: EducatorView; readonly wrong: CohortWrong | undefined }) {
  const { steps: words, states } = cohortWords[useLanguage()]
  const { cohort, open } = view
  const offered = buttons.filter((step) => open.includes(step))
  // What comes next is done first; making a new proposal is not what comes next once there is one.
  const next = (['settle', 'start', 'propose', 'order'] as const).find((step) => open.includes(step))
  const texts: Readonly<Partial<Record<(typeof buttons)[number], string>>> = {
    order: words.orderText,
    propose: words.proposeText,
    settle: words.settleText,
    start: words.startText,
  }
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{words.title}</h2>
      <p className="mt4">{words.now(states[cohort.state])}</p>
      <div className="stack-4 mt4">
        {offered.map((step) => (
          <Form method="post" key={step}>
            <input type="hidden" name="intent" value={step} />
            {step === 'settle' ? <input type="hidden" name="seen" value={cohort.proposal ?? ''} /> : null}
            <button className={step === next ? 'btn' : 'btn btn-2'} type="submit">
              {step === 'propose' && cohort.proposal !== undefined ? words.proposeAgain : words[step]}
            </button>
            {texts[step] ? <p className="small">{texts[step]}</p> : null}
          </Form>
        ))}
      </div>
      {open.includes('cancel') ? (
        <Form method="post" className="stack-4 mt4">
          <input type="hidden" name="intent" value="cancel" />
          <label className="check">
            <input type="checkbox" name="sure" value="yes" aria-invalid={wrong?.intent === 'cancel' ? true : undefined} />
            <span>{words.sure}</span>
          </label>
          <button className="btn btn-d" type="submit">
            {words.cancel}
          </button>
        </Form>
      ) : null}
    </section>
  )
}
