import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { PlanGroupView, PlanView } from '../../modules/planning/index.ts'
import { Unknown } from '../components/facts-band/facts-band.tsx'
import {
  incomeFact,
  kindSentence,
  letterOf,
  ownCostFact,
  planTitle,
  stepsSentence,
} from '../components/route-board/plan-facts.ts'
import { LineKey, RouteBoard } from '../components/route-board/route-board.tsx'
import { countSkills } from '../components/skill-strip/skill-strip.tsx'
import { StackedTable } from '../components/stacked-table/stacked-table.tsx'
import { pathTo } from '../paths.ts'
import { dateText, euroText } from '../words/format.ts'
import { myDeskWords } from '../words/my-desk.ts'
import { skillWords } from '../words/skills.ts'
import { useLanguage } from '../words/use-words.ts'

/** Two or three plans on one scale, and the same as a table: a row for each fact, a column for each plan. */
export function ComparedPlans({ plans, today }: { readonly plans: readonly PlanView[]; readonly today: string }) {
  const language = useLanguage()
  const words = myDeskWords[language].comparing
  const name = (plan: PlanView, index: number): string => `${letterOf(index)}. ${planTitle(plan)}`
  return (
    <section className="sec" aria-labelledby="compared">
      <h2 id="compared">{words.title}</h2>
      <div className="stack-5 mt4">
        <LineKey />
        <RouteBoard groups={plans.map(alone)} today={today} />
        <StackedTable
          caption={words.caption}
          columns={[{ title: words.columns.what }, ...plans.map((plan, index) => ({ title: name(plan, index) }))]}
          rows={rowsOf(plans, language).map(({ what, values }) => ({ key: what, cells: [what, ...values] }))}
        />
        <p>
          <Link to={pathTo('myDesk', language)}>{words.clear}</Link>
        </p>
      </div>
    </section>
  )
}

/** A plan as the board wants it: by itself, with nothing folded behind it. */
function alone(best: PlanView): PlanGroupView {
  return { best, plans: 1, opensLow: best.certain ? 1 : 0, opensHigh: 1, examples: [], folded: [] }
}

function rowsOf(plans: readonly PlanView[], language: 'nl' | 'en') {
  const { rows, unknown } = myDeskWords[language].comparing
  const { range } = myDeskWords[language].changes
  const row = (what: string, value: (plan: PlanView) => ReactNode) => ({ what, values: plans.map(value) })
  return [
    row(rows.kind, (plan) => kindSentence(plan, language)),
    row(rows.steps, (plan) => stepsSentence(plan, language)),
    row(rows.ready, (plan) => dateText(plan.readyOn, language)),
    row(rows.paid, (plan) => dateText(plan.firstPaidOn, language)),
    row(rows.own, (plan) => ownCostFact(plan, language).value),
    row(rows.lowest, (plan) => incomeFact(plan, language).value),
    row(rows.time, (plan) => String(plan.studyHoursPerWeek)),
    row(rows.wage, ({ vacancy: { wageMonthEuro } }) =>
      wageMonthEuro ? (
        range(euroText(wageMonthEuro[0], language), euroText(wageMonthEuro[1], language))
      ) : (
        <Unknown key="wage">{unknown}</Unknown>
      ),
    ),
    row(rows.fits, (plan) => skillWords[language].counts(countSkills(plan.skills))),
  ]
}
