import { Form, Link, type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router'
import type { Profile } from '../../modules/people/index.ts'
import { actorOf, backAfterSignIn, signInFirst } from '../actor.ts'
import { siteContext } from '../context.ts'
import { findDraft } from '../draft.ts'
import { languageOfPath, pageUrl, pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { choiceAction } from '../sign-in/choice-action.ts'
import { signInWords } from '../words/sign-in.ts'
import { useLanguage } from '../words/use-words.ts'

const countsOf = ({ occupations, answers }: Profile) => [occupations.length, Object.keys(answers).length] as const

/** Somebody signed in with a draft, and the account has a profile already: both stay until the person chooses. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const { pathname, searchParams } = pageUrl(request)
  const actor = await actorOf(site, request)
  signInFirst(actor, request)
  const back = backAfterSignIn(searchParams.get('back'), pathTo('account', languageOfPath(pathname)))
  const [kept, draft] = await Promise.all([site.modules.accounts.profileOf(actor), findDraft(site, request)])
  if (!kept || !draft) throw redirect(back)
  return { back, kept: countsOf(kept), draft: countsOf(draft) }
}

export const action = choiceAction

export const headers = () => ({ 'cache-control': 'no-store' })

export const meta = pageMeta(
  signInWords,
  (words) => words.choice.title,
  (words) => words.choice.lead,
)

export default function ChoicePage() {
  const { back, kept, draft } = useLoaderData<typeof loader>()
  const words = signInWords[useLanguage()].choice
  const choices = [
    { intent: 'keep', title: words.kept, counts: kept, button: words.keep, text: words.keepText },
    { intent: 'take', title: words.draft, counts: draft, button: words.take, text: words.takeText },
  ]
  return (
    <div className="wrap">
      <div className="head">
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
      </div>
      <div className="stack-5 narrow">
        {choices.map(({ intent, title, counts, button, text }) => (
          <Form method="post" className="card spaced" key={intent}>
            <input type="hidden" name="intent" value={intent} />
            <input type="hidden" name="back" value={back} />
            <h2 className="h3">{title}</h2>
            <p>{words.answers(...counts)}</p>
            <button className={intent === 'keep' ? 'btn' : 'btn btn-2'} type="submit">
              {button}
            </button>
            <p className="small">{text}</p>
          </Form>
        ))}
        <p>
          <Link to={back}>{words.later}</Link>
          <br />
          <span className="small">{words.laterText}</span>
        </p>
      </div>
    </div>
  )
}
