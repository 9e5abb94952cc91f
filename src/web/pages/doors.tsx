import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { DoorsView } from '../../modules/planning/index.ts'
import { readQuestion, trialQuery } from '../asked.ts'
import { Answer } from '../components/answer/answer.tsx'
import { DoorsBoard, doorTitle } from '../components/doors-board/doors-board.tsx'
import { DoorsKey, DoorsTable } from '../components/doors-board/doors-table.tsx'
import { EmptyProfile } from '../components/empty-state/empty-profile.tsx'
import { EmptyState } from '../components/empty-state/empty-state.tsx'
import { GoodQuestion } from '../components/good-question/good-question.tsx'
import { Icon } from '../components/icon/icon.tsx'
import { LimitedNote } from '../components/limited-note/limited-note.tsx'
import { Limits } from '../components/limits/limits.tsx'
import { SmallChanges } from '../components/nudges/small-changes.tsx'
import { TrialBar } from '../components/trial-bar/trial-bar.tsx'
import { ViewSwitch, viewOf } from '../components/view-switch/view-switch.tsx'
import { siteContext } from '../context.ts'
import { isEmptyProfile } from '../draft.ts'
import { pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { isLimitName } from '../trial.ts'
import { doorWords } from '../words/doors.ts'
import { dateText, numberText } from '../words/format.ts'
import { planWords } from '../words/plans.ts'
import { useLanguage } from '../words/use-words.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const question = await readQuestion(site, request)
  return {
    view: await site.modules.planning.doors(question.asked),
    profile: question.trial.profile,
    tried: question.trial.tried,
    query: trialQuery(question.trial),
    shown: viewOf(question.url.searchParams),
    isEmpty: isEmptyProfile(question.trial.profile),
  }
}

type Loaded = Awaited<ReturnType<typeof loader>>
type Words = (typeof doorWords)['nl']

export const meta = pageMeta<Words, Loaded>(
  doorWords,
  (words, loaded) => (loaded ? heading(words, loaded.view) : words.sub),
  (words) => words.about,
)

/** The heading is the answer: the door that opens most, what is open now, or that there is none. */
function heading(words: Words, view: DoorsView): string {
  const best = bestDoor(view)
  if (best && best.opensHigh > 0) return best.path.length > 1 ? words.titleTwo(best.opensHigh) : words.title(best.opensHigh)
  return view.openNow[1] > 0 ? words.titleNow(view.openNow[1]) : words.titleNone
}

function bestDoor(view: DoorsView) {
  return view.doors.find(({ path }) => path.length === 1) ?? view.doors[0]
}

export default function DoorsPage() {
  const { view, profile, tried, query, shown, isEmpty } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = doorWords[language]
  const best = bestDoor(view)
  return (
    <div className="wrap">
      <div className="head">
        <Link className="crumb" to={pathTo('profile', language)}>
          <Icon name="left" />
          {planWords[language].profileLink}
        </Link>
        <h1>{heading(words, view)}</h1>
        <p className="lead">
          {best ? (
            <>
              <Link to={pathTo('programme', language, { programme: best.path[0]?.programme })}>
                {doorTitle(best, words.afterwards)}
              </Link>
              {words.leadDoor(
                best.path.reduce((sum, { weeks }) => sum + weeks, 0),
                best.starts[0] ? dateText(best.starts[0], language) : '',
              )}{' '}
            </>
          ) : null}
          {words.leadNow} <strong>{words.pair(view.openNow[1], view.openNow[0])}</strong>.
        </p>
      </div>
      {isEmpty ? <EmptyProfile vacancies={view.basis.vacancies} /> : null}
      <Limits
        profile={profile}
        stepsOver="all"
        keep={[...tried.filter(([name]) => !isLimitName(name)), ...(shown === 'table' ? [['view', 'table'] as const] : [])]}
      />
      <TrialBar tried={tried} />
      <Answer said={heading(words, view)}>
        <LimitedNote basis={view.basis} />
        <div className="row between mt5">
          <ViewSwitch view={shown} />
          <DoorsKey />
        </div>
        <section className="mt4" aria-labelledby="sub">
          <h2 id="sub" className="vh">
            {words.sub}
          </h2>
          {view.doors.length === 0 ? (
            <EmptyState title={words.titleNone}>
              <p>{words.openNowNote(view.openNow[1], view.openNow[0])}</p>
            </EmptyState>
          ) : shown === 'line' ? (
            <DoorsBoard view={view} query={query} />
          ) : (
            <DoorsTable view={view} />
          )}
          <p className="note mt4">
            {words.basis(numberText(view.basis.vacancies, language), numberText(view.basis.offerings, language))}{' '}
            <Link to={pathTo('howItWorks', language)}>{planWords[language].how}</Link>.
          </p>
          {view.others.length > 0 ? (
            <details className="twin">
              <summary>{words.others(view.others.length)}</summary>
              <DoorsTable view={view} doors={view.others} />
            </details>
          ) : null}
          {shown === 'line' && view.doors.length > 0 ? (
            <details className="twin">
              <summary>{words.tableCaption}</summary>
              <DoorsTable view={view} />
            </details>
          ) : null}
        </section>
        <SmallChanges changes={view.changes} profile={profile} />
        {view.question ? <GoodQuestion question={view.question} /> : null}
      </Answer>
      <p className="linkrow">
        <Link className="btn btn-2" to={`${pathTo('plans', language)}${query}`}>
          {words.toPlans}
          <Icon name="right" />
        </Link>
      </p>
    </div>
  )
}
