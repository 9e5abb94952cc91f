import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { actorOf, signInFirst } from '../actor.ts'
import { Contact } from '../components/contact/contact.tsx'
import { siteContext } from '../context.ts'
import { ExportSection } from '../data-rights/field-list.tsx'
import { shownExport } from '../data-rights/shown-export.ts'
import { dataFilePath, languageOfPath, type Page, pageUrl, pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { dataRightsWords } from '../words/data-rights.ts'
import { useLanguage } from '../words/use-words.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const language = languageOfPath(pageUrl(request).pathname)
  const actor = await actorOf(site, request)
  signInFirst(actor, request)
  const exported = await site.modules.dataRights.exportOf(actor)
  return { ...shownExport(exported, language), contactEmail: site.contactEmail }
}

export const headers = () => ({ 'cache-control': 'no-store' })

export const meta = pageMeta(
  dataRightsWords,
  ({ download }) => download.title,
  ({ download }) => download.description,
)

export default function DataDownloadPage() {
  const { parts, nothing, leftOut } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = dataRightsWords[language].download
  return (
    <div className="wrap">
      <div className="head">
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
        <p className="row mt5">
          <a className="btn" href={dataFilePath(language)} download>
            {words.file}
          </a>
          <Link className="btn btn-2" to={pathTo('yourData', language)}>
            {words.back}
          </Link>
        </p>
        <p className="small mt4">{words.fileText}</p>
      </div>
      <div className="stack-6">
        <nav aria-labelledby="contents">
          <h2 id="contents" className="h3">
            {words.contents}
          </h2>
          <ul className="textlist mt4">
            {parts.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
        {parts.map((part) => (
          <ExportSection key={part.id} {...part} />
        ))}
        {nothing.length > 0 ? (
          <details>
            <summary>{words.nothing(nothing.length)}</summary>
            <ul className="textlist mt4">
              {nothing.map((title) => (
                <li key={title}>{title}</li>
              ))}
            </ul>
          </details>
        ) : null}
        <section aria-labelledby="left-out">
          <h2 id="left-out" className="h3">
            {words.leftOutTitle}
          </h2>
          <p className="mt4">{words.leftOutText}</p>
          <ul className="textlist mt4">
            {leftOut.map(({ why }) => (
              <li key={why}>{why}</li>
            ))}
          </ul>
        </section>
        <Rights />
      </div>
    </div>
  )
}

/** Correction, objection, and the way to erasure. */
function Rights() {
  const { contactEmail } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = dataRightsWords[language].download
  return (
    <>
      <section aria-labelledby="wrong">
        <h2 id="wrong" className="h3">
          {words.wrongTitle}
        </h2>
        <ul className="textlist mt4">
          {words.wrong.map(({ text, page, link }) => (
            <li key={page}>
              {text} <Link to={pathTo(page as Page, language)}>{link}</Link>.
            </li>
          ))}
        </ul>
        <p className="mt4">{words.wrongRest}</p>
      </section>
      <section aria-labelledby="object">
        <h2 id="object" className="h3">
          {words.objectTitle}
        </h2>
        <p className="mt4">{words.object}</p>
        <Contact email={contactEmail} isQuestion />
      </section>
      <section aria-labelledby="erase">
        <h2 id="erase" className="h3">
          {words.eraseTitle}
        </h2>
        <p className="mt4">
          <Link className="btn btn-2" to={pathTo('dataErase', language)}>
            {words.erase}
          </Link>
        </p>
      </section>
    </>
  )
}
