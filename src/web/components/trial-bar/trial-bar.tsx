import { Form, Link, useLocation } from 'react-router'
import type { Language } from '../../../modules/skills/index.ts'
import { pathTo } from '../../paths.ts'
import { isLimitName } from '../../trial.ts'
import { cefrText, dateText, euroText, languageName } from '../../words/format.ts'
import { planWords } from '../../words/plans.ts'
import { skillWords } from '../../words/skills.ts'
import { useLanguage } from '../../words/use-words.ts'
import { limitText } from '../limits/limit-text.ts'

/**
 * Says that the page shows a try, and offers to keep it or to stop. It lies over the foot of the window: the answer does not jump when somebody
 * begins to try, and stopping is always in sight.
 */
export function TrialBar({ tried }: { readonly tried: readonly (readonly [string, string])[] }) {
  const language = useLanguage()
  const words = planWords[language]
  const { pathname, search } = useLocation()
  if (tried.length === 0) return null
  const rest = new URLSearchParams(search)
  for (const [name] of tried) rest.delete(name)
  const without = rest.size === 0 ? pathname : `${pathname}?${rest}`
  return (
    <section className="trybar" aria-label={words.tryingTitle}>
      <div className="wrap">
        <p>
          <strong>{words.tryingTitle}.</strong>{' '}
          {[...new Set(tried.map(([name, value]) => triedText(name, value, language)))].join(', ')}.
        </p>
        <Form method="post" action={pathTo('profile', language)} className="row">
          <input type="hidden" name="intent" value="keepTrial" />
          <input type="hidden" name="trial" value={new URLSearchParams(tried.map(([name, value]) => [name, value])).toString()} />
          <input type="hidden" name="back" value={without} />
          <button className="btn btn-2 btn-s" type="submit">
            {words.tryingKeep}
          </button>
          <Link className="btn btn-3 btn-s" to={without} preventScrollReset>
            {words.tryingStop}
          </Link>
        </Form>
      </div>
    </section>
  )
}

/** One thing that is being tried, in words. */
function triedText(name: string, value: string, language: Language): string {
  const { limits, tryingNames: words } = planWords[language]
  if (isLimitName(name)) return `${limits[name]}: ${limitText(name, Number(value), language)}`
  if (name === 'hours') return words.hours(value.replace('-', language === 'nl' ? ' tot ' : ' to '))
  if (name === 'wage') return words.wage(euroText(Number(value), language))
  if (name === 'start') return words.start(dateText(value, language))
  if (name === 'licence') return words.licence(value)
  if (name === 'conduct') return words.conduct
  if (name === 'language') {
    const [code = '', level = ''] = value.split(':')
    return words.language(`${languageName(code, language)} ${cefrText(Number(level))}`)
  }
  return words.skill(skillWords[language].levels[Number(value.slice(value.lastIndexOf('~') + 1)) as 1 | 2 | 3 | 4])
}
