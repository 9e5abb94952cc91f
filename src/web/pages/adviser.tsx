import { Form, Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { AdvisedLine } from '../../modules/advising/index.ts'
import { todayInAmsterdam } from '../../platform/index.ts'
import { actorOf, signInFirst } from '../actor.ts'
import { AdvisedList, type AdvisedListLine } from '../components/advised-list/advised-list.tsx'
import { EmptyState } from '../components/empty-state/empty-state.tsx'
import { siteContext } from '../context.ts'
import { Field } from '../organisation/field.tsx'
import { pageUrl, pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { adviceWords } from '../words/advice.ts'
import { useLanguage } from '../words/use-words.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { modules } = context.get(siteContext)
  const actor = await actorOf(context.get(siteContext), request)
  signInFirst(actor, request)
  const number = (pageUrl(request).searchParams.get('number') ?? '').replace(/\D/g, '').slice(0, 8)
  const [people, mine] = await Promise.all([modules.advising.people(actor), modules.advising.mine(actor)])
  const ids = [...new Set([...people, ...mine].map(({ organisation }) => organisation))]
  const names = new Map((await modules.organisations.findMany(ids)).map(({ id, name }) => [id, name]))
  const line = ({ handle, organisation, since, endedAt, notes, lastNoteAt }: AdvisedLine): AdvisedListLine => ({
    ...{ handle, organisation: names.get(organisation), since: todayInAmsterdam(since), notes },
    endedOn: endedAt === undefined ? undefined : todayInAmsterdam(endedAt),
    lastNoteOn: lastNoteAt === undefined ? undefined : todayInAmsterdam(lastNoteAt),
  })
  const isAdviser = actor.kind === 'account' && actor.memberships.some(({ roles }) => roles.includes('adviser'))
  return {
    isAdviser,
    hasPeople: people.length > 0,
    people: people.filter(({ handle }) => handle.includes(number)).map(line),
    mine: mine.map(line),
    number,
  }
}

export const headers = () => ({ 'cache-control': 'no-store' })

export const meta = pageMeta(
  adviceWords,
  (words) => words.title,
  (words) => words.description,
)

type Loaded = Awaited<ReturnType<typeof loader>>

export default function AdviserPage() {
  const loaded = useLoaderData<typeof loader>()
  const { isAdviser, mine } = loaded
  const language = useLanguage()
  const words = adviceWords[language]
  return (
    <div className="wrap">
      <div className="head">
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
      </div>
      <div className="stack-6">
        {isAdviser ? <People loaded={loaded} /> : null}
        {isAdviser && mine.length === 0 ? null : (
          <section aria-labelledby="mine">
            <h2 id="mine" className="h3">
              {words.mine.title}
            </h2>
            {mine.length > 0 ? (
              <div className="stack-4 mt4">
                <p>{words.mine.lead}</p>
                <AdvisedList lines={mine} side="person" />
              </div>
            ) : (
              <p className="mt4">{words.mine.none}</p>
            )}
            <p className="mt4">
              <Link className="btn btn-2" to={`${pathTo('yourData', language)}#advisers`}>
                {words.mine.choose}
              </Link>
            </p>
          </section>
        )}
      </div>
    </div>
  )
}

function People({ loaded: { hasPeople, people, number } }: { readonly loaded: Loaded }) {
  const language = useLanguage()
  const words = adviceWords[language].people
  return (
    <section aria-labelledby="people">
      <h2 id="people" className="h3">
        {words.title}
      </h2>
      {hasPeople ? (
        <div className="stack-4 mt4">
          <p>{words.lead}</p>
          <Form method="get" className="row advice-find">
            <Field name="number" label={words.find} value={number} autoComplete="off" />
            <button className="btn btn-2" type="submit">
              {words.search}
            </button>
          </Form>
          {people.length === 0 ? <p>{words.notFound(number)}</p> : null}
          <AdvisedList lines={people} side="adviser" />
          {number === '' ? null : (
            <p>
              <Link to={pathTo('adviser', language)}>{words.all}</Link>
            </p>
          )}
        </div>
      ) : (
        <div className="mt4">
          <EmptyState title={words.none} level="h3">
            <p>{words.noneText}</p>
          </EmptyState>
        </div>
      )}
    </section>
  )
}
