import { Fragment } from 'react'
import { Link } from 'react-router'
import { aboutText } from '../components/fact-mark/fact-mark.tsx'
import { StackedTable } from '../components/stacked-table/stacked-table.tsx'
import { pathTo } from '../paths.ts'
import { dateText } from '../words/format.ts'
import { howItWorksWords } from '../words/how-it-works.ts'
import { sourcesWords } from '../words/sources.ts'
import { useLanguage } from '../words/use-words.ts'
import type { LoadedSources } from './load-sources.ts'

/** Lists of codes of others, as their own files say where they come from. */
export function Codes({ loaded: { codes } }: { readonly loaded: LoadedSources }) {
  const language = useLanguage()
  const words = sourcesWords[language]
  const { codeColumns: columns } = words
  return (
    <section aria-labelledby="codes">
      <h2 id="codes">{words.codes}</h2>
      <p className="mt4 mb4">{words.codesLead}</p>
      <StackedTable
        caption={words.codes}
        isCaptionHidden
        columns={[
          { title: columns.list, lang: 'en' },
          { title: columns.source, lang: 'en' },
          { title: columns.checked, look: 'nowrap' },
          { title: columns.sure },
        ]}
        rows={codes.map((one) => ({
          key: one.id,
          cells: [
            <Fragment key="list">
              {/* Its first words name it; what follows explains. */}
              {one.about.split(/[:.] /)[0]}
              {one.version ? <span className="note below">{one.version}</span> : null}
            </Fragment>,
            one.source,
            dateText(one.checked, language),
            howItWorksWords[language].certainty[one.certainty],
          ],
        }))}
      />
    </section>
  )
}

export function Rules({ loaded: { rules } }: { readonly loaded: LoadedSources }) {
  const language = useLanguage()
  const words = sourcesWords[language]
  const { ruleColumns: columns } = words
  return (
    <section aria-labelledby="rules">
      <h2 id="rules">{words.rules}</h2>
      <p className="mt4">
        {words.rulesLead} <Link to={`${pathTo('howItWorks', language)}#rules`}>{words.ruleLink}</Link>.
      </p>
      <details className="twin">
        <summary>{words.rulesOpen(rules.length)}</summary>
        <StackedTable
          caption={words.rules}
          isCaptionHidden
          columns={[
            { title: columns.source, lang: 'en' },
            { title: columns.rules },
            { title: columns.checked, look: 'nowrap' },
            { title: columns.sure },
          ]}
          rows={rules.map(({ source, sourceUrl, titles, checkedOn, certainty }) => ({
            key: `${source} ${checkedOn} ${certainty}`,
            cells: [
              sourceUrl ? (
                <a key="source" href={sourceUrl}>
                  {source}
                </a>
              ) : (
                source
              ),
              titles.join('; '),
              dateText(checkedOn, language),
              howItWorksWords[language].certainty[certainty],
            ],
          }))}
        />
      </details>
    </section>
  )
}

export function InitiativeSources({ loaded: { initiatives } }: { readonly loaded: LoadedSources }) {
  const language = useLanguage()
  const words = sourcesWords[language]
  const { initiativeColumns: columns } = words
  return (
    <section aria-labelledby="initiatives">
      <h2 id="initiatives">{words.initiatives}</h2>
      <p className="mt4">{words.initiativesLead}</p>
      <details className="twin">
        <summary>{words.initiativesOpen(initiatives.length)}</summary>
        <StackedTable
          caption={words.initiatives}
          isCaptionHidden
          columns={[{ title: columns.source }, { title: columns.published }, { title: columns.seen, look: 'nowrap' }]}
          rows={initiatives.map(({ id, title, url, of, published, seenOn }) => ({
            key: id,
            cells: [
              url ? (
                <a key="source" href={url} hrefLang={of}>
                  {title}
                </a>
              ) : (
                title
              ),
              published === undefined ? (
                <span key="published" className="unk">
                  {words.unknownDate}
                </span>
              ) : (
                aboutText(published, language)
              ),
              dateText(seenOn, language),
            ],
          }))}
        />
      </details>
    </section>
  )
}
