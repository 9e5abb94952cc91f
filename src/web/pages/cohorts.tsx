import { Form, Link, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import type { CohortLines } from '../../modules/cohorts/index.ts'
import { isPermitted } from '../../modules/permissions/index.ts'
import { actorOf, signInFirst } from '../actor.ts'
import type { CohortWrong } from '../cohorts/cohort-action.ts'
import { cohortsAction } from '../cohorts/cohort-intents.ts'
import { CohortTold } from '../cohorts/told.tsx'
import { EmptyState } from '../components/empty-state/empty-state.tsx'
import { siteContext } from '../context.ts'
import { Choice, Field } from '../organisation/field.tsx'
import { type Page, pageUrl, pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { cohortWords } from '../words/cohorts.ts'
import { dateText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const actor = await actorOf(site, request)
  signInFirst(actor, request)
  const organisations = await site.modules.organisations.mine(actor)
  const may = (action: 'cohort.change' | 'cohort.counts') =>
    organisations.filter(({ id }) => isPermitted(actor, action, { kind: 'organisation', id, organisation: id }))
  const educators = []
  for (const { id, name } of may('cohort.change'))
    educators.push({ id, name, starts: await site.modules.cohorts.startsOf(actor, id) })
  return {
    lines: await site.modules.cohorts.mine(actor),
    educators,
    regions: may('cohort.counts').map(({ id, name }) => ({ id, name })),
    done: pageUrl(request).searchParams.get('done') ?? undefined,
  }
}

export const action = cohortsAction
export const headers = () => ({ 'cache-control': 'no-store' })
export const meta = pageMeta(
  cohortWords,
  (words) => words.title,
  (words) => words.about,
)

export default function CohortsPage() {
  const { lines, educators, regions, done } = useLoaderData<typeof loader>()
  const wrong = useActionData<typeof action>() as CohortWrong | undefined
  const language = useLanguage()
  const words = cohortWords[language]
  const isEmpty = Object.values(lines).every((list) => list.length === 0) && educators.length === 0 && regions.length === 0
  return (
    <div className="wrap">
      <div className="head">
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
      </div>
      <CohortTold wrong={wrong} done={done} />
      <div className="stack-6">
        {isEmpty ? (
          <EmptyState title={words.none}>
            <p>{words.noneText}</p>
          </EmptyState>
        ) : null}
        <Lines list={lines.educating} title={words.lists.educating} page="cohort" />
        <Lines list={lines.offering} title={words.lists.offering} page="cohortEmployer" />
        <Lines list={lines.taking} title={words.lists.taking} page="cohortMine" />
        <Lines list={lines.open} title={words.lists.open} page="cohortMine" />
        {regions.map(({ id, name }) => (
          <p key={id}>
            <Link to={pathTo('cohortRegion', language, { organisation: id })}>
              {words.region.link} {name}
            </Link>
          </p>
        ))}
        {educators.map((one) => (
          <BeginForm key={one.id} educator={one} wrong={wrong?.given.organisation === one.id ? wrong : undefined} />
        ))}
      </div>
    </div>
  )
}

function Lines({
  list,
  title,
  page,
}: {
  readonly list: readonly (CohortLines['open'][number] & { readonly as?: string })[]
  readonly title: string
  readonly page: Page
}) {
  const language = useLanguage()
  const words = cohortWords[language]
  if (list.length === 0) return null
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul className="find card mt4">
        {list.map((one) => (
          <li key={`${one.id} ${one.as ?? ''}`}>
            <Link to={pathTo(page, language, { cohort: one.id, organisation: one.as })}>{one.title[language]}</Link>
            <p className="small">
              {words.line(one.organisationName, dateText(one.startsOn, language))}: {words.states[one.state]}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface BeginOf {
  readonly educator: Awaited<ReturnType<typeof loader>>['educators'][number]
  readonly wrong: CohortWrong | undefined
}

function BeginForm({ educator: { id, name, starts }, wrong }: BeginOf) {
  const language = useLanguage()
  const all = cohortWords[language]
  const words = all.begin
  const given = wrong?.given ?? {}
  const error = (field: 'offering' | 'startsOn' | 'settleBy' | 'size') => (wrong?.wrong === field ? all.wrong[field] : undefined)
  return (
    <section className="narrow" aria-labelledby={`begin-${id}`}>
      <h2 id={`begin-${id}`}>{words.title}</h2>
      <p className="mt4">
        {name}. {starts.length === 0 ? words.none : words.text}
      </p>
      {starts.length === 0 ? null : (
        <Form method="post" className="stack-4 mt4" noValidate>
          <input type="hidden" name="intent" value="begin" />
          <input type="hidden" name="organisation" value={id} />
          <Choice
            name="start"
            label={words.start}
            value={given.start}
            error={error('offering')}
            choices={starts.map(({ offering, title, startsOn, placeName }) => ({
              value: `${offering} ${startsOn ?? ''}`,
              text: [title[language], placeName, startsOn === undefined ? words.anyDay : dateText(startsOn, language)]
                .filter((part) => part !== undefined)
                .join(', '),
            }))}
          />
          <Field
            name="startsOn"
            label={words.startsOn}
            hint={words.startsOnHint}
            value={given.startsOn}
            error={error('startsOn')}
          />
          <Field
            name="settleBy"
            label={words.settleBy}
            hint={words.settleByHint}
            value={given.settleBy}
            error={error('settleBy')}
          />
          <Field name="least" label={words.least} value={given.least} error={error('size')} type="number" />
          <Field name="most" label={words.most} value={given.most} type="number" />
          <button className="btn" type="submit">
            {words.button}
          </button>
        </Form>
      )}
    </section>
  )
}
