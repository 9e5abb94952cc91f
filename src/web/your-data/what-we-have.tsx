import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Unknown } from '../components/facts-band/facts-band.tsx'
import { StackedTable } from '../components/stacked-table/stacked-table.tsx'
import { type Page, pathTo } from '../paths.ts'
import { useLanguage } from '../words/use-words.ts'
import { yourDataWords } from '../words/your-data.ts'
import type { ToldRow } from './told-rows.ts'
import type { OwnData } from './your-data-loader.ts'

/** So many values stand in a cell; more are folded. */
const mostOpen = 4

/** What somebody told, what it is for, and where it is changed. */
export function WhatYouTold({ rows }: { readonly rows: readonly ToldRow[] }) {
  const words = yourDataWords[useLanguage()]
  const { columns } = words
  return (
    <StackedTable
      caption={words.haveLead}
      columns={[{ title: columns.what }, { title: columns.value }, { title: columns.why }, { title: columns.act }]}
      rows={rows.map(({ what, values, why }) => ({
        key: what,
        cells: [
          what,
          <Values key="value" values={values} />,
          why,
          <GoTo key="act" page="profile" text={words.change} about={what} />,
        ],
      }))}
    />
  )
}

function Values({ values }: { readonly values: readonly string[] }) {
  const words = yourDataWords[useLanguage()]
  if (values.length <= mostOpen) return values.join('; ')
  return (
    <details>
      <summary>{words.facts.answers(values.length)}</summary>
      <ul className="textlist">
        {values.map((value) => (
          <li key={value}>{value}</li>
        ))}
      </ul>
    </details>
  )
}

/** What there is besides the profile, and what there never is. */
export function WhatElse({ own }: { readonly own: OwnData | undefined }) {
  const words = yourDataWords[useLanguage()]
  const { columns, beside } = words
  const rows = [
    own
      ? row('contact', beside.contact, own.contact.join(', '), beside.contactWhy, 'account')
      : row('contact', beside.contact, <Unknown>{beside.contactNone}</Unknown>, beside.contactWhy),
    ...(own
      ? [
          row('needs', beside.needs, beside.needsValue, beside.needsWhy, 'needs'),
          row('plans', beside.plans, own.plans === 0 ? beside.none : String(own.plans), beside.plansWhy, 'myDesk'),
          row(
            'introductions',
            beside.introductions,
            own.introductions.all === 0 ? beside.none : String(own.introductions.all),
            beside.introductionsWhy,
            'myDesk',
          ),
        ]
      : []),
    row('cv', beside.cv, beside.cvNone, beside.cvWhy),
    row('traits', beside.traits, beside.traitsNone, beside.traitsWhy),
  ]
  return (
    <StackedTable
      caption={words.besides}
      columns={[{ title: columns.what }, { title: words.have }, { title: columns.why }, { title: columns.act }]}
      rows={rows}
    />
  )

  function row(key: string, what: string, value: ReactNode, why: string, page?: Page) {
    const text = page === 'account' ? words.change : beside.look
    return { key, cells: [what, value, why, page ? <GoTo key="act" page={page} text={text} about={what} /> : ''] }
  }
}

/** Links that read the same lead to different things: what each is about is said to who does not see the row. */
function GoTo({ page, text, about }: { readonly page: Page; readonly text: string; readonly about: string }) {
  return (
    <Link to={pathTo(page, useLanguage())}>
      {text}
      <span className="vh"> {about}</span>
    </Link>
  )
}
