import { type ActionFunctionArgs, data, Form, Link, type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router'
import type { FollowUpAnswers } from '../../modules/introductions/index.ts'
import { actorOf } from '../actor.ts'
import { Alert } from '../components/alert/alert.tsx'
import { Icon } from '../components/icon/icon.tsx'
import { type SiteContext, siteContext } from '../context.ts'
import { isNamed } from '../page-errors.ts'
import { languageOfPath, pageUrl, pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { followUpWords } from '../words/follow-up.ts'
import { useLanguage } from '../words/use-words.ts'

const tokenOf = (request: Request): string => pageUrl(request).searchParams.get('t') ?? ''

/** Opened from a mail, without signing in. Looking changes nothing: programs that read mail look too. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  try {
    return { question: await site.modules.followUps.look(await actorOf(site, request), tokenOf(request)) }
  } catch (error) {
    if (!isNamed(error, 'NotFound')) throw error
    return { question: undefined }
  }
}

interface Asked {
  readonly site: SiteContext
  readonly request: Request
  readonly value: string
}

async function answer({ site, request }: Asked, given: FollowUpAnswers): Promise<void> {
  await site.modules.followUps.answer(await actorOf(site, request), tokenOf(request), given)
}

/** What each button does: one answer. */
export const intents = {
  stillThere: (asked) => answer(asked, { stillThere: asked.value === 'yes' }),
  hours: (asked) => answer(asked, { hours: Number(asked.value) }),
  happy: (asked) => answer(asked, { happy: Number(asked.value) }),
} satisfies Readonly<Record<string, (asked: Asked) => Promise<void>>>

export async function action({ request, context }: ActionFunctionArgs) {
  const site = context.get(siteContext)
  const form = await request.formData()
  const name = (Object.keys(intents) as (keyof typeof intents)[]).find((one) => one === form.get('intent'))
  if (!name) throw data('This form is not known.', { status: 400 })
  const language = languageOfPath(pageUrl(request).pathname)
  const here = `${pathTo('howIsIt', language)}?${new URLSearchParams({ t: tokenOf(request) })}`
  try {
    await intents[name]({ site, request, value: String(form.get('value')) })
  } catch (error) {
    if (!isNamed(error, 'NotFound')) throw error
    return redirect(here)
  }
  return redirect(`${here}&done=${name}`)
}

// The address holds the key to the answers: no other site learns it. With `no-referrer` forms would come without their origin, and be refused.
export const headers = () => ({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' })

const titles = pageMeta(
  followUpWords,
  (words) => words.title,
  (words) => words.description,
)
export const meta = (given: Parameters<typeof titles>[0]) => [...titles(given), { name: 'robots', content: 'noindex' }]

const weeks = [0, 8, 12, 16, 20, 24, 28, 32, 36, 40]

export default function HowIsItPage() {
  const { question } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = followUpWords[language]
  if (!question) {
    return (
      <div className="wrap">
        <div className="head">
          <h1>{words.goneTitle}</h1>
          <p className="lead">{words.gone}</p>
        </div>
      </div>
    )
  }
  const { month, organisation, answers } = question
  const count = Object.keys(answers).length
  return (
    <div className="wrap">
      <div className="head">
        <h1>{words.title}</h1>
        <p className="lead">
          {month === 0 ? words.start(organisation) : words.after(organisation, month)} {words.free}
        </p>
      </div>
      <div className="stack-6">
        {count === 0 ? null : <Alert kind="ok" title={count === 3 ? words.all : words.answered} isNew />}
        <Question
          id="stillThere"
          title={month === 0 ? words.begin : words.stillThere}
          chosen={answers.stillThere === undefined ? undefined : answers.stillThere ? 'yes' : 'no'}
          answers={[
            ['yes', words.yes],
            ['no', words.no],
          ]}
        />
        <Question
          id="hours"
          title={words.hours}
          chosen={answers.hours === undefined ? undefined : String(answers.hours)}
          answers={weeks.map((hours) => [String(hours), words.hour(hours)])}
        />
        <Question
          id="happy"
          title={words.happy}
          chosen={answers.happy === undefined ? undefined : String(answers.happy)}
          answers={[1, 2, 3, 4, 5].map((value) => [String(value), words.happiness[value] ?? String(value)])}
        />
        <p className="small">
          <Link to={pathTo('yourData', language)}>{words.stop}</Link>
        </p>
      </div>
    </div>
  )
}

/** One question, each answer a button of its own. */
function Question({
  id,
  title,
  chosen,
  answers,
}: {
  readonly id: string
  readonly title: string
  readonly chosen: string | undefined
  readonly answers: readonly (readonly [value: string, text: string])[]
}) {
  const words = followUpWords[useLanguage()]
  return (
    <Form method="post">
      <input type="hidden" name="intent" value={id} />
      <fieldset className="plainset">
        <legend className="h3">{title}</legend>
        <div className="choose-one mt4">
          {answers.map(([value, text]) => (
            <button className={chosen === value ? 'btn' : 'btn btn-2'} type="submit" name="value" value={value} key={value}>
              {chosen === value ? <Icon name="check" /> : null}
              {text}
              {chosen === value ? <span className="vh"> ({words.chosen})</span> : null}
            </button>
          ))}
        </div>
      </fieldset>
    </Form>
  )
}
