import type { CheckItem, CountPair } from '../../../modules/vacancy-checks/index.ts'
import { placed } from '../../placed.ts'
import { useLanguage } from '../../words/use-words.ts'
import { vacancyCheckWords } from '../../words/vacancy-check.ts'
import { fromTo } from '../pool-effect/pair-text.ts'
import { ItemMark } from '../vacancy-check-text/item-mark.tsx'
import { barId, itemName } from './item-name.ts'
import { peopleText } from './people-text.ts'

/** A bar: who is left, and what is told of the demand that took the others away. */
export interface Step {
  readonly key: string
  readonly name: string
  readonly left: CountPair
  readonly item?: CheckItem
  /** Demands that this bar holds together. */
  readonly parts?: readonly CheckItem[]
}

/** Bars on one scale, each not longer than the one before: solid for certain, dashed for what may be, striped for who was lost at this step. */
export function Stairs({ steps }: { readonly steps: readonly Step[] }) {
  const most = Math.max(1, ...steps.map(({ left }) => fromTo(left)[1]))
  return (
    <ol className="bars pool-bars mt4">
      {steps.map((step, at) => (
        <li className="bar" key={step.key} id={step.item ? barId(step.item) : undefined}>
          <StepName step={step} />
          <Bar left={step.left} before={steps[at - 1]?.left ?? step.left} most={most} />
          {step.parts && step.parts.length > 0 ? <Parts items={step.parts} /> : null}
        </li>
      ))}
    </ol>
  )
}

function StepName({ step: { name, left, item } }: { readonly step: Step }) {
  const language = useLanguage()
  return (
    <div className="row between">
      <span className="stepname">
        {item ? <ItemMark item={item} at={item.said ? 'bars' : 'explanation'} /> : null}
        <strong>{name}</strong>
      </span>
      <span className="num">
        {item ? <Costs item={item} /> : null} <b>{peopleText(left, language)}</b>
      </span>
    </div>
  )
}

/** What an item costs by itself. */
function Costs({ item }: { readonly item: CheckItem }) {
  const language = useLanguage()
  const shown = item.demands.flatMap(({ costs }) => (costs ? [peopleText(costs, language)] : []))
  return shown.length === 0 ? null : <span className="note cost">{vacancyCheckWords[language].costs(shown.join(' + '))}</span>
}

function Bar({ left, before, most }: { readonly left: CountPair; readonly before: CountPair; readonly most: number }) {
  const share = (people: number): number => (100 * people) / most
  const [from, to] = fromTo(left)
  const lost = fromTo(before)[1] - to
  return (
    <div className="bar-b" aria-hidden="true">
      {from > 0 ? <i className="left-sure" {...placed({ at: 0, size: share(from) })} /> : null}
      {to > from ? <i className="left-maybe" {...placed({ at: share(from), size: share(to - from) })} /> : null}
      {lost > 0 ? <i className="cost-sure" {...placed({ at: share(to), size: share(lost) })} /> : null}
    </div>
  )
}

function Parts({ items }: { readonly items: readonly CheckItem[] }) {
  const language = useLanguage()
  return (
    <ul className="parts">
      {items.map((item) => (
        <li key={item.mark} id={barId(item)}>
          <ItemMark item={item} at="explanation" /> {itemName(item, language)} <Costs item={item} />
        </li>
      ))}
    </ul>
  )
}
