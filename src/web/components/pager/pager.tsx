import { Link } from 'react-router'
import { numberText } from '../../words/format.ts'
import { searchWords } from '../../words/search.ts'
import { useLanguage } from '../../words/use-words.ts'
import { Icon } from '../icon/icon.tsx'

/** From where to where this page goes, and the links to the others. */
export function Pager({
  shown,
  total,
  first,
  next,
}: {
  /** Numbers of the first and the last of this page, from 1; left out where they are not known. */
  readonly shown?: readonly [from: number, upTo: number] | undefined
  readonly total: number
  /** The address of the first page; undefined on it. */
  readonly first?: string | undefined
  readonly next?: string | undefined
}) {
  const language = useLanguage()
  const words = searchWords[language]
  const of = (n: number): string => numberText(n, language)
  return (
    <nav className="row between pager" aria-label={words.paging}>
      <span className="note num">{shown ? words.range(of(shown[0]), of(shown[1]), of(total)) : words.total(of(total))}</span>
      <span className="row">
        {first === undefined ? null : (
          <Link className="btn btn-3" to={first}>
            {words.first}
          </Link>
        )}
        {next === undefined ? null : (
          <Link className="btn btn-2" to={next} rel="next">
            {words.next}
            <Icon name="right" />
          </Link>
        )}
      </span>
    </nav>
  )
}
