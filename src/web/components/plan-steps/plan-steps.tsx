import { Link } from 'react-router'
import type { PlanStep, PlanView } from '../../../modules/planning/index.ts'
import type { Language } from '../../../modules/skills/index.ts'
import { pathTo } from '../../paths.ts'
import { conditionWords } from '../../words/conditions.ts'
import { dateText, periodText } from '../../words/format.ts'
import { planPageWords } from '../../words/plan.ts'
import { useLanguage } from '../../words/use-words.ts'

/** The line of one plan, upright: each step with its dates. */
export function PlanSteps({ plan, today }: { readonly plan: PlanView; readonly today: string }) {
  const language = useLanguage()
  return (
    <ol className="steps">
      {fromToday(plan.steps, today).map((step, index) => (
        <Step key={`${step.kind} ${step.from}`} step={step} language={language} isFirst={index === 0} today={today} />
      ))}
    </ol>
  )
}

/** The steps begin when somebody is free; the line begins now. */
function fromToday(steps: readonly PlanStep[], today: string): readonly PlanStep[] {
  const [first, ...rest] = steps
  if (!first || first.from <= today) return steps
  return first.kind === 'wait'
    ? [{ ...first, from: today }, ...rest]
    : [{ kind: 'wait', from: today, until: first.from }, ...steps]
}

function Step({
  step,
  language,
  isFirst,
  today,
}: {
  readonly step: PlanStep
  readonly language: Language
  readonly isFirst: boolean
  readonly today: string
}) {
  const words = planPageWords[language]
  if (step.kind === 'wait') {
    return (
      <li className="k-wait">
        <p className="when">{isFirst ? words.nowStep(dateText(today, language)) : periodText(step.from, step.until, language)}</p>
        <h3 className="h4">{isFirst ? words.waitFirst : words.waitTitle}</h3>
        <p className="small">{words.waitText(weeksBetween(step.from, step.until))}</p>
      </li>
    )
  }
  if (step.kind === 'training') {
    const { training } = step
    return (
      <li className={step.withWage ? 'k-dual' : 'k-learn'}>
        <p className="when">{periodText(step.from, step.until, language)}</p>
        <h3 className="h4">
          <Link to={pathTo('programme', language, { programme: training.programme })}>{training.title}</Link>
        </h3>
        <p className="small">
          {words.trainingText(
            training.provider,
            training.online ? words.online : (training.placeName ?? ''),
            training.weeks,
            training.hoursPerWeek,
          )}{' '}
          {step.withWage ? `${words.withWage} ` : ''}
          {training.seats === undefined ? <span className="unk">{words.seatsUnknown}</span> : words.seats(training.seats)}
        </p>
      </li>
    )
  }
  const { vacancy } = step
  const { to } = conditionWords[language]
  const hours =
    vacancy.hours &&
    (vacancy.hours[0] === vacancy.hours[1] ? `${vacancy.hours[1]}` : `${vacancy.hours[0]} ${to} ${vacancy.hours[1]}`)
  return (
    <li className="k-job">
      <p className="when">{dateText(step.from, language)}</p>
      <h3 className="h4">
        <Link to={pathTo('vacancy', language, { vacancy: vacancy.id })}>{words.jobTitle(vacancy.title, vacancy.employer)}</Link>
      </h3>
      <p className="small">
        {words.jobText(vacancy.placeName, hours && words.jobHours(hours))}.{' '}
        {vacancy.closesOn ? words.openUntil(dateText(vacancy.closesOn, language)) : ''}
      </p>
    </li>
  )
}

function weeksBetween(from: string, until: string): number {
  return Math.max(1, Math.round((Date.parse(until) - Date.parse(from)) / (7 * 86_400_000)))
}
