import type { ShownDataSource } from '../../sources/load-sources.ts'
import { dateText } from '../../words/format.ts'
import { howItWorksWords } from '../../words/how-it-works.ts'
import { sourcesWords } from '../../words/sources.ts'
import { useLanguage } from '../../words/use-words.ts'
import { StackedTable } from '../stacked-table/stacked-table.tsx'

/** Sources with what each gives, its licence, the credit it asks for, and how sure we are. */
export function SourceTable({ sources, label }: { readonly sources: readonly ShownDataSource[]; readonly label: string }) {
  const language = useLanguage()
  const words = sourcesWords[language]
  const { certainty } = howItWorksWords[language]
  const { columns } = words
  return (
    <StackedTable
      caption={label}
      isCaptionHidden
      columns={[
        { title: columns.source },
        { title: columns.gives },
        { title: columns.licence },
        { title: columns.checked, look: 'nowrap' },
        { title: columns.sure },
      ]}
      rows={sources.map((one) => ({
        key: one.id,
        cells: [
          <Name key="name" source={one} />,
          one.gives,
          <Licence key="licence" {...one} />,
          dateText(one.checkedOn, language),
          one.certainty === undefined ? words.differs : (certainty[one.certainty] ?? one.certainty),
        ],
      }))}
    />
  )
}

function Name({ source: { name, url, publisher, edition } }: { readonly source: ShownDataSource }) {
  const words = sourcesWords[useLanguage()]
  const parts = [...(publisher ? [words.from(publisher)] : []), ...(edition ? [words.edition(edition)] : [])]
  return (
    <>
      {url ? <a href={url}>{name}</a> : name}
      {parts.length > 0 ? <span className="note below">{parts.join(' ')}</span> : null}
    </>
  )
}

/** A licence, and the credit it asks for: to the letter, in the language that it has. */
export function Licence({
  licence,
  licenceUrl,
  attribution,
}: Pick<ShownDataSource, 'licenceUrl' | 'attribution'> & { readonly licence: string | undefined }) {
  return (
    <>
      {licenceUrl ? <a href={licenceUrl}>{licence}</a> : licence}
      {attribution ? (
        <q className="credit below" lang={attribution.startsWith('Bron') ? 'nl' : 'en'}>
          {attribution}
        </q>
      ) : null}
    </>
  )
}
