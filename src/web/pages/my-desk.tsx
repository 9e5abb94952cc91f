import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Alert } from '../components/alert/alert.tsx'
import { EmptyState } from '../components/empty-state/empty-state.tsx'
import { type IntroductionLine, IntroductionList } from '../components/introduction-list/introduction-list.tsx'
import { siteContext } from '../context.ts'
import { ComparedPlans } from '../my-desk/compared-plans.tsx'
import { EvidencePart } from '../my-desk/evidence-part.tsx'
import { keepChosenBefore } from '../my-desk/keep-plan.ts'
import { myDeskAction } from '../my-desk/my-desk-action.ts'
import { myDeskLoader } from '../my-desk/my-desk-loader.ts'
import { PlansPart } from '../my-desk/plans-part.tsx'
import { pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { enrolmentWords } from '../words/enrolments.ts'
import { myDeskWords } from '../words/my-desk.ts'
import { useLanguage } from '../words/use-words.ts'

export async function loader(given: LoaderFunctionArgs) {
  await keepChosenBefore(given.context.get(siteContext), given.request)
  return myDeskLoader(given)
}

export const action = myDeskAction

export const headers = () => ({ 'cache-control': 'no-store' })

export const meta = pageMeta(
  myDeskWords,
  (words) => words.title,
  (words) => words.description,
)

export default function MyDeskPage() {
  const { name, today, plans, compared, chosen, wantsMail, wantsAlerts, alerts, introductions, claims, done } =
    useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = myDeskWords[language]
  const isProblem = done === 'full' || done === 'notYours'
  return (
    <div className="wrap">
      <div className="head">
        <h1>{name === undefined ? words.title : words.hello(name)}</h1>
        <p className="lead">{words.lead}</p>
      </div>
      {done ? <Alert kind={isProblem ? 'warn' : 'ok'} title={words.done[done]} isNew /> : null}
      <nav aria-label={words.links.label} className="row mt5">
        {(['profile', 'yourData', 'adviser', 'riskCases', 'placements', 'needs', 'heldCredentials', 'account'] as const).map(
          (page) => (
            <Link className="btn btn-2 btn-s" key={page} to={pathTo(page, language)}>
              {page === 'yourData' ? words.links.data : words.links[page]}
            </Link>
          ),
        )}
        <Link className="btn btn-2 btn-s" to={pathTo('enrolments', language)}>
          {enrolmentWords[language].title}
        </Link>
      </nav>
      <IntroductionsPart introductions={introductions} />
      <PlansPart plans={plans} chosen={chosen} wantsMail={wantsMail} wantsAlerts={wantsAlerts} alerts={alerts} />
      {compared.length > 1 ? <ComparedPlans plans={compared} today={today} /> : null}
      <EvidencePart claims={claims} />
    </div>
  )
}

function IntroductionsPart({ introductions }: { readonly introductions: readonly IntroductionLine[] }) {
  const language = useLanguage()
  const words = myDeskWords[language].introductions
  const waiting = introductions.filter(({ waits }) => waits === 'me').length
  return (
    <section className="sec" aria-labelledby="introductions">
      <h2 id="introductions">{words.title}</h2>
      {introductions.length === 0 ? (
        <div className="mt4">
          <EmptyState
            title={words.none}
            level="h3"
            actions={
              <>
                <Link className="btn btn-2" to={pathTo('vacancies', language)}>
                  {words.toVacancies}
                </Link>
                <Link to={`${pathTo('yourData', language)}#consents`}>{words.toConsents}</Link>
              </>
            }
          >
            <p>{words.noneText}</p>
          </EmptyState>
        </div>
      ) : (
        <>
          {waiting > 0 ? <p>{words.waiting(waiting)}</p> : null}
          <div className="mt4">
            <IntroductionList lines={introductions} />
          </div>
        </>
      )}
      <p className="mt4">
        <Link to={pathTo('introductions', language)}>{words.all}</Link>
      </p>
    </section>
  )
}
