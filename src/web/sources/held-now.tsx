import { Licence } from '../components/source-table/source-table.tsx'
import { StackedTable } from '../components/stacked-table/stacked-table.tsx'
import { dateText, numberText } from '../words/format.ts'
import { sourcesWords } from '../words/sources.ts'
import { useLanguage } from '../words/use-words.ts'
import type { HeldFrom, LoadedSources } from './load-sources.ts'

/** What the record holds now, counted from the data itself. */
export function HeldNow({ loaded: { today, taxonomies, vacancies, programmes, imports } }: { readonly loaded: LoadedSources }) {
  const language = useLanguage()
  const words = sourcesWords[language]
  const { taxonomyColumns, importColumns } = words
  return (
    <section aria-labelledby="now">
      <h2 id="now">{words.now}</h2>
      <p className="mt4 mb4">{words.nowLead(dateText(today, language))}</p>
      <div className="stack-5">
        <StackedTable
          caption={words.taxonomies}
          columns={[{ title: taxonomyColumns.name }, { title: taxonomyColumns.version }, { title: taxonomyColumns.licence }]}
          rows={taxonomies.map(({ scheme, name, version, ...licence }) => ({
            key: scheme,
            cells: [name, version, <Licence key="licence" {...licence} />],
          }))}
        />
        <Held caption={words.vacancies} rows={vacancies} />
        <Held caption={words.programmes} rows={programmes} />
        {imports.length === 0 ? (
          <p>{words.noImports}</p>
        ) : (
          <StackedTable
            caption={words.imports}
            columns={[{ title: importColumns.what }, { title: importColumns.when }]}
            rows={imports.map(({ kind, on }) => ({
              key: kind,
              cells: [words.importKinds[kind] ?? kind, dateText(on, language)],
            }))}
          />
        )}
      </div>
    </section>
  )
}

function Held({ caption, rows }: { readonly caption: string; readonly rows: readonly HeldFrom[] }) {
  const language = useLanguage()
  const words = sourcesWords[language]
  const { heldColumns: columns } = words
  if (rows.length === 0) {
    return (
      <p>
        <strong>{caption}.</strong> {words.none}
      </p>
    )
  }
  return (
    <StackedTable
      caption={caption}
      columns={[{ title: columns.source }, { title: columns.count, look: 'r' }, { title: columns.last, look: 'nowrap' }]}
      rows={rows.map(({ source, isDemo, count, last }) => ({
        key: `${isDemo} ${source}`,
        cells: [
          <span key="source" className="breakable">
            {isDemo ? words.demoSource : (words.ownSources[source] ?? source)}
          </span>,
          numberText(count, language),
          last === undefined ? (
            <span key="last" className="unk">
              {words.noDate}
            </span>
          ) : (
            dateText(last, language)
          ),
        ],
      }))}
    />
  )
}
