import type { ChancePart, PlanView } from '../../../modules/planning/index.ts'
import { placed } from '../../placed.ts'
import { planPageWords } from '../../words/plan.ts'
import { useLanguage } from '../../words/use-words.ts'

/** The chance as a band in words, with the numbers it comes from. */
export function Chance({ plan }: { readonly plan: Pick<PlanView, 'chance' | 'chanceParts'> }) {
  const words = planPageWords[useLanguage()]
  return (
    <>
      <p className="lead">
        <strong>{words.bands[plan.chance]}.</strong>
      </p>
      <p className="note">{plan.chance === 'no training' ? words.chanceNoTraining : words.chanceLead}</p>
      {plan.chanceParts.map((part) => (
        <Part key={part.offering} part={part} />
      ))}
    </>
  )
}

type Figure = NonNullable<ChancePart['completion']>

function Part({ part }: { readonly part: ChancePart }) {
  const words = planPageWords[useLanguage()]
  return (
    <div className="chancepart">
      <h3 className="h4">{part.title}</h3>
      <ShareOf figure={part.completion} words={words.completion} name={words.completionName} />
      <ShareOf figure={part.placement} words={words.placement} name={words.placementName} />
    </div>
  )
}

/** A share as a bar with its parents. */
export function ShareOf({
  figure,
  words,
  name,
}: {
  readonly figure: Figure | undefined
  readonly words: (of: number, outOf: number) => string
  /** What the figure is about, for where it is not known. */
  readonly name: string
}) {
  const page = planPageWords[useLanguage()]
  if (!figure) {
    return (
      <p>
        {name}: <span className="unk">{page.figureUnknown}</span>
      </p>
    )
  }
  return (
    <p>
      <span className="share">
        <i {...placed({ size: (figure.of / figure.outOf) * 100 })} aria-hidden="true" />
        <span className="num">{words(figure.of, figure.outOf)}</span>
      </span>
      <br />
      <span className="note">{page.figureFrom(figure.cohort, figure.source)}</span>
    </p>
  )
}
