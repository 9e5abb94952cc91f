import { Link, useLoaderData } from 'react-router'
import { EmptyState } from '../components/empty-state/empty-state.tsx'
import { loadKits } from '../handover/loaders.ts'
import { pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { dateText } from '../words/format.ts'
import { handoverWords } from '../words/handover.ts'
import { useLanguage } from '../words/use-words.ts'

export const loader = loadKits

export const meta = pageMeta(
  handoverWords,
  (words) => words.list.title,
  (words) => words.list.lead,
)

/** All kits with which something that works can be done elsewhere. */
export default function KitsPage() {
  const { kits, of } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = handoverWords[language].list
  return (
    <div className="wrap">
      <div className="head">
        <h1>{of === undefined ? words.title : words.of(of)}</h1>
        <p className="lead">{words.lead}</p>
      </div>
      {kits.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneText}</p>
        </EmptyState>
      ) : (
        <ul className="plain stack-4">
          {kits.map(({ id, title, summary, organisationName, number, publishedOn }) => (
            <li key={id} className="card">
              <h2 className="h3" lang={title?.lang}>
                <Link to={pathTo('kit', language, { kit: id })}>{title?.text}</Link>
              </h2>
              <p className="mt4" lang={summary?.lang}>
                {summary?.text}
              </p>
              <p className="note">
                {words.by(organisationName)}. {words.version(number, dateText(publishedOn, language))}.
              </p>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
