import { Link, useLoaderData } from 'react-router'
import { EmptyState } from '../components/empty-state/empty-state.tsx'
import { loadOwn } from '../enrolments/load.ts'
import { pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { enrolmentRollingWords } from '../words/enrolment-rolling.ts'
import { enrolmentWords } from '../words/enrolments.ts'
import { dateText, monthText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'

export const loader = loadOwn
export const headers = () => ({ 'cache-control': 'no-store' })

type Line = Awaited<ReturnType<typeof loader>>['open'][number]

export const meta = pageMeta(
  enrolmentWords,
  (words) => words.title,
  (words) => words.description,
)

export default function EnrolmentsPage() {
  const { open, ended } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = enrolmentWords[language]
  return (
    <div className="wrap">
      <div className="head">
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
      </div>
      <div className="stack-6">
        {open.length + ended.length === 0 ? (
          <EmptyState
            title={words.none}
            actions={
              <Link className="btn" to={pathTo('programmes', language)}>
                {words.toProgrammes}
              </Link>
            }
          >
            <p>{words.noneText}</p>
          </EmptyState>
        ) : null}
        <Part id="open" title={words.open} lines={open} />
        <Part id="ended" title={words.ended} lines={ended} />
      </div>
    </div>
  )
}

function Part({ id, title, lines }: { readonly id: string; readonly title: string; readonly lines: readonly Line[] }) {
  const language = useLanguage()
  const words = enrolmentWords[language]
  if (lines.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="h3">
        {title}
      </h2>
      <ul className="plain stack-3 intro-list mt4">
        {lines.map((one) => (
          <li className="card" key={one.id}>
            <div>
              <h3 className="h4 bare">
                <Link to={pathTo('enrolment', language, { enrolment: one.id })}>{one.about}</Link>
              </h3>
              <p className="small bare">
                {one.wishedMonth === undefined
                  ? words.starts(dateText(one.startsOn, language))
                  : enrolmentRollingWords[language].wished(monthText(one.wishedMonth, language))}
              </p>
            </div>
            <span className={one.state === 'admitted' ? 'tag t-solid' : 'tag t-open'}>
              {one.isQuiet ? words.quiet : words.states[one.state]}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
