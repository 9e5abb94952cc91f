import {
  type ActionFunctionArgs,
  data,
  Form,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { todayInAmsterdam } from '../../platform/index.ts'
import { actorOf, signInFirst } from '../actor.ts'
import { Alert } from '../components/alert/alert.tsx'
import { FieldError } from '../components/field-error/field-error.tsx'
import { Icon } from '../components/icon/icon.tsx'
import { siteContext } from '../context.ts'
import { languageOfPath, pageUrl, pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { adminWords } from '../words/admin.ts'
import { dateText } from '../words/format.ts'
import { introductionFormWords } from '../words/introduction-forms.ts'
import { introductionsWords } from '../words/introductions.ts'
import { reportsWords } from '../words/reports.ts'
import { useLanguage } from '../words/use-words.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const actor = await actorOf(site, request)
  signInFirst(actor, request)
  const url = pageUrl(request)
  const reports = await site.modules.introductions.reports(actor)
  const organisations = await site.modules.organisations.findMany([...new Set(reports.map(({ organisation }) => organisation))])
  const names = new Map(organisations.map(({ id, name }) => [id, name]))
  return {
    reports: reports.map((one) => ({
      ...one,
      on: todayInAmsterdam(one.at),
      organisation: names.get(one.organisation) ?? introductionsWords[languageOfPath(url.pathname)].gone,
    })),
    done: url.searchParams.get('done') === 'settle',
  }
}

/** What the one button does. */
export const intents = {
  async settle({ request, context, form }: Pick<ActionFunctionArgs, 'request' | 'context'> & { readonly form: FormData }) {
    const site = context.get(siteContext)
    const actor = await actorOf(site, request)
    signInFirst(actor, request)
    const report = String(form.get('report') ?? '')
    const outcome = String(form.get('outcome') ?? '').trim()
    if (outcome === '' || outcome.length > longestOutcome) return data({ wrong: report }, { status: 400 })
    await site.modules.introductions.settleReport(actor, report, outcome)
    return redirect(`${pathTo('reports', languageOfPath(pageUrl(request).pathname))}?done=settle`)
  },
}

const longestOutcome = 500

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  if (form.get('intent') !== 'settle') throw data('This form is not known.', { status: 400 })
  return intents.settle({ request, context, form })
}

export const headers = () => ({ 'cache-control': 'no-store' })

export const meta = pageMeta(
  reportsWords,
  (words) => words.title,
  (words) => words.description,
)

type Line = Awaited<ReturnType<typeof loader>>['reports'][number]

export default function ReportsPage() {
  const { reports, done } = useLoaderData<typeof loader>()
  const wrong = (useActionData<typeof action>() as { readonly wrong: string } | undefined)?.wrong
  const language = useLanguage()
  const words = reportsWords[language]
  const open = reports.filter(({ settledAt }) => settledAt === undefined)
  const settled = reports.filter(({ settledAt }) => settledAt !== undefined)
  return (
    <div className="wrap">
      <div className="head">
        <Link className="crumb" to={pathTo('admin', language)}>
          <Icon name="left" />
          {adminWords[language].title}
        </Link>
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
      </div>
      <div className="stack-6">
        {done && wrong === undefined ? <Alert kind="ok" title={words.done} isNew /> : null}
        <section aria-labelledby="open">
          <h2 id="open" className="h3">
            {words.open}
          </h2>
          {open.length === 0 ? <p className="mt4">{words.none}</p> : null}
          <ul className="plain stack mt4">
            {open.map((one) => (
              <li className="card" key={one.id}>
                <Report one={one} />
                <Settle id={one.id} isWrong={wrong === one.id} />
              </li>
            ))}
          </ul>
        </section>
        {settled.length > 0 ? (
          <section aria-labelledby="settled">
            <h2 id="settled" className="h3">
              {words.settled}
            </h2>
            <ul className="plain stack mt4">
              {settled.map((one) => (
                <li className="card" key={one.id}>
                  <Report one={one} />
                  <p className="small bare">{words.result(one.outcome ?? '')}</p>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
    </div>
  )
}

function Report({ one }: { readonly one: Line }) {
  const language = useLanguage()
  const words = reportsWords[language]
  return (
    <>
      <h3 className="h4 bare">{introductionFormWords[language].report.kinds[one.about]}</h3>
      <p className="small bare">
        {words.by[one.bySide]}. {words.about(one.organisation, dateText(one.on, language))}
      </p>
      {one.words === undefined ? (
        <p className="small">{words.whole}</p>
      ) : (
        <p>
          {words.words} <q className="breakable lines">{one.words}</q>
        </p>
      )}
      {one.text === undefined ? null : (
        <p>
          {words.text} <q className="breakable lines">{one.text}</q>
        </p>
      )}
    </>
  )
}

function Settle({ id, isWrong }: { readonly id: string; readonly isWrong: boolean }) {
  const words = reportsWords[useLanguage()]
  const field = `outcome-${id}`
  return (
    <Form method="post" className="stack mt4" noValidate>
      <input type="hidden" name="intent" value="settle" />
      <input type="hidden" name="report" value={id} />
      <div className={isWrong ? 'field has-error' : 'field'}>
        <label className="label" htmlFor={field}>
          {words.outcome}
        </label>
        <span className="hint" id={`${field}-h`}>
          {words.outcomeHint}
        </span>
        {isWrong ? <FieldError id={`${field}-e`} text={words.wrong} /> : null}
        <input
          className="input"
          id={field}
          name="outcome"
          maxLength={longestOutcome}
          aria-invalid={isWrong ? true : undefined}
          aria-describedby={isWrong ? `${field}-h ${field}-e` : `${field}-h`}
        />
      </div>
      <button className="btn btn-2" type="submit">
        {words.settle}
      </button>
    </Form>
  )
}
