import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Contact } from '../components/contact/contact.tsx'
import { SourceTable } from '../components/source-table/source-table.tsx'
import { pageMeta } from '../shell/page-meta.ts'
import { HeldNow } from '../sources/held-now.tsx'
import { loadSources } from '../sources/load-sources.ts'
import { Codes, InitiativeSources, Rules } from '../sources/origins.tsx'
import { sourcesWords } from '../words/sources.ts'
import { useWords } from '../words/use-words.ts'

export function loader(given: LoaderFunctionArgs) {
  return loadSources(given)
}

export const meta = pageMeta(
  sourcesWords,
  (words) => words.title,
  (words) => words.description,
)

export default function SourcesPage() {
  const loaded = useLoaderData<typeof loader>()
  const words = useWords(sourcesWords)
  return (
    <div className="wrap">
      <div className="head">
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
      </div>
      <div className="stack-7">
        <HeldNow loaded={loaded} />
        <section aria-labelledby="all">
          <h2 id="all">{words.all}</h2>
          <p className="mt4 mb4">{words.allLead}</p>
          <SourceTable sources={loaded.sources} label={words.all} />
        </section>
        <Codes loaded={loaded} />
        <Rules loaded={loaded} />
        <InitiativeSources loaded={loaded} />
        <section aria-labelledby="unknown">
          <h2 id="unknown">{words.unknown}</h2>
          <ul className="textlist mt4">
            {words.unknownList.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="wrong">
          <h2 id="wrong">{words.wrong}</h2>
          <Contact email={loaded.contactEmail} />
        </section>
      </div>
    </div>
  )
}
