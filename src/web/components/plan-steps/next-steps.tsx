import { Link } from 'react-router'
import type { PlanView } from '../../../modules/planning/index.ts'
import { pathTo } from '../../paths.ts'
import { conditionKind } from '../../words/conditions.ts'
import { dateText, euroText } from '../../words/format.ts'
import { planPageWords } from '../../words/plan.ts'
import { useLanguage } from '../../words/use-words.ts'
import { termAnchor } from '../good-question/good-question.tsx'

interface Next {
  readonly title: string
  readonly text: string
  readonly to?: string
  readonly action?: string
}

/** What to do now, in order; the first has the filled button. */
export function NextSteps({ plan }: { readonly plan: PlanView }) {
  const steps = useNextSteps(plan)
  const firstAction = steps.findIndex(({ to }) => to !== undefined)
  return (
    <ol className="next">
      {steps.map(({ title, text, to, action }, index) => (
        <li key={title}>
          <strong>
            {index + 1}. {title}
          </strong>
          <p className="note">{text}</p>
          {to ? (
            <Link className={index === firstAction ? 'btn' : 'btn btn-2'} to={to}>
              {action}
            </Link>
          ) : null}
        </li>
      ))}
    </ol>
  )
}

function useNextSteps(plan: PlanView): Next[] {
  const language = useLanguage()
  const words = planPageWords[language]
  const steps: Next[] = []
  const [check] = plan.toCheck
  if (check) {
    const kind = conditionKind(check.key)
    const anchor = kind === 'skill' ? 'skills' : termAnchor(kind)
    steps.push({
      title: words.nextCheck,
      text: words.nextCheckText,
      to: `${pathTo('profile', language)}#${anchor}`,
      action: words.nextCheckAction,
    })
  }
  for (const payer of plan.payers) {
    if (payer.certainty === 'ask')
      steps.push({ title: words.nextAsk(payer.label), text: words.nextAskText(euroText(payer.euro, language)) })
  }
  for (const step of plan.steps) {
    if (step.kind !== 'training' || plan.kind === 'hireThenTrain') continue
    const { training } = step
    steps.push({
      title: words.nextEnrol(training.title),
      text: words.nextEnrolText(
        dateText(step.from, language),
        training.seats === undefined ? words.seatsUnknown : words.seats(training.seats),
      ),
      to: pathTo('programme', language, { programme: training.programme }),
      action: words.nextEnrolAction,
    })
  }
  const { vacancy } = plan
  steps.push({
    title: words.nextApply(vacancy.employer),
    text: words.nextApplyText(vacancy.closesOn && dateText(vacancy.closesOn, language)),
    to: pathTo('vacancy', language, { vacancy: vacancy.id }),
    action: words.nextApplyAction,
  })
  return steps
}
