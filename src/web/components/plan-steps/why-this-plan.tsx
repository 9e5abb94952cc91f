import { Link } from 'react-router'
import type { PlanView } from '../../../modules/planning/index.ts'
import { pathTo } from '../../paths.ts'
import { conditionSentence, conditionTitle } from '../../words/conditions.ts'
import { euroText } from '../../words/format.ts'
import { planPageWords } from '../../words/plan.ts'
import { useLanguage } from '../../words/use-words.ts'
import { Icon } from '../icon/icon.tsx'
import { trainingsOf } from '../route-board/plan-facts.ts'
import { countSkills } from '../skill-strip/skill-strip.tsx'

/** The reasons for a plan, and what still stands in its way. */
export function WhyThisPlan({ plan }: { readonly plan: PlanView }) {
  const language = useLanguage()
  const words = planPageWords[language]
  const counts = countSkills(plan.skills)
  const trainings = trainingsOf(plan)
  const weeks = trainings.reduce((sum, training) => sum + training.weeks, 0)
  const asks = plan.payers.filter(({ certainty }) => certainty === 'ask')
  return (
    <div className="card card-ink">
      <ul className="why">
        <li>
          <Icon name="check" />
          <p>
            <strong>{counts.have > 0 ? words.whySkills : words.whySkillsNone}</strong>{' '}
            {words.whySkillsText(counts.have, counts.near, plan.skills.length)}
          </p>
        </li>
        <li>
          <Icon name="clock" />
          <p>
            {trainings.length === 0 ? (
              <>
                <strong>{words.whyDirect}</strong> {words.whyDirectText}
              </>
            ) : (
              <>
                <strong>{words.whyCourse(trainings.length)}</strong> {words.whyCourseText(counts.learn, weeks)}
              </>
            )}
          </p>
        </li>
        {plan.kind === 'dual' || plan.kind === 'hireThenTrain' ? (
          <li>
            <Icon name="flag" />
            <p>
              <strong>{words.whyDual}</strong> {words.whyDualText}
            </p>
          </li>
        ) : null}
        {asks.map((payer) => (
          <li className="con" key={payer.who}>
            <Icon name="warning" />
            <p>
              <strong>{words.whyAsk(payer.label)}</strong> {words.whyAskText(euroText(payer.euro, language))}
            </p>
          </li>
        ))}
        {plan.toCheck.map((condition) => (
          <li className="con" key={condition.key}>
            <Icon name="question" />
            <p>
              <strong>{conditionTitle(condition, language)}.</strong> {conditionSentence(condition, language)}
            </p>
          </li>
        ))}
      </ul>
      <p className="note human">
        {words.human} <Link to={pathTo('howItWorks', language)}>{words.seeSums}</Link>
      </p>
    </div>
  )
}
