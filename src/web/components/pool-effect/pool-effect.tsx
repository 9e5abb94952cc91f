import { Link } from 'react-router'
import type { DemandView, PoolCounts, PoolEffectView } from '../../../modules/pool-effects/index.ts'
import type { Language } from '../../../modules/skills/index.ts'
import { pathTo } from '../../paths.ts'
import { conditionTitle } from '../../words/conditions.ts'
import { listText, lowerFirst, numberText } from '../../words/format.ts'
import { poolEffectWords } from '../../words/pool-effect.ts'
import { useLanguage } from '../../words/use-words.ts'
import { Alert } from '../alert/alert.tsx'
import { StackedTable } from '../stacked-table/stacked-table.tsx'
import { fromTo, isHidden, pairText } from './pair-text.ts'
import { PeopleBars } from './people-bars.tsx'

const pairsShown = 3
const trainingsShown = 5

/** What each demand of a vacancy costs in people; why not, where that cannot be counted. */
export function PoolEffect({ view }: { readonly view: Pick<PoolEffectView, 'counts' | 'note' | 'basis'> | undefined }) {
  const words = poolEffectWords[useLanguage()]
  if (!view?.counts) return <Alert kind="info" title={view?.note ?? words.failed} />
  return <Counted counts={view.counts} isDemo={view.basis.demo} />
}

function Counted({ counts, isDemo }: { readonly counts: PoolCounts; readonly isDemo: boolean }) {
  const language = useLanguage()
  const words = poolEffectWords[language]
  const name = namesIn(language)
  const largest = counts.demands.toSorted((a, b) => fromTo(b.costs)[1] - fromTo(a.costs)[1]).find(({ costs }) => !isHidden(costs))
  return (
    <div className="card card-ink mt4">
      <p>
        {words.now} <strong className="pool-now num">{pairText(counts.now, language)}</strong> {words.people}.
      </p>
      <p className="note">{words.able(pairText(counts.able, language))}</p>
      {largest ? (
        <p className="pool-most">{words.largest(inSentence(largest, language), pairText(largest.costs, language))}</p>
      ) : null}
      <Costs counts={counts} />
      <Pairs counts={counts} />
      <Trainings counts={counts} />
      <details className="twin">
        <summary>{words.steps}</summary>
        <p className="small mt4">{words.stepsText}</p>
        <PeopleBars
          look="left"
          bars={[
            { key: 'able', name: words.allSkills, people: counts.able },
            ...counts.steps.map((step, at) => ({
              key: step.demand,
              name: name(step),
              people: step.left,
              before: at === 0 ? counts.able : counts.steps[at - 1]?.left,
            })),
          ]}
        />
      </details>
      <details className="twin">
        <summary>{words.table}</summary>
        <CostsTable counts={counts} />
      </details>
      <p className="note mt4">{words.margin}</p>
      <p className="note">
        {words.pool(numberText(counts.pool, language))}
        {isDemo ? ` ${words.demo}` : null}
      </p>
    </div>
  )
}

function Costs({ counts: { demands } }: { readonly counts: PoolCounts }) {
  const language = useLanguage()
  const words = poolEffectWords[language]
  const name = namesIn(language)
  const shown = demands.filter(({ costs }) => !isHidden(costs))
  const few = demands.filter(({ costs }) => isHidden(costs))
  return (
    <>
      {shown.length > 0 ? (
        <>
          <p className="small mt4">{words.alone}</p>
          <ul className="legend" aria-label={words.key}>
            <li>
              <span className="pool-key cost-sure" aria-hidden="true" />
              {words.sure}
            </li>
            <li>
              <span className="pool-key cost-maybe" aria-hidden="true" />
              {words.maybe}
            </li>
          </ul>
          <PeopleBars look="cost" bars={shown.map((one) => ({ key: one.demand, name: name(one), people: one.costs }))} />
        </>
      ) : (
        <p className="small mt4">{words.noneShown}</p>
      )}
      {shown.length > 0 && few.length > 0 ? (
        <p className="small mt4">
          {words.fewEach(
            listText(
              few.map((one) => inSentence(one, language)),
              language,
            ),
          )}
        </p>
      ) : null}
    </>
  )
}

function Pairs({ counts: { pairs } }: { readonly counts: PoolCounts }) {
  const language = useLanguage()
  const words = poolEffectWords[language]
  const name = namesIn(language)
  if (pairs.length === 0) return null
  return (
    <>
      <h3 className="h4 mt5">{words.pairs}</h3>
      <p className="small">{words.pairsText}</p>
      <ul className="find">
        {pairs.slice(0, pairsShown).map(({ demands: [a, b], more }) => (
          <li key={`${a.demand} ${b.demand}`}>
            {words.pair(name(a), inSentence(b, language))}: <b className="num">{pairText(more, language)}</b>
          </li>
        ))}
      </ul>
    </>
  )
}

function Trainings({ counts: { trainings } }: { readonly counts: PoolCounts }) {
  const language = useLanguage()
  const words = poolEffectWords[language]
  if (trainings.length === 0) return null
  return (
    <>
      <h3 className="h4 mt5">{words.trainings}</h3>
      <p className="small">{words.trainingsText}</p>
      <ul className="find">
        {trainings.slice(0, trainingsShown).map(({ training, brings }) => (
          <li key={training.offering}>
            <Link to={pathTo('programme', language, { programme: training.programme })}>
              {words.training(training.title, training.provider)}
            </Link>
            : <b className="num">{pairText(brings, language)}</b>
          </li>
        ))}
      </ul>
    </>
  )
}

function CostsTable({ counts }: { readonly counts: PoolCounts }) {
  const language = useLanguage()
  const words = poolEffectWords[language]
  const name = namesIn(language)
  const left = new Map(counts.steps.map((step) => [step.demand, pairText(step.left, language)]))
  const { demand, costs, left: leftTitle } = words.columns
  return (
    <StackedTable
      caption={words.caption}
      columns={[{ title: demand }, { title: costs, look: 'r' }, { title: leftTitle, look: 'r' }]}
      rows={[
        { key: 'able', cells: [words.allSkills, '', pairText(counts.able, language)] },
        ...counts.demands.map((one) => ({
          key: one.demand,
          cells: [name(one), pairText(one.costs, language), left.get(one.demand) ?? ''],
        })),
        { key: 'all', cells: [words.all, pairText(counts.all, language), ''] },
      ]}
    />
  )
}

/** Names of skills may be names of products: they stay as they are. */
function inSentence(demand: DemandView, language: Language): string {
  const name = namesIn(language)(demand)
  return demand.demand.startsWith('skill:') ? name : lowerFirst(name)
}

const namesIn =
  (language: Language) =>
  ({ demand, label }: DemandView): string =>
    conditionTitle({ key: demand, label }, language)
