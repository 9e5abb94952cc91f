import { Link, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { actorOf, signInFirst } from '../actor.ts'
import type { CohortWrong } from '../cohorts/cohort-action.ts'
import { employerAction } from '../cohorts/cohort-intents.ts'
import { AnswersPart, DeclinePart, OfferPart, OrdersPart, PeoplePart, YourPlacesPart } from '../cohorts/employer-parts.tsx'
import { CohortTold } from '../cohorts/told.tsx'
import { Alert } from '../components/alert/alert.tsx'
import { Icon } from '../components/icon/icon.tsx'
import { siteContext } from '../context.ts'
import { languageOfPath, pageUrl, pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { cohortWords } from '../words/cohorts.ts'
import { dateText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const actor = await actorOf(site, request)
  signInFirst(actor, request)
  const url = pageUrl(request)
  const at = { id: params.cohort ?? '', organisation: params.organisation ?? '' }
  const view = await site.modules.cohorts.lookAsEmployer(actor, at, languageOfPath(url.pathname))
  return { view, done: url.searchParams.get('done') ?? undefined }
}

export const action = employerAction
export const headers = () => ({ 'cache-control': 'no-store' })
export const meta = pageMeta(cohortWords, (words) => words.title)

export default function CohortEmployerPage() {
  const { view, done } = useLoaderData<typeof loader>()
  const wrong = useActionData<typeof action>() as CohortWrong | undefined
  const language = useLanguage()
  const all = cohortWords[language]
  const { cohort } = view
  return (
    <div className="wrap">
      <div className="head">
        <Link className="crumb" to={pathTo('cohorts', language)}>
          <Icon name="left" />
          {all.back}
        </Link>
        <p className="eyebrow">{view.organisation.name}</p>
        <h1>{all.employer.title(cohort.title[language])}</h1>
        <p className="lead">
          {all.mine.lead(cohort.organisationName, dateText(cohort.startsOn, language))}{' '}
          {all.mine.settle(dateText(cohort.settleBy, language))}
        </p>
        <p>{all.steps.now(all.states[cohort.state])}</p>
      </div>
      <CohortTold wrong={wrong} done={done} />
      {view.answer === 'declined' ? (
        <div className="mb5">
          <Alert kind="info" title={all.employer.declined} />
        </div>
      ) : null}
      <div className="stack-6">
        <AnswersPart view={view} />
        <OrdersPart view={view} />
        <PeoplePart view={view} />
        <YourPlacesPart view={view} wrong={wrong} />
        <OfferPart view={view} wrong={wrong} />
        <DeclinePart view={view} />
      </div>
    </div>
  )
}
