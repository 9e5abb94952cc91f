import { Form, Link, useLocation } from 'react-router'
import { pathTo } from '../../paths.ts'
import { planWords } from '../../words/plans.ts'
import { useLanguage } from '../../words/use-words.ts'
import { Alert } from '../alert/alert.tsx'

/** Says that the page shows a try, and offers to keep it or to stop. */
export function TrialBar({ tried }: { readonly tried: readonly (readonly [string, string])[] }) {
  const language = useLanguage()
  const words = planWords[language]
  const { pathname, search } = useLocation()
  if (tried.length === 0) return null
  const rest = new URLSearchParams(search)
  for (const [name] of tried) rest.delete(name)
  const without = rest.size === 0 ? pathname : `${pathname}?${rest}`
  return (
    <div className="trybar">
      <Alert kind="info" title={words.tryingTitle}>
        <Form method="post" action={pathTo('profile', language)} className="row">
          <input type="hidden" name="intent" value="keepTrial" />
          <input type="hidden" name="trial" value={new URLSearchParams(tried.map(([name, value]) => [name, value])).toString()} />
          <input type="hidden" name="back" value={without} />
          <button className="btn btn-2 btn-s" type="submit">
            {words.tryingKeep}
          </button>
          <Link className="btn btn-3 btn-s" to={without}>
            {words.tryingStop}
          </Link>
        </Form>
      </Alert>
    </div>
  )
}
