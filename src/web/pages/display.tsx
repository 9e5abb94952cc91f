import { type ActionFunctionArgs, Form, type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router'
import { siteContext } from '../context.ts'
import { type Theme, themeCookie, themeDays, themeOf, writeCookie } from '../cookies.ts'
import { languageOfPath, pageUrl, pathTo, safeReturn } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { displayWords } from '../words/display.ts'
import { useWords } from '../words/use-words.ts'

const themes: readonly Theme[] = ['system', 'light', 'dark']

export function loader({ request }: LoaderFunctionArgs) {
  const url = pageUrl(request)
  return { theme: themeOf(request), back: safeReturn(url.searchParams.get('back'), pathTo('home', languageOfPath(url.pathname))) }
}

/** Keeps the wish in a cookie, and goes back to where the person was. */
export async function action({ request, context }: ActionFunctionArgs): Promise<Response> {
  const form = await request.formData()
  const theme = themes.find((one) => one === form.get('theme')) ?? 'system'
  const back = safeReturn(form.get('back'), pathTo('home', languageOfPath(pageUrl(request).pathname)))
  const { secure } = context.get(siteContext)
  const days = theme === 'system' ? 0 : themeDays
  return redirect(back, { headers: { 'set-cookie': writeCookie(themeCookie, theme, { days, secure }) } })
}

export const meta = pageMeta(
  displayWords,
  (words) => words.title,
  (words) => words.lead,
)

export default function DisplayPage() {
  const { theme, back } = useLoaderData<typeof loader>()
  const words = useWords(displayWords)
  return (
    <div className="wrap">
      <div className="head">
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
      </div>
      <Form method="post" className="card narrow">
        <input type="hidden" name="back" value={back} />
        <fieldset className="plainset">
          <legend className="label">{words.question}</legend>
          {themes.map((one) => (
            <label className="check" key={one}>
              <input type="radio" name="theme" value={one} defaultChecked={one === theme} />
              <span>{words.themes[one]}</span>
            </label>
          ))}
        </fieldset>
        <button className="btn" type="submit">
          {words.save}
        </button>
      </Form>
    </div>
  )
}
