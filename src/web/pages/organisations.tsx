import { Form, Link, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { organisationKinds } from '../../modules/permissions/index.ts'
import { actorOf } from '../actor.ts'
import { EmptyState } from '../components/empty-state/empty-state.tsx'
import { siteContext } from '../context.ts'
import { Choice, Field } from '../organisation/field.tsx'
import { OrganisationForm } from '../organisation/fields-form.tsx'
import { organisationsAction } from '../organisation/list-action.ts'
import type { OrgWrong } from '../organisation/org-action.ts'
import { Told } from '../organisation/told.tsx'
import { VerificationTag } from '../organisation/verification.tsx'
import { pageUrl, pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { listText } from '../words/format.ts'
import { organisationWords } from '../words/organisations.ts'
import { useLanguage } from '../words/use-words.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const { organisations } = site.modules
  const { searchParams, pathname } = pageUrl(request)
  const text = (searchParams.get('text') ?? '').slice(0, 200)
  const kind = organisationKinds.find((one) => one === searchParams.get('kind'))
  const cursor = searchParams.get('from') ?? undefined
  const actor = await actorOf(site, request)
  const [{ items, next }, mine] = await Promise.all([organisations.list({ text, kind, cursor }), organisations.mine(actor)])
  const query = new URLSearchParams({ text, kind: kind ?? '', ...(next === undefined ? {} : { from: next }) })
  return {
    items,
    mine,
    next: next === undefined ? undefined : `${pathname}?${query}`,
    asked: { text, kind: kind ?? '' },
    isSignedIn: actor.kind === 'account',
  }
}

export const action = organisationsAction

export const meta = pageMeta(
  organisationWords,
  (words) => words.title,
  (words) => words.description,
)

export default function OrganisationsPage() {
  const { items, mine, next, asked, isSignedIn } = useLoaderData<typeof loader>()
  const wrong = useActionData<typeof action>() as OrgWrong | undefined
  const language = useLanguage()
  const words = organisationWords[language]
  const pageOf = (id: string): string => pathTo('organisation', language, { organisation: id })
  const kinds = Object.entries(words.kinds).map(([value, text]) => ({ value, text }))
  return (
    <div className="wrap">
      <div className="head">
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
      </div>
      <Told wrong={wrong} done={undefined} />
      <div className="stack-6">
        {mine.length > 0 ? (
          <section aria-labelledby="mine">
            <h2 id="mine" className="h3">
              {words.mine}
            </h2>
            <ul className="plain org-list stack-3 mt4">
              {mine.map((one) => (
                <li className="card row between" key={one.id}>
                  <div>
                    <Link to={pathTo('orgDetails', language, { organisation: one.id })}>
                      <strong>{one.name}</strong>
                    </Link>
                    <p className="small bare">
                      {listText(
                        one.roles.map((role) => words.roles[role]),
                        language,
                      )}
                    </p>
                  </div>
                  <VerificationTag verification={one.verification} />
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <Form method="get" className="filters org-search">
          <Field name="text" label={words.searchName} value={asked.text} />
          <Choice
            name="kind"
            id="kind-asked"
            label={words.kind}
            value={asked.kind}
            choices={[{ value: '', text: words.allKinds }, ...kinds]}
          />
          <button className="btn" type="submit">
            {words.search}
          </button>
        </Form>
        {items.length === 0 ? (
          <EmptyState title={words.none}>
            <p>{words.noneText}</p>
          </EmptyState>
        ) : (
          <ul className="plain org-list stack-3">
            {items.map((one) => (
              <li className="card row between" key={one.id}>
                <div>
                  <Link to={pageOf(one.id)}>
                    <strong>{one.name}</strong>
                  </Link>
                  <p className="small bare">
                    {words.kinds[one.kind]}
                    {one.placeName ? `, ${one.placeName}` : ''}
                  </p>
                </div>
                <VerificationTag verification={one.verification} />
              </li>
            ))}
          </ul>
        )}
        {next ? (
          <p>
            <Link className="btn btn-2" to={next}>
              {words.next}
            </Link>
          </p>
        ) : null}
        <section className="narrow" aria-labelledby="add">
          <h2 id="add" className="h3">
            {words.add}
          </h2>
          {isSignedIn ? (
            <div className="stack-4 mt4">
              <p>{words.addText}</p>
              <OrganisationForm intent="create" wrong={wrong} button={words.create} />
            </div>
          ) : (
            <p className="mt4">
              <Link
                className="btn btn-2"
                to={`${pathTo('signIn', language)}?${new URLSearchParams({ back: pathTo('organisations', language) })}`}
              >
                {words.signIn}
              </Link>
            </p>
          )}
        </section>
      </div>
    </div>
  )
}
