import { Link, type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router'
import type { PlanGroupView, PlansView } from '../../modules/planning/index.ts'
import { readQuestion, trialQuery } from '../asked.ts'
import { Answer } from '../components/answer/answer.tsx'
import { AskList } from '../components/ask-list/ask-list.tsx'
import { EmptyProfile } from '../components/empty-state/empty-profile.tsx'
import { EmptyState } from '../components/empty-state/empty-state.tsx'
import { GoalChoice } from '../components/goal-choice/goal-choice.tsx'
import { GoodQuestion } from '../components/good-question/good-question.tsx'
import { Icon } from '../components/icon/icon.tsx'
import { LimitedNote } from '../components/limited-note/limited-note.tsx'
import { Limits } from '../components/limits/limits.tsx'
import { Nudges } from '../components/nudges/nudges.tsx'
import { SmallChanges } from '../components/nudges/small-changes.tsx'
import { PlansTable } from '../components/plans-table/plans-table.tsx'
import { LineKey, RouteBoard } from '../components/route-board/route-board.tsx'
import { SkillLegend } from '../components/skill-strip/skill-strip.tsx'
import { TrialBar } from '../components/trial-bar/trial-bar.tsx'
import { ViewSwitch, viewOf } from '../components/view-switch/view-switch.tsx'
import { siteContext } from '../context.ts'
import { isEmptyProfile } from '../draft.ts'
import { pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { isLimitName } from '../trial.ts'
import { dateText, listText, lowerFirst } from '../words/format.ts'
import { planWords } from '../words/plans.ts'
import { useLanguage } from '../words/use-words.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const question = await readQuestion(site, request)
  const { language } = question
  const catalogue = await site.modules.skills.catalogue()
  // An occupation that is no longer there: all of them, rather than an answer about nothing.
  if (question.goal && question.goal !== 'all' && !catalogue.find(question.goal)) throw redirect(question.url.pathname)
  const view = await site.modules.planning.plans(question.asked)
  const goal = question.asked.profile.goal?.occupations ?? []
  return {
    view,
    profile: question.trial.profile,
    preference: question.preference,
    tried: question.trial.tried,
    query: trialQuery(question.trial),
    shown: viewOf(question.url.searchParams),
    isEmpty: isEmptyProfile(question.trial.profile),
    goal: question.goal ?? '',
    goalLabels: goal.map((id) => catalogue.label(id, language)),
    hasOwnGoal: (question.draft.profile.goal?.occupations ?? []).length > 0,
    choices: catalogue.ictOccupations(language).map(({ id }) => ({ id, label: catalogue.label(id, language) })),
  }
}

type Loaded = Awaited<ReturnType<typeof loader>>
type Words = (typeof planWords)['nl']

export const meta = pageMeta<Words, Loaded>(
  planWords,
  (words, loaded) => (loaded ? heading(words, loaded.view) : words.titleNone),
  (words) => words.about,
)

function heading(words: Words, view: PlansView): string {
  const certain = view.groups.filter(({ best }) => best.certain).length
  return certain > 0 ? words.title(certain) : words.titleNone
}

const mostLanes = 5
const mostPerhaps = 3

export default function PlansPage() {
  const loaded = useLoaderData<typeof loader>()
  const { view, profile, tried, shown, isEmpty, goal, goalLabels, preference } = loaded
  const language = useLanguage()
  const words = planWords[language]
  const keep = [
    ...tried.filter(([name]) => !isLimitName(name)),
    ...(goal ? [['goal', goal] as const] : []),
    ...(shown === 'table' ? [['view', 'table'] as const] : []),
  ]
  return (
    <div className="wrap">
      <div className="head">
        <Link className="crumb" to={pathTo('profile', language)}>
          <Icon name="left" />
          {words.profileLink}
        </Link>
        <h1>{heading(words, view)}</h1>
        <p className="lead">
          {goalLabels.length > 0 ? words.lead(listText(goalLabels.map(lowerFirst), language)) : words.leadAll}
        </p>
      </div>
      {isEmpty ? <EmptyProfile vacancies={view.basis.vacancies} /> : null}
      <Limits profile={profile} preference={preference} keep={keep} />
      <GoalChoice goal={goal} hasOwnGoal={loaded.hasOwnGoal} choices={loaded.choices} keep={tried} />
      <TrialBar tried={tried} />
      <Answer said={words.updated(view.groups.length)}>
        <LimitedNote basis={view.basis} />
        {view.groups.length === 0 ? <NotYet loaded={loaded} /> : <Found loaded={loaded} />}
        {view.asks.length > 0 ? <AskList asks={view.asks} /> : null}
        {view.question ? <GoodQuestion question={view.question} /> : null}
      </Answer>
      <p className="linkrow">
        <Link className="btn btn-2" to={`${pathTo('doors', language)}${loaded.query}`}>
          {words.toDoors}
          <Icon name="right" />
        </Link>
      </p>
    </div>
  )
}

function Found({ loaded }: { readonly loaded: Loaded }) {
  const { view, shown, query } = loaded
  const language = useLanguage()
  const words = planWords[language]
  const certain = view.groups.filter(({ best }) => best.certain)
  const perhaps = view.groups.filter(({ best }) => !best.certain)
  const counts = loaded.goalLabels.length > 0 ? words.counts : words.countsAll
  return (
    <>
      <div className="row between mt5">
        <ViewSwitch view={shown} />
        <LineKey />
      </div>
      {shown === 'table' ? (
        <section className="mt4" aria-label={words.tableCaption}>
          <PlansTable groups={view.groups} query={query} />
        </section>
      ) : (
        <>
          <p className="vh">{words.drawingNote}</p>
          {certain.length > 0 ? (
            <section className="mt4" aria-label={words.boardLabel}>
              <Lanes groups={certain} most={mostLanes} loaded={loaded} firstIndex={0} />
            </section>
          ) : null}
          {perhaps.length > 0 ? (
            <section className="sec" aria-labelledby="perhaps">
              <h2 id="perhaps" className="h3">
                {words.perhapsTitle}
              </h2>
              <p className="note">{words.perhapsLead}</p>
              <div className="mt4">
                <Lanes groups={perhaps} most={mostPerhaps} loaded={loaded} firstIndex={certain.length} />
              </div>
            </section>
          ) : null}
        </>
      )}
      <div className="row between mt4">
        <SkillLegend />
        <p className="note">
          {counts(view.counts.high, view.counts.certain)} {words.computed(dateText(view.basis.on, language))}{' '}
          <Link to={pathTo('howItWorks', language)}>{words.how}</Link>.
        </p>
      </div>
      {shown === 'line' ? (
        <details className="twin">
          <summary>{words.tableCaption}</summary>
          <PlansTable groups={[...certain, ...perhaps]} query={query} />
        </details>
      ) : null}
      <SmallChanges changes={view.changes ?? []} profile={loaded.profile} isOfGoal={loaded.goalLabels.length > 0} />
    </>
  )
}

/** The first lanes on the board; the rest behind its count. */
function Lanes({
  groups,
  most,
  loaded,
  firstIndex,
}: {
  readonly groups: readonly PlanGroupView[]
  readonly most: number
  readonly loaded: Loaded
  readonly firstIndex: number
}) {
  const words = planWords[useLanguage()]
  const { view, profile, query } = loaded
  const limit = limitDate(view.basis.on, profile.study?.totalWeeks)
  const rest = groups.slice(most)
  const shared = { today: view.basis.on, limit, query, alsoCover: view.groups }
  return (
    <>
      <RouteBoard groups={groups.slice(0, most)} firstIndex={firstIndex} {...shared} />
      {rest.length > 0 ? (
        <details className="twin">
          <summary>{words.othersTitle(rest.length)}</summary>
          <div className="mt4">
            <RouteBoard groups={rest} firstIndex={firstIndex + most} {...shared} />
          </div>
        </details>
      ) : null}
    </>
  )
}

function limitDate(today: string, weeks: number | undefined): string | undefined {
  if (weeks === undefined) return undefined
  return new Date(Date.parse(`${today}T00:00:00Z`) + weeks * 7 * 86_400_000).toISOString().slice(0, 10)
}

/** The honest not-yet: what stops it, and what would open most. */
function NotYet({ loaded }: { readonly loaded: Loaded }) {
  const { view, profile, goalLabels } = loaded
  const language = useLanguage()
  const words = planWords[language]
  const changes = view.notYet?.changes ?? []
  return (
    <section className="mt5">
      <EmptyState
        title={words.notYetTitle}
        actions={
          goalLabels.length > 0 ? (
            <Link className="btn btn-2" to={`${pathTo('plans', language)}?goal=all`}>
              {words.notYetGoal}
            </Link>
          ) : undefined
        }
      >
        <p>{words.notYet}</p>
        <p>{changes.length > 0 ? words.notYetChanges : words.notYetNothing}</p>
      </EmptyState>
      {changes.length > 0 ? (
        <div className="mt4">
          <Nudges changes={changes.slice(0, 3)} profile={profile} />
        </div>
      ) : null}
    </section>
  )
}
