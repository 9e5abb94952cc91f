import { Form, Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { actorOf, signInFirst } from '../actor.ts'
import { EmptyState } from '../components/empty-state/empty-state.tsx'
import { Icon } from '../components/icon/icon.tsx'
import { PlansTable } from '../components/plans-table/plans-table.tsx'
import { siteContext } from '../context.ts'
import { languageOfPath, pageUrl, pathTo } from '../paths.ts'
import { partAction } from '../risk-cases/case-action.ts'
import { OfferList } from '../risk-cases/offer-list.tsx'
import { CaseTold, doneOf } from '../risk-cases/told.tsx'
import { pageMeta } from '../shell/page-meta.ts'
import { dateText } from '../words/format.ts'
import { riskCaseWords } from '../words/risk-cases.ts'
import { useLanguage } from '../words/use-words.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const actor = await actorOf(site, request)
  signInFirst(actor, request)
  const url = pageUrl(request)
  const asked = { language: languageOfPath(url.pathname), signal: request.signal }
  const one = await site.modules.riskCases.take(actor, params.group ?? '', asked)
  return { one, done: doneOf(url.searchParams) }
}

export const action = partAction
export const headers = () => ({ 'cache-control': 'no-store' })
export const meta = pageMeta(riskCaseWords, (words) => words.title)

export default function RiskPartPage() {
  const { one, done } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = riskCaseWords[language]
  return (
    <div className="wrap">
      <div className="head">
        <Link className="crumb" to={pathTo('riskCases', language)}>
          <Icon name="left" />
          {words.back}
        </Link>
        <h1>{one.title}</h1>
        <p className="lead">{words.part.lead(one.organisationName, dateText(one.endsOn, language))}</p>
      </div>
      <CaseTold wrong={undefined} done={done} />
      <div className="stack-6">
        <section aria-labelledby="plans">
          <h2 id="plans">{words.part.plans}</h2>
          <div className="mt4">
            <Plans />
          </div>
        </section>
        <section aria-labelledby="offers">
          <h2 id="offers">{words.offers.title}</h2>
          <OfferList offers={one.offers} mayTakeOff={false} />
        </section>
        <section aria-labelledby="circle">
          <h2 id="circle">{words.part.circle}</h2>
          <ul className="textlist mt4">
            {one.circle.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="leave" className="narrow">
          <h2 id="leave">{words.part.leave}</h2>
          <p className="mt4">{words.part.leaveText}</p>
          <Form method="post" className="mt4">
            <input type="hidden" name="intent" value="leave" />
            <button className="btn btn-d" type="submit">
              {words.part.leave}
            </button>
          </Form>
        </section>
      </div>
    </div>
  )
}

function Plans() {
  const { one } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = riskCaseWords[language].part
  if (!one.hasProfile) {
    return (
      <EmptyState
        title={words.noProfile}
        level="h3"
        actions={
          <Link className="btn" to={pathTo('profile', language)}>
            {words.toProfile}
          </Link>
        }
      >
        <p>{words.noProfileText}</p>
      </EmptyState>
    )
  }
  const groups = one.plans?.groups ?? []
  if (groups.length > 0) return <PlansTable groups={groups} />
  return (
    <EmptyState
      title={words.noPlans}
      level="h3"
      actions={
        <Link className="btn btn-2" to={pathTo('plans', language)}>
          {words.toPlans}
        </Link>
      }
    >
      <p>{words.noPlansText}</p>
    </EmptyState>
  )
}
