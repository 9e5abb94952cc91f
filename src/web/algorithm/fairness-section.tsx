import type { FairnessReport } from '../../modules/fairness/index.ts'
import { Alert } from '../components/alert/alert.tsx'
import { ReachBars } from '../components/reach-bars/reach-bars.tsx'
import { algorithmWords } from '../words/algorithm.ts'
import { dateText, numberText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'
import { FairnessTables } from './fairness-tables.tsx'
import { isReachSame, reachRows } from './reach-rows.ts'

/** Whether who somebody is changes what fits, as it was measured for this release. */
export function FairnessSection({ report }: { readonly report: FairnessReport }) {
  const language = useLanguage()
  const words = algorithmWords[language]
  const number = (value: number): string => numberText(value, language)
  const { made, knownFaults } = report
  const { pairs, compared, different } = totals(report)
  const passed = knownFaults.length > 0 ? words.findingFaults(knownFaults.length) : words.finding
  const heading = different === 0 ? passed : words.findingNot
  return (
    <section aria-labelledby="fair" className="stack-6">
      <div>
        <h2 id="fair">{heading}</h2>
        <p className="mt4">
          {words.tested(number(pairs))}{' '}
          {different === 0 ? words.fitSame(number(compared)) : words.fitDifferent(number(different), number(compared))}
        </p>
        <p>{words.madeHow}</p>
      </div>
      {knownFaults.length > 0 ? (
        <Alert kind="warn" title={words.known}>
          <ul className="textlist">
            {knownFaults.map(({ change, says, since }) => (
              <li key={change}>
                {says[language]} {words.knownSince(dateText(since, language))}
              </li>
            ))}
          </ul>
        </Alert>
      ) : null}
      <Same report={report} />
      <div>
        <h3>{words.differs}</h3>
        <p className="mt4">{words.differsLead}</p>
        <p className="note mb4">{words.scale}</p>
        <div className="card">
          <ReachBars rows={reachRows(report, language)} />
        </div>
      </div>
      <FairnessTables report={report} />
      <TooFew report={report} />
      <div>
        <h3>{words.limits}</h3>
        <ul className="textlist mt4">
          {words.limitsList.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
        <p className="note mt4">
          {words.made(number(made.people), number(made.cvs), number(made.vacancies))}{' '}
          {words.madeWith(made.taxonomy, made.weights, made.seed, dateText(made.day, language))} <code>{made.command}</code>
        </p>
      </div>
    </section>
  )
}

function totals({ traits, proxies }: FairnessReport): { pairs: number; compared: number; different: number } {
  const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0)
  return {
    pairs: sum([...proxies.map(({ pairs }) => pairs), ...traits.map(({ cvs }) => cvs.pairs)]),
    compared: sum([...proxies.map(({ fit }) => fit.compared), ...traits.map(({ engine }) => engine.compared)]),
    different: sum([...proxies.map(({ fit }) => fit.different), ...traits.map(({ engine }) => engine.different)]),
  }
}

function Same({ report }: { readonly report: FairnessReport }) {
  const words = algorithmWords[useLanguage()]
  const same = report.proxies.filter((proxy) => !proxy.tooFew && isReachSame(proxy))
  return (
    <div>
      <h3>{words.same}</h3>
      <p className="mt4">{words.sameLead}</p>
      <ul className="textlist mt4">
        {same.map(({ id }) => (
          <li key={id}>
            <strong>{words.proxyNames[id].name}.</strong> {words.proxyNames[id].says}
          </li>
        ))}
      </ul>
    </div>
  )
}

function TooFew({ report: { made, proxies } }: { readonly report: FairnessReport }) {
  const words = algorithmWords[useLanguage()]
  const rows = proxies.flatMap(({ id, tooFew, pairs, groups = [] }) => {
    const { name } = words.proxyNames[id]
    const small = groups
      .filter((group) => group.tooFew)
      .map(({ situation, pairs: some }) => ({
        key: `${id} ${situation}`,
        text: words.tooFewRow(name, words.situations[situation] ?? situation, some),
      }))
    return tooFew ? [{ key: id, text: words.tooFewAll(name, pairs) }, ...small] : small
  })
  return (
    <div>
      <h3>{words.tooFew}</h3>
      <p className="mt4">{words.tooFewLead(made.fewestPairs)}</p>
      {rows.length === 0 ? (
        <p>{words.tooFewNone}</p>
      ) : (
        <ul className="textlist mt4">
          {rows.map(({ key, text }) => (
            <li key={key}>{text}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
