import type { ReactNode } from 'react'
import type { AdmissionStep, EnrolmentStep } from '../../../modules/enrolments/index.ts'
import { enrolmentWords } from '../../words/enrolments.ts'
import { dateText } from '../../words/format.ts'
import { useLanguage } from '../../words/use-words.ts'
import { Icon } from '../icon/icon.tsx'

type Step = AdmissionStep & Partial<EnrolmentStep>

/** What somebody goes through before a place: what for, when, and how it went. `under` stands below the step of that number. */
export function AdmissionSteps({
  steps,
  shows = 'all',
  under,
}: {
  readonly steps: readonly Step[]
  /** `what`: before somebody applied there is no day and no outcome. */
  readonly shows?: 'all' | 'what'
  readonly under?: (number: number) => ReactNode
}) {
  const words = enrolmentWords[useLanguage()].steps
  return (
    <ol className="find card">
      {steps.map((step, at) => (
        <li key={step.number ?? at}>
          <div className="row between">
            <h3 className="h4 bare">{words.kinds[step.kind]}</h3>
            {shows === 'all' ? <Outcome step={step} /> : null}
          </div>
          <Purpose step={step} />
          {shows === 'all' ? <When step={step} /> : null}
          {under?.(step.number ?? at + 1)}
        </li>
      ))}
    </ol>
  )
}

/** In the language of the page, or in the other where it is in one only: then it says which. */
function Purpose({ step: { purpose } }: { readonly step: Step }) {
  const language = useLanguage()
  const other = language === 'nl' ? 'en' : 'nl'
  const own = purpose[language]
  return (
    <p className="bare breakable" lang={own === undefined ? other : undefined}>
      {own ?? purpose[other]}
    </p>
  )
}

function Outcome({ step: { outcome } }: { readonly step: Step }) {
  const words = enrolmentWords[useLanguage()].steps
  if (outcome === 'passed') {
    return (
      <span className="tag t-have">
        <Icon name="check" />
        {words.passed}
      </span>
    )
  }
  return (
    <span className={outcome === undefined ? 'tag t-open' : 'tag t-miss'}>
      {outcome === undefined ? words.open : words.notPassed}
    </span>
  )
}

function When({ step: { plannedOn, plannedText, reason } }: { readonly step: Step }) {
  const language = useLanguage()
  const words = enrolmentWords[language].steps
  return (
    <>
      {plannedOn ? (
        <p className="small bare breakable lines">
          {words.on(dateText(plannedOn, language))}
          {plannedText ? `: ${plannedText}` : ''}
        </p>
      ) : null}
      {reason ? (
        <p className="small bare breakable lines">
          {words.reason} {reason}
        </p>
      ) : null}
    </>
  )
}
