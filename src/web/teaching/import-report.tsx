import { Form } from 'react-router'
import { StackedTable } from '../components/stacked-table/stacked-table.tsx'
import { teachingWords } from '../words/teaching.ts'
import { useLanguage } from '../words/use-words.ts'
import type { ImportLoaded } from './import-loader.ts'

type Report = NonNullable<ImportLoaded['report']>
type Line = Report['lines'][number]

/** What a file would change, and the one button that does it. */
export function ImportReport({ report }: { readonly report: Report }) {
  const words = teachingWords[useLanguage()].import
  const { lines, gone, refused, notes } = report
  const shown = lines.filter(({ what, own }) => what !== 'same' || own.length > 0)
  const same = lines.length - shown.length
  const isEmpty = lines.length + gone.length === 0
  return (
    <section aria-labelledby="report">
      <h2 id="report">{words.report}</h2>
      <p className="mt4">{countsText(report, words)}</p>
      <Form method="post" className="stack-5 mt4">
        <input type="hidden" name="intent" value="bringIn" />
        <input type="hidden" name="import" value={report.id} />
        {shown.map((line) => (
          <ReportLine key={line.id} line={line} />
        ))}
        {same > 0 ? <p>{words.sames(same)}</p> : null}
        {gone.length > 0 ? (
          <fieldset className="plainset card">
            <legend className="h4">{words.gone}</legend>
            <p>{words.goneText}</p>
            {gone.map(({ id, title }) => (
              <label className="check" key={id}>
                <input type="checkbox" name="withdraw" value={id} />
                <span>{words.goneWithdraw(title)}</span>
              </label>
            ))}
          </fieldset>
        ) : null}
        {isEmpty ? (
          <p>{words.nothing}</p>
        ) : (
          <button className="btn" type="submit">
            {words.bringIn}
          </button>
        )}
      </Form>
      {refused.length > 0 ? (
        <div className="mt7">
          <h3>{words.refused}</h3>
          <StackedTable
            caption={words.refused}
            isCaptionHidden
            columns={[{ title: words.refusedColumns.place }, { title: words.refusedColumns.reason, lang: 'en' }]}
            rows={refused.map(({ place, reason }, at) => ({ key: `${at} ${place}`, cells: [place, reason] }))}
          />
          <p className="note mt4">{words.refusedNote}</p>
        </div>
      ) : null}
      {notes.length > 0 ? (
        <details className="twin mt5">
          <summary>{words.notes}</summary>
          <ul className="textlist" lang="en">
            {notes.map(({ place, note }) => (
              <li key={`${place} ${note}`}>
                {place}: {note}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  )
}

type Words = (typeof teachingWords)['nl']['import']

function countsText({ lines, gone, refused }: Report, { counts }: Words): string {
  const many = (what: Line['what']): number => lines.filter((line) => line.what === what).length
  return [
    `${many('new')} ${counts.new}`,
    `${many('changed')} ${counts.changed}`,
    `${many('same')} ${counts.same}`,
    ...(gone.length > 0 ? [`${gone.length} ${counts.gone}`] : []),
    ...(refused.length > 0 ? [`${refused.length} ${counts.refused}`] : []),
  ].join(', ')
}

function ReportLine({ line }: { readonly line: Line }) {
  const language = useLanguage()
  const words = teachingWords[language].import
  const { changes, own, what, id } = line
  const value = (text: string | undefined) => text ?? <span className="unk">{words.nothingThere}</span>
  return (
    <div className="card">
      <h3 className="h4">
        <span lang={line.titleLanguage === language ? undefined : line.titleLanguage}>{line.title}</span>{' '}
        <span className="tag t-open">{words.what[what]}</span>
      </h3>
      <p className="small">
        {what === 'new' ? words.newNote : null} {line.isWithdrawn ? words.withdrawnNote : null}{' '}
        {what === 'new' && line.unconfirmed > 0 ? words.unconfirmed(line.unconfirmed) : null}
      </p>
      {changes.length > 0 ? (
        <StackedTable
          caption={words.changes}
          columns={[{ title: words.columns.field }, { title: words.columns.before }, { title: words.columns.after }]}
          rows={changes.map((one) => ({ key: one.field, cells: [one.name, value(one.before), value(one.after)] }))}
        />
      ) : null}
      {own.length > 0 ? (
        <div className="mt4">
          <StackedTable
            caption={words.own}
            columns={[
              { title: words.ownColumns.field },
              { title: words.ownColumns.own },
              { title: words.ownColumns.file },
              { title: words.ownColumns.take },
            ]}
            rows={own.map((one) => ({
              key: one.field,
              cells: [
                one.name,
                value(one.before),
                value(one.after),
                <label className="check" key="take">
                  <input type="checkbox" name="take" value={`${id} ${one.field}`} />
                  <span>
                    {words.take}
                    <span className="vh">: {one.name}</span>
                  </span>
                </label>,
              ],
            }))}
          />
        </div>
      ) : null}
    </div>
  )
}

/** After it was brought in: how many of each. */
export function BroughtIn({ counts }: { readonly counts: Readonly<Record<string, number>> }) {
  const words = teachingWords[useLanguage()].import
  return (
    <ul className="textlist">
      {(['new', 'changed', 'same', 'withdrawn'] as const).map((what) => (
        <li key={what}>
          {counts[what] ?? 0} {words.counts[what]}
        </li>
      ))}
    </ul>
  )
}
