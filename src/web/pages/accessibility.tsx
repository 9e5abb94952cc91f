import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { statusSource, tested } from '../accessibility/tested.ts'
import { Contact } from '../components/contact/contact.tsx'
import { StackedTable } from '../components/stacked-table/stacked-table.tsx'
import { siteContext } from '../context.ts'
import { pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { accessibilityWords } from '../words/accessibility.ts'
import { dateText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'

export function loader({ context }: LoaderFunctionArgs) {
  return { contactEmail: context.get(siteContext).contactEmail }
}

export const meta = pageMeta(
  accessibilityWords,
  (words) => words.title,
  (words) => words.description,
)

export default function AccessibilityPage() {
  const { contactEmail } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = accessibilityWords[language]
  return (
    <div className="wrap">
      <div className="head">
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
      </div>
      <div className="stack-7">
        <section aria-labelledby="goal">
          <h2 id="goal">{words.goal}</h2>
          <p className="mt4">{words.goalText}</p>
        </section>
        <section aria-labelledby="status" className="card card-ink narrow">
          <h2 id="status" className="h3">
            {words.status}
          </h2>
          <p className="mt4">{words.statusText}</p>
          <p>{words.statusHost}</p>
          <p>
            <a href={statusSource.url} hrefLang="nl">
              {words.statusLink(dateText(statusSource.seenOn, language))}
            </a>
          </p>
        </section>
        <Tested />
        <section aria-labelledby="untested">
          <h2 id="untested">{words.untested}</h2>
          <p className="mt4">{words.untestedLead}</p>
          <ul className="textlist mt4">
            {words.untestedList.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="report">
          <h2 id="report">{words.report}</h2>
          <Contact email={contactEmail} />
          <p>{words.reportMore}</p>
          <p>
            {words.appeal}{' '}
            <a href="https://www.nationaleombudsman.nl" lang="nl">
              {words.appealLink}
            </a>
            .
          </p>
          <p className="note mt4">{words.made(dateText(tested.on, language))}</p>
        </section>
      </div>
    </div>
  )
}

function Tested() {
  const language = useLanguage()
  const words = accessibilityWords[language]
  const { tests, columns, noFaults, works, px } = words
  const { wide, small, smallest } = tested.widths
  const rows = [
    { what: tests.pages.what, how: tests.pages.how(tested.axe, px(wide), px(small)), found: noFaults },
    {
      what: tests.parts.what,
      how: (
        <>
          {tests.parts.how} <Link to={pathTo('parts', language)}>{tests.parts.link}</Link>
        </>
      ),
      found: noFaults,
    },
    { ...tests.dark, found: noFaults },
    { what: tests.reflow.what, how: tests.reflow.how(px(smallest)), found: works },
    { ...tests.keys, found: works },
    { ...tests.noScript, found: works },
  ]
  return (
    <section aria-labelledby="tested">
      <h2 id="tested">{words.testedTitle}</h2>
      <p className="mt4 mb4">{words.testedLead(dateText(tested.on, language))}</p>
      <StackedTable
        caption={words.testedTitle}
        isCaptionHidden
        columns={[{ title: columns.what }, { title: columns.how }, { title: columns.found }]}
        rows={rows.map(({ what, how, found }) => ({ key: what, cells: [what, how, found] }))}
      />
    </section>
  )
}
