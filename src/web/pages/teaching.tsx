import { Link, useLoaderData } from 'react-router'
import { OrgNav } from '../components/org-nav/org-nav.tsx'
import { ProgrammeTable } from '../components/programme-table/programme-table.tsx'
import { pathTo, teachingFilePath } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { teachingLoader } from '../teaching/teaching-loader.ts'
import { TeachingTold } from '../teaching/told.tsx'
import { teachingWords } from '../words/teaching.ts'
import { useLanguage } from '../words/use-words.ts'

export const loader = teachingLoader
export const headers = () => ({ 'cache-control': 'no-store' })

type Loaded = Awaited<ReturnType<typeof loader>>['data']

export const meta = pageMeta<(typeof teachingWords)['nl'], Loaded>(teachingWords, (words, loaded) =>
  words.crumb(loaded?.organisation.name ?? ''),
)

export default function TeachingPage() {
  const { organisation, mayWrite, lines, done } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = teachingWords[language]
  const at = { organisation: organisation.id }
  const hasPublished = lines.some(({ state }) => state === 'published')
  return (
    <div className="wrap">
      <div className="head">
        <OrgNav organisation={organisation} />
        <h1>{words.crumb(organisation.name)}</h1>
        <p className="lead">{words.lead}</p>
      </div>
      <TeachingTold wrong={undefined} done={done} />
      <div className="row">
        {mayWrite ? (
          <>
            <Link className="btn" to={pathTo('teachingNew', language, at)}>
              {words.new}
            </Link>
            <Link className="btn btn-2" to={pathTo('teachingImport', language, at)}>
              {words.read}
            </Link>
          </>
        ) : null}
        {hasPublished ? (
          <a className="btn btn-3" href={teachingFilePath(language, organisation.id)} download>
            {words.download}
          </a>
        ) : null}
      </div>
      <div className="mt5">
        {lines.length === 0 ? <p>{words.none}</p> : <ProgrammeTable organisation={organisation} lines={lines} />}
        {hasPublished ? <p className="note mt4">{words.downloadNote}</p> : null}
      </div>
    </div>
  )
}
