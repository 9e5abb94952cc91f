import { Link } from 'react-router'
import type { PlanGroupView } from '../../../modules/planning/index.ts'
import { pathTo } from '../../paths.ts'
import { dateText } from '../../words/format.ts'
import { planWords } from '../../words/plans.ts'
import { skillWords } from '../../words/skills.ts'
import { useLanguage } from '../../words/use-words.ts'
import { incomeFact, letterOf, ownCostFact, planTitle, stepsSentence } from '../route-board/plan-facts.ts'
import { countSkills } from '../skill-strip/skill-strip.tsx'

/** The same plans as a table: for screen readers, for paper, and for who likes tables. */
export function PlansTable({
  groups,
  query = '',
  planPath,
}: {
  readonly groups: readonly PlanGroupView[]
  readonly query?: string
  /** Where a plan leads; left out: to its own page, which is about who looks. */
  readonly planPath?: ((plan: string) => string) | undefined
}) {
  const language = useLanguage()
  const words = planWords[language]
  const { columns } = words
  return (
    <div className="scroll">
      <table className="stacked">
        <caption>{words.tableCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.route}</th>
            <th scope="col">{columns.steps}</th>
            <th scope="col">{columns.ready}</th>
            <th scope="col" className="r">
              {columns.own}
            </th>
            <th scope="col" className="r">
              {columns.lowest}
            </th>
            <th scope="col" className="r">
              {columns.time}
            </th>
            <th scope="col">{columns.skills}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ best }, index) => (
            <tr key={best.id}>
              <th scope="row">
                <Link to={planPath?.(best.id) ?? `${pathTo('plan', language, { plan: best.id })}${query}`}>
                  {letterOf(index)}. {planTitle(best)}
                </Link>
                {best.certain ? null : <span className="note"> {words.perhaps}</span>}
              </th>
              <td data-l={columns.steps}>{stepsSentence(best, language)}</td>
              <td data-l={columns.ready}>{dateText(best.readyOn, language)}</td>
              <td className="r" data-l={columns.own}>
                {ownCostFact(best, language).value}
              </td>
              <td className="r" data-l={columns.lowest}>
                {incomeFact(best, language).value}
              </td>
              <td className="r" data-l={columns.time}>
                {best.studyHoursPerWeek}
              </td>
              <td data-l={columns.skills}>{skillWords[language].counts(countSkills(best.skills))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
