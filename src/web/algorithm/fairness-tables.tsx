import type { FairnessReport, ProxyFinding, Reach } from '../../modules/fairness/index.ts'
import type { Language } from '../../modules/skills/index.ts'
import { StackedTable } from '../components/stacked-table/stacked-table.tsx'
import { algorithmWords } from '../words/algorithm.ts'
import { numberText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'
import { averageReach } from './reach-rows.ts'

/** The same figures as the pictures, and all others. */
export function FairnessTables({ report }: { readonly report: FairnessReport }) {
  const words = algorithmWords[useLanguage()]
  return (
    <>
      <Traits traits={report.traits} />
      <details className="twin">
        <summary>{words.all}</summary>
        <div className="mt4">
          <Proxies proxies={report.proxies} />
        </div>
        {report.proxies.map((proxy) => (proxy.groups ? <Groups key={proxy.id} groups={proxy.groups} /> : null))}
      </details>
    </>
  )
}

function Traits({ traits }: Pick<FairnessReport, 'traits'>) {
  const language = useLanguage()
  const words = algorithmWords[language]
  const { traitColumns: columns } = words
  const of = (some: number, all: number): string => words.outOf(numberText(some, language), numberText(all, language))
  return (
    <div>
      <h3>{words.traits}</h3>
      <p className="mt4 mb4">{words.traitsLead}</p>
      <StackedTable
        caption={words.traits}
        isCaptionHidden
        columns={[
          { title: columns.trait },
          { title: columns.fields, look: 'r' },
          { title: columns.engine, look: 'r' },
          { title: columns.cvs, look: 'r' },
        ]}
        rows={traits.map(({ id, fields: { tried, taken }, engine, cvs }) => ({
          key: id,
          cells: [
            words.traitNames[id],
            of(tried.length - taken.length, tried.length),
            of(engine.different, engine.compared),
            of(cvs.different, cvs.pairs),
          ],
        }))}
      />
    </div>
  )
}

function Proxies({ proxies }: Pick<FairnessReport, 'proxies'>) {
  const language = useLanguage()
  const words = algorithmWords[language]
  const { columns } = words
  const number = (value: number): string => numberText(value, language)
  return (
    <StackedTable
      caption={words.all}
      isCaptionHidden
      columns={[
        { title: columns.what },
        { title: columns.pairs, look: 'r' },
        { title: columns.fit, look: 'r' },
        { title: columns.without, look: 'r' },
        { title: columns.with, look: 'r' },
        { title: columns.why },
      ]}
      rows={proxies.map((proxy) => ({
        key: proxy.id,
        cells: [
          words.proxyNames[proxy.id].name,
          number(proxy.pairs),
          words.outOf(number(proxy.fit.different), number(proxy.fit.compared)),
          ...reachTexts(proxy.reach, proxy.pairs, language),
          <Reasons key="why" proxy={proxy} />,
        ],
      }))}
    />
  )
}

function Reasons({ proxy: { reasons } }: { readonly proxy: ProxyFinding }) {
  const language = useLanguage()
  const words = algorithmWords[language]
  const number = (value: number): string => numberText(value, language)
  if (reasons.length === 0) return words.noReason
  return reasons.map(({ term, shut, unsure, opened }) => (
    <span className="below" key={term}>
      {words.reasonText(words.terms[term] ?? term, number(shut), number(unsure), number(opened))}
    </span>
  ))
}

function Groups({ groups }: { readonly groups: NonNullable<ProxyFinding['groups']> }) {
  const language = useLanguage()
  const words = algorithmWords[language]
  const { columns } = words
  return (
    <div className="mt5">
      <StackedTable
        caption={words.bySituation}
        columns={[
          { title: columns.what },
          { title: columns.pairs, look: 'r' },
          { title: columns.without, look: 'r' },
          { title: columns.with, look: 'r' },
        ]}
        rows={groups
          .filter(({ tooFew }) => !tooFew)
          .map(({ situation, pairs, without, with: left }) => ({
            key: situation,
            cells: [
              words.situations[situation] ?? situation,
              numberText(pairs, language),
              ...reachTexts({ without, with: left }, pairs, language),
            ],
          }))}
      />
    </div>
  )
}

/** Both averages in words. */
function reachTexts(reach: { readonly without: Reach; readonly with: Reach }, pairs: number, language: Language): string[] {
  return [reach.without, reach.with].map((one) => {
    const { certain, possible } = averageReach(one, pairs)
    return algorithmWords[language].reach(numberText(certain, language), numberText(possible, language))
  })
}
