import { Link, useLocation } from 'react-router'
import { planWords } from '../../words/plans.ts'
import { useWords } from '../../words/use-words.ts'
import { Icon } from '../icon/icon.tsx'

export type View = 'line' | 'table'

export function viewOf(query: URLSearchParams): View {
  return query.get('view') === 'table' ? 'table' : 'line'
}

/** Drawing or table: two links, so it works without a script. */
export function ViewSwitch({ view }: { readonly view: View }) {
  const words = useWords(planWords)
  const { pathname, search } = useLocation()
  const to = (wanted: View): string => {
    const query = new URLSearchParams(search)
    if (wanted === 'line') query.delete('view')
    else query.set('view', wanted)
    return query.size === 0 ? pathname : `${pathname}?${query}`
  }
  return (
    <nav className="view" aria-label={words.viewLabel}>
      <Link to={to('line')} aria-current={view === 'line' ? 'true' : undefined} preventScrollReset>
        <Icon name="bars" />
        {words.timeline}
      </Link>
      <Link to={to('table')} aria-current={view === 'table' ? 'true' : undefined} preventScrollReset>
        <Icon name="table" />
        {words.table}
      </Link>
    </nav>
  )
}
