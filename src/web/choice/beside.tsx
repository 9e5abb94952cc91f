import { Link } from 'react-router'
import type { ChosenCohort, Scenario } from '../../modules/cohort-choice/index.ts'
import { StackedTable } from '../components/stacked-table/stacked-table.tsx'
import { pathTo } from '../paths.ts'
import { choiceWords } from '../words/choice.ts'
import { euroText, numberText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'

/** Two scenarios side by side: their numbers, and which cohorts stand in one of them only. */
export function Beside({
  scenario,
  beside,
  organisation,
}: {
  readonly scenario: Scenario
  readonly beside: Scenario
  readonly organisation: string
}) {
  const language = useLanguage()
  const words = choiceWords[language]
  const pair = [scenario, beside] as const
  const both = scenario.answer.cohorts.filter(({ offering }) => beside.answer.cohorts.some((one) => one.offering === offering))
  const only = (own: Scenario, other: Scenario): string => {
    const there = own.answer.cohorts.filter(({ offering }) => !other.answer.cohorts.some((one) => one.offering === offering))
    return there.length === 0 ? '-' : there.map((one: ChosenCohort) => one.title[language]).join('; ')
  }
  const sure = ([low, high]: readonly [number, number]): string =>
    words.sure(numberText(low, language), numberText(high, language))
  return (
    <section aria-labelledby="beside">
      <h2 id="beside">{words.compare.title(scenario.name, beside.name)}</h2>
      <div className="mt4">
        <StackedTable
          caption={words.compare.title(scenario.name, beside.name)}
          isCaptionHidden
          columns={[{ title: words.compare.what }, ...pair.map(({ name }, at) => ({ title: at === 0 ? name : `${name} (2)` }))]}
          rows={[
            { key: 'budget', cells: [words.scenarios.budget, ...pair.map(({ asked }) => euroText(asked.budgetEuro, language))] },
            { key: 'aim', cells: [words.scenarios.aim, ...pair.map(({ asked }) => words.form.aims[asked.aim])] },
            { key: 'placed', cells: [words.band.placed, ...pair.map(({ answer }) => sure(answer.placed))] },
            { key: 'furthest', cells: [words.band.furthest, ...pair.map(({ answer }) => sure(answer.furthest))] },
            { key: 'cost', cells: [words.band.cost, ...pair.map(({ answer }) => euroText(answer.used.budgetEuro, language))] },
            { key: 'groups', cells: [words.band.groups, ...pair.map(({ answer }) => String(answer.cohorts.length))] },
            { key: 'only', cells: [words.compare.only, only(scenario, beside), only(beside, scenario)] },
          ]}
        />
      </div>
      <p className="mt4">{words.compare.both(both.length)}</p>
      <p className="mt4">
        <Link to={`${pathTo('chooseCohorts', language, { organisation })}?scenario=${encodeURIComponent(scenario.id)}`}>
          {words.compare.stop}
        </Link>
      </p>
    </section>
  )
}
