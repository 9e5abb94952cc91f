import { Link, type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router'
import type { WhyNotView } from '../../modules/planning/index.ts'
import { readQuestion, trialQuery } from '../asked.ts'
import { EmptyState } from '../components/empty-state/empty-state.tsx'
import { Gates } from '../components/gates/gates.tsx'
import { tallyGates } from '../components/gates/tally.ts'
import { Icon } from '../components/icon/icon.tsx'
import { LimitedNote } from '../components/limited-note/limited-note.tsx'
import { Nudges } from '../components/nudges/nudges.tsx'
import { RouteBoard } from '../components/route-board/route-board.tsx'
import { SkillTable } from '../components/skill-table/skill-table.tsx'
import { TrialBar } from '../components/trial-bar/trial-bar.tsx'
import { siteContext } from '../context.ts'
import { EndingEvidence } from '../credentials/ending-evidence.tsx'
import { evidenceDays } from '../credentials/evidence-ends.ts'
import { isNamed } from '../page-errors.ts'
import { pathTo } from '../paths.ts'
import { lostPage } from '../search/near-pages.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { planPageWords } from '../words/plan.ts'
import { useLanguage } from '../words/use-words.ts'
import { whyNotWords } from '../words/why-not.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const question = await readQuestion(site, request)
  try {
    return {
      view: await site.modules.planning.whyNot(question.asked, params.vacancy ?? ''),
      days: await evidenceDays(site, request),
      profile: question.trial.profile,
      tried: question.trial.tried,
      query: trialQuery(question.trial),
    }
  } catch (error) {
    if (!isNamed(error, 'NotFound')) throw error
    // One that is closed has a page of its own, which says so and names others like it.
    const { vacancy = '' } = params
    if (await site.modules.vacancies.find(vacancy)) throw redirect(pathTo('vacancy', question.language, { vacancy }))
    throw await lostPage(site, request)
  }
}

type Loaded = Awaited<ReturnType<typeof loader>>
type Words = (typeof whyNotWords)['nl']

export const meta = pageMeta<Words, Loaded>(
  whyNotWords,
  (words, loaded) =>
    loaded ? `${heading(words, loaded.view)} ${loaded.view.vacancy.title}, ${loaded.view.vacancy.employer}` : words.titleNo,
  (words, loaded) => (loaded ? leadOf(words, loaded.view) : undefined),
)

function heading(words: Words, view: WhyNotView): string {
  const { shut, unknown } = tallyGates(view)
  return shut > 0 ? words.titleNo : unknown > 0 ? words.titlePerhaps : words.titleFits
}

function leadOf(words: Words, view: WhyNotView): string {
  const { shut, unknown } = tallyGates(view)
  return shut > 0 ? words.leadNo(shut, unknown) : unknown > 0 ? words.leadPerhaps(unknown) : words.leadFits
}

export default function WhyNotPage() {
  const { view, days, profile, tried, query } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = whyNotWords[language]
  const { vacancy } = view
  const fits = view.conditions.length === 0
  return (
    <div className="wrap">
      <div className="head">
        <Link className="crumb" to={`${pathTo('plans', language)}${query}`}>
          <Icon name="left" />
          {words.toPlans}
        </Link>
        <p className="eyebrow">
          <Link to={pathTo('vacancy', language, { vacancy: vacancy.id })}>
            {planPageWords[language].title(vacancy.title, vacancy.employer)}
          </Link>
          {vacancy.placeName ? `, ${vacancy.placeName}` : ''}
        </p>
        <h1>{heading(words, view)}</h1>
        <p className="lead">{leadOf(words, view)}</p>
      </div>
      <TrialBar tried={tried} />
      <LimitedNote basis={view.basis} />
      <div className="grid g-half mt5">
        <section aria-labelledby="ch">
          <h2 id="ch" className="h3 mb5">
            {words.checked}
          </h2>
          <Gates view={view} profile={profile} />
        </section>
        {fits ? null : view.changes.length > 0 ? (
          <section className="fix stick" aria-labelledby="fx">
            <h2 id="fx">{words.fix}</h2>
            <Nudges changes={view.changes.slice(0, 4)} profile={profile} isOfOne />
          </section>
        ) : (
          <NoFix hasPlans={view.plans.length > 0} />
        )}
      </div>
      <section className="sec" aria-labelledby="pl">
        <h2 id="pl">{words.plansTitle}</h2>
        {view.plans.length > 0 ? (
          <>
            <p className="mb5">{words.plansLead(view.plans.length)}</p>
            <RouteBoard groups={view.plans} today={view.basis.on} query={query} />
          </>
        ) : (
          <p>{words.noPlans}</p>
        )}
      </section>
      <section className="sec" aria-labelledby="sk">
        <h2 id="sk">{words.skillBySkill}</h2>
        <EndingEvidence skills={view.skills} days={days} />
        <SkillTable skills={view.skills} days={days} />
      </section>
    </div>
  )
}

/** No small change opens it: a course may, and else a person helps on. */
function NoFix({ hasPlans }: { readonly hasPlans: boolean }) {
  const language = useLanguage()
  const words = whyNotWords[language]
  return (
    <EmptyState
      title={hasPlans ? words.noFixButPlans : words.noFix}
      actions={
        hasPlans ? (
          <a className="btn btn-2" href="#pl">
            {words.toHow}
          </a>
        ) : (
          <Link className="btn btn-2" to={pathTo('plans', language)}>
            {words.toPlans}
          </Link>
        )
      }
    >
      <p>{hasPlans ? words.noFixButPlansText : words.noFixText}</p>
    </EmptyState>
  )
}
