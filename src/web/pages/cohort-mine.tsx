import { Link, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { joinText } from '../../modules/cohorts/index.ts'
import { actorOf, signInFirst } from '../actor.ts'
import type { CohortWrong } from '../cohorts/cohort-action.ts'
import { personAction } from '../cohorts/cohort-intents.ts'
import { EnrolPart } from '../cohorts/enrol-part.tsx'
import { JoinForm } from '../cohorts/join-form.tsx'
import { LeavePart, MissingPart, OrderPart, PlacesPart, ShownPart, YoursPart } from '../cohorts/mine-parts.tsx'
import { CohortTold } from '../cohorts/told.tsx'
import { Alert } from '../components/alert/alert.tsx'
import { Icon } from '../components/icon/icon.tsx'
import { siteContext } from '../context.ts'
import { languageOfPath, pageUrl, pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { cohortWords } from '../words/cohorts.ts'
import { dateText, numberText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const actor = await actorOf(site, request)
  signInFirst(actor, request)
  const url = pageUrl(request)
  const language = languageOfPath(url.pathname)
  const view = await site.modules.cohorts.lookAsPerson(actor, params.cohort ?? '', language)
  const { offering, startsOn } = view.cohort
  // Who takes part and did not apply yet is led there; where nobody here answers for the start there is nothing to apply to.
  const starts = view.self && view.cohort.endedAt === undefined ? await site.modules.enrolments.openStarts(actor, [offering]) : []
  const toApply = starts.find((one) => one.startsOn === startsOn && one.own === undefined && one.window === 'open')
  return {
    view,
    toApply: toApply && { offering, startsOn },
    preset: view.self ? {} : await site.modules.cohorts.presetOf(actor),
    text: { version: joinText.version, lines: joinText[language] },
    done: url.searchParams.get('done') ?? undefined,
  }
}

export const action = personAction
export const headers = () => ({ 'cache-control': 'no-store' })
export const meta = pageMeta(cohortWords, (words) => words.title)

export default function CohortMinePage() {
  const { view, toApply, preset, text, done } = useLoaderData<typeof loader>()
  const wrong = useActionData<typeof action>() as CohortWrong | undefined
  const language = useLanguage()
  const all = cohortWords[language]
  const words = all.mine
  const { cohort, self, others } = view
  const mayJoin = cohort.state === 'open' || cohort.state === 'ordering'
  return (
    <div className="wrap">
      <div className="head">
        <Link className="crumb" to={pathTo('cohorts', language)}>
          <Icon name="left" />
          {all.back}
        </Link>
        <h1>{words.title(cohort.title[language])}</h1>
        <p className="lead">
          {words.lead(cohort.organisationName, dateText(cohort.startsOn, language))}{' '}
          {words.settle(dateText(cohort.settleBy, language))}
        </p>
        <p>
          {all.steps.now(all.states[cohort.state])}{' '}
          {others === 0 ? words.othersNone : others === 1 ? words.othersOne : words.others(numberText(others, language))}
        </p>
      </div>
      <CohortTold wrong={wrong} done={done} />
      {self ? (
        <div className="stack-6">
          <MissingPart view={view} />
          <YoursPart view={view} />
          <EnrolPart start={toApply} />
          <OrderPart view={view} />
          <PlacesPart view={view} />
          <ShownPart self={self} />
          <LeavePart />
        </div>
      ) : mayJoin ? (
        <JoinForm text={text} preset={preset} wrong={wrong} />
      ) : (
        <Alert kind="info" title={words.closed} />
      )}
    </div>
  )
}
