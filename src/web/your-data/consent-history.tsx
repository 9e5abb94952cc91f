import { StackedTable } from '../components/stacked-table/stacked-table.tsx'
import { dateText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'
import { yourDataWords } from '../words/your-data.ts'
import type { ShownConsent } from './your-data-loader.ts'

/** Everything that somebody ever said yes to, with the text of which day. */
export function ConsentHistory({ history }: { readonly history: readonly ShownConsent[] }) {
  const language = useLanguage()
  const words = yourDataWords[language]
  const { what, from, until, text } = words.historyColumns
  if (history.length === 0) return null
  return (
    <details className="twin">
      <summary>{words.history}</summary>
      <StackedTable
        caption={words.history}
        isCaptionHidden
        columns={[{ title: what }, { title: from }, { title: until }, { title: text }]}
        rows={history.map(({ key, purpose, organisation, from: given, ended, version }) => ({
          key,
          cells: [
            organisation === undefined ? words.purposeShort[purpose] : `${words.purposeShort[purpose]} (${organisation})`,
            dateText(given, language),
            ended === undefined ? words.stillOn : dateText(ended, language),
            dateText(version, language),
          ],
        }))}
      />
    </details>
  )
}
