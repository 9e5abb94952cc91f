import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Contact } from '../components/contact/contact.tsx'
import { StackedTable } from '../components/stacked-table/stacked-table.tsx'
import { siteContext } from '../context.ts'
import { draftDays, siteCookies } from '../cookies.ts'
import { pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { dataUseWords } from '../words/data-use.ts'
import { howItWorksWords } from '../words/how-it-works.ts'
import { useLanguage } from '../words/use-words.ts'

export async function loader({ context }: LoaderFunctionArgs) {
  const { modules, contactEmail } = context.get(siteContext)
  const { today } = await modules.residents.current()
  // The same rule that the clearing of raw records goes by: the page cannot say another term.
  const rule = await modules.rules.find('raw-record-months', today)
  return { contactEmail, rawMonths: typeof rule?.value === 'number' ? rule.value : undefined }
}

export const meta = pageMeta(
  dataUseWords,
  (words) => words.title,
  (words) => words.description,
)

export default function DataUsePage() {
  const { contactEmail } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = dataUseWords[language]
  return (
    <div className="wrap">
      <div className="head">
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
      </div>
      <div className="stack-7">
        <section aria-labelledby="yours" className="card card-ink narrow">
          <h2 id="yours" className="h3">
            {words.yours}
          </h2>
          <p className="mt4">{words.yoursText}</p>
          <p>
            <Link className="btn" to={pathTo('yourData', language)}>
              {words.yoursLink}
            </Link>
          </p>
        </section>
        <Kept />
        <TextList id="copies" title={words.copies} items={words.copiesList} />
        <TextList id="never" title={words.never} items={[...howItWorksWords[language].neverList, ...words.neverList]}>
          {words.neverNote}
        </TextList>
        <section aria-labelledby="cookies">
          <h2 id="cookies">{words.cookies}</h2>
          <p className="mt4 mb4">{words.cookiesLead}</p>
          <StackedTable
            caption={words.cookies}
            isCaptionHidden
            columns={[
              { title: words.cookieColumns.name },
              { title: words.cookieColumns.why },
              { title: words.cookieColumns.stays },
            ]}
            rows={siteCookies.map(({ name, days }) => ({
              key: name,
              cells: [<code key="name">{name}</code>, words.cookiePurposes[name], words.cookieDays(days)],
            }))}
          />
        </section>
        <TextList id="tracking" title={words.tracking} items={words.trackingList} />
        <section aria-labelledby="computer">
          <h2 id="computer">{words.computer}</h2>
          <p className="mt4">
            {words.computerText} <Link to={pathTo('howItWorks', language)}>{words.how}</Link>
          </p>
        </section>
        <section aria-labelledby="law">
          <h2 id="law">{words.law}</h2>
          <ul className="textlist mt4">
            {words.lawList.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
          <p className="mt4">
            {words.complain}{' '}
            <a href="https://www.autoriteitpersoonsgegevens.nl" lang="nl">
              {words.complainLink}
            </a>
            .
          </p>
        </section>
        <section aria-labelledby="wrong">
          <h2 id="wrong">{words.wrong}</h2>
          <Contact email={contactEmail} isQuestion />
        </section>
      </div>
    </div>
  )
}

/** What is read and kept, row by row, with the terms that the program itself goes by. */
function Kept() {
  const { rawMonths } = useLoaderData<typeof loader>()
  const { rows, columns, kept, months } = dataUseWords[useLanguage()]
  const { answers, trying, cv, place, writing, vacancies, visits } = rows
  const raw = rawMonths === undefined ? vacancies.rawUnknown : vacancies.raw(months(rawMonths))
  const shown = [
    { ...answers, where: answers.where(draftDays) },
    { ...place, where: place.where(draftDays) },
    { ...writing, where: writing.where(draftDays) },
    trying,
    cv,
    { ...vacancies, where: vacancies.where + raw },
    visits,
  ]
  return (
    <section aria-labelledby="kept">
      <h2 id="kept" className="mb5">
        {kept}
      </h2>
      <StackedTable
        caption={kept}
        isCaptionHidden
        columns={[{ title: columns.what }, { title: columns.why }, { title: columns.where }]}
        rows={shown.map(({ what, why, where }) => ({ key: what, cells: [what, why, where] }))}
      />
    </section>
  )
}

function TextList({
  id,
  title,
  items,
  children,
}: {
  readonly id: string
  readonly title: string
  readonly items: readonly string[]
  readonly children?: string
}) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="textlist mt4">
        {items.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      {children ? <p className="mt4">{children}</p> : null}
    </section>
  )
}
