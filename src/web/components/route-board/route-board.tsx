import { Link } from 'react-router'
import type { PlanGroupView, PlanView } from '../../../modules/planning/index.ts'
import { pathTo } from '../../paths.ts'
import { conditionTitle } from '../../words/conditions.ts'
import { dateText, listText, lowerFirst } from '../../words/format.ts'
import { planWords } from '../../words/plans.ts'
import { skillWords } from '../../words/skills.ts'
import { useLanguage } from '../../words/use-words.ts'
import { countSkills, SkillStrip } from '../skill-strip/skill-strip.tsx'
import { LaneDrawing, MonthAxis } from './lane-drawing.tsx'
import {
  type Fact,
  incomeFact,
  kindSentence,
  letterOf,
  ownCostFact,
  planTitle,
  stepsSentence,
  tagsOf,
  timeFact,
} from './plan-facts.ts'
import { type TimeScale, timeScale } from './time-scale.ts'

export interface BoardProps {
  readonly groups: readonly PlanGroupView[]
  readonly today: string
  /** The last day the person wants to be ready on. */
  readonly limit?: string | undefined
  /** The query that must stay in links: what is being tried. */
  readonly query?: string
  /** Letters go on where another board stopped. */
  readonly firstIndex?: number
  /** The scale covers these too, so that two boards can be compared. */
  readonly alsoCover?: readonly PlanGroupView[]
  /** Where a plan leads; left out: to its own page, which is about who looks. Given where the plans are somebody else's. */
  readonly planPath?: ((plan: string) => string) | undefined
}

/** Plans on one scale: the answer of the product as a picture, with everything it says in words beside it. */
export function RouteBoard({ groups, today, limit, query = '', firstIndex = 0, alsoCover = [], planPath }: BoardProps) {
  const language = useLanguage()
  const words = planWords[language]
  const scale = timeScale(
    today,
    [...groups, ...alsoCover].map(({ best }) => best.readyOn),
    limit,
  )
  const tags = tagsOf(groups)
  const isOpen = groups.every(({ best }) => !best.certain)
  return (
    <div className={isOpen ? 'board open' : 'board'}>
      <div className="axisbox" aria-hidden="true">
        <div className="axisin rel">
          <MonthAxis scale={scale} limitLabel={words.yourLimit} />
        </div>
      </div>
      <ol className="lanes">
        {groups.map((group, index) => (
          <Lane
            key={group.best.id}
            group={group}
            letter={letterOf(firstIndex + index)}
            tag={tags[index]}
            scale={scale}
            query={query}
            planPath={planPath}
          />
        ))}
      </ol>
    </div>
  )
}

function Lane({
  group,
  letter,
  tag,
  scale,
  query,
  planPath,
}: {
  readonly group: PlanGroupView
  readonly letter: string
  readonly tag: ReturnType<typeof tagsOf>[number]
  readonly scale: TimeScale
  readonly query: string
  readonly planPath: BoardProps['planPath']
}) {
  const language = useLanguage()
  const words = planWords[language]
  const plan = group.best
  return (
    <li className={plan.certain ? 'lane' : 'lane ghost'}>
      <div className="lane-h">
        <div className="top2">
          <span className="rank">
            <span className="vh">{words.route} </span>
            {letter}
          </span>
          {plan.certain ? null : <span className="tag t-shut">{words.perhaps}</span>}
          {tag ? <span className="tag t-accent">{words.tags[tag]}</span> : null}
        </div>
        <h3>
          <Link to={planPath?.(plan.id) ?? `${pathTo('plan', language, { plan: plan.id })}${query}`}>{planTitle(plan)}</Link>
        </h3>
        <p className="note">
          {words.atEmployer(plan.vacancy.employer, plan.vacancy.placeName)} {kindSentence(plan, language)}
        </p>
        {plan.certain ? null : <Checks plan={plan} isOwn={planPath === undefined} />}
        <Folded group={group} />
      </div>
      <LaneDrawing plan={plan} scale={scale} />
      <p className="steptext">
        <span className="vh">{words.steps}</span>
        {stepsSentence(plan, language)}
      </p>
      <LaneFacts plan={plan} />
    </li>
  )
}

/** `isOwn`: the plan is of who looks, and so is the page that says why not. */
function Checks({ plan, isOwn }: { readonly plan: PlanView; readonly isOwn: boolean }) {
  const language = useLanguage()
  const words = planWords[language]
  const titles = plan.toCheck.map((condition) => lowerFirst(conditionTitle(condition, language)))
  return (
    <p className="small lane-check">
      {words.check(listText([...new Set(titles)], language))}{' '}
      {isOwn ? <Link to={pathTo('whyNot', language, { vacancy: plan.vacancy.id })}>{words.whyNotLink}</Link> : null}
    </p>
  )
}

/** What stands behind this plan: counts that open into the list. */
function Folded({ group }: { readonly group: PlanGroupView }) {
  const words = planWords[useLanguage()]
  return (
    <>
      {group.opensHigh > 1 ? <p className="note">{words.moreBanen(group.opensHigh, group.opensLow)}</p> : null}
      {group.folded.length > 0 ? (
        <details className="folded">
          <summary>{words.foldedTitle(group.folded.length)}</summary>
          <ul className="small">
            {group.folded.map((path) => (
              <li key={path.map(({ offering }) => offering).join(' ')}>
                {path.map(({ title, provider }) => `${title} (${provider})`).join(words.afterwards)}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  )
}

function LaneFacts({ plan }: { readonly plan: PlanView }) {
  const language = useLanguage()
  const words = planWords[language]
  const counts = countSkills(plan.skills)
  return (
    <dl className="facts">
      <FactBox
        name={words.facts.ready}
        fact={{ value: dateText(plan.readyOn, language), note: words.facts.inWeeks(plan.readyInWeeks) }}
      />
      <FactBox name={words.facts.own} fact={ownCostFact(plan, language)} />
      <FactBox name={words.facts.income} fact={incomeFact(plan, language)} />
      <FactBox name={words.facts.time} fact={timeFact(plan, language)} />
      <div className="wide">
        <dt>{words.facts.fits}</dt>
        <dd>
          <SkillStrip skills={plan.skills} />
          <small>{skillWords[language].ofTotal(counts.have + counts.near, plan.skills.length)}</small>
        </dd>
      </div>
    </dl>
  )
}

function FactBox({ name, fact }: { readonly name: string; readonly fact: Fact }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="num">
        {fact.isUnknown ? <span className="unk">{fact.value}</span> : fact.value}
        <small>{fact.note}</small>
      </dd>
    </div>
  )
}

export function LineKey() {
  const { key, keyLabel } = planWords[useLanguage()]
  return (
    <ul className="key" aria-label={keyLabel}>
      {(['wait', 'learn', 'dual', 'job'] as const).map((kind) => (
        <li key={kind}>
          <span className={`s-${kind}`} />
          {key[kind]}
        </li>
      ))}
    </ul>
  )
}
