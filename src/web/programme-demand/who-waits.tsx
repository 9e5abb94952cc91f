import type { WaitingCounts, WaitingView } from '../../modules/programme-demand/index.ts'
import { KeepOutBars } from '../components/keep-out-bars/keep-out-bars.tsx'
import { fromTo, isHidden, pairText } from '../components/pool-effect/pair-text.ts'
import { StackedTable } from '../components/stacked-table/stacked-table.tsx'
import { listText, lowerFirst } from '../words/format.ts'
import { demandTitle, demandWhy, programmeDemandWords } from '../words/programme-demand.ts'
import { skillWords } from '../words/skills.ts'
import { useLanguage } from '../words/use-words.ts'

/** Three numbers: who needs it, who can begin as it is, who keeps a plan with it. */
export function WhoWaits({ counts, kept }: { readonly counts: WaitingCounts; readonly kept: WaitingView['kept'] }) {
  const language = useLanguage()
  const words = programmeDemandWords[language].waiting
  const numbers = [
    { key: 'needs', people: pairText(counts.needs, language), name: words.needs, text: words.needsText },
    { key: 'canBegin', people: pairText(counts.canBegin, language), name: words.canBegin, text: words.canBeginText },
    { key: 'kept', people: pairText([kept, kept], language), name: words.kept, text: words.keptText },
  ]
  return (
    <section aria-labelledby="who">
      <h2 id="who">{words.who}</h2>
      <dl className="waits card mt4">
        {numbers.map(({ key, people, name, text }) => (
          <div key={key}>
            <dt>
              <span className="pool-now num">{people}</span> {name}
            </dt>
            <dd className="note">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** What the training asks and whom that holds back: as a drawing and as a table. */
export function KeepsOut({ counts }: { readonly counts: WaitingCounts }) {
  const language = useLanguage()
  const words = programmeDemandWords[language].waiting
  const shown = counts.demands.filter(({ against }) => !isHidden(against))
  const few = counts.demands.filter(({ against }) => isHidden(against))
  const best = shown
    .filter(({ costs }) => !isHidden(costs))
    .toSorted((a, b) => fromTo(b.costs)[1] - fromTo(a.costs)[1] || fromTo(b.costs)[0] - fromTo(a.costs)[0])[0]
  return (
    <section aria-labelledby="out">
      <h2 id="out">{words.out}</h2>
      <p>{shown.length > 0 ? words.outText : words.noOut}</p>
      {shown.length > 0 ? (
        <div className="card mt4">
          <KeepOutBars
            bars={shown.map((one) => ({
              ...{ key: one.demand, name: demandTitle(one, language), why: demandWhy(one, language) },
              ...{ against: one.against, alone: one.costs },
            }))}
          />
        </div>
      ) : null}
      {few.length > 0 && shown.length > 0 ? (
        <p className="small mt4">
          {words.few(
            listText(
              few.map((one) => titleInSentence(one, language)),
              language,
            ),
          )}
        </p>
      ) : null}
      {best ? (
        <div className="nudge mt4">
          <span className="sw2">{demandTitle(best, language)}</span>
          <span className="g">{words.bestText(pairText(best.costs, language))}</span>
          <p className="small bare">{words.bestNote}</p>
        </div>
      ) : null}
      <Pairs counts={counts} />
      <Lower counts={counts} />
      <details className="twin">
        <summary>{words.table}</summary>
        <StackedTable
          caption={words.caption}
          columns={[
            { title: words.columns.what },
            { title: words.columns.against, look: 'r' },
            { title: words.columns.costs, look: 'r' },
          ]}
          rows={[
            ...counts.demands.map((one) => ({
              key: one.demand,
              cells: [demandTitle(one, language), pairText(one.against, language), pairText(one.costs, language)],
            })),
            { key: 'all', cells: [words.everything, '', pairText(counts.all, language)] },
          ]}
        />
      </details>
    </section>
  )
}

const titleInSentence = (one: Parameters<typeof demandTitle>[0], language: 'nl' | 'en'): string =>
  one.label ?? lowerFirst(demandTitle(one, language))

const pairsShown = 3

function Pairs({ counts: { pairs } }: { readonly counts: WaitingCounts }) {
  const language = useLanguage()
  const words = programmeDemandWords[language].waiting
  if (pairs.length === 0) return null
  return (
    <>
      <h3 className="h4 mt5">{words.pairs}</h3>
      <p className="small">{words.pairsText}</p>
      <ul className="find">
        {pairs.slice(0, pairsShown).map(({ demands: [a, b], more }) => (
          <li key={`${a.demand} ${b.demand}`}>
            {words.pair(demandTitle(a, language), titleInSentence(b, language))}:{' '}
            <b className="num">{pairText(more, language)}</b>
          </li>
        ))}
      </ul>
    </>
  )
}

/** What one level less at the entrance would bring. */
function Lower({ counts }: { readonly counts: WaitingCounts }) {
  const language = useLanguage()
  const words = programmeDemandWords[language].waiting
  const { levels } = skillWords[language]
  const level = (number: number): string => levels[number as keyof typeof levels] ?? String(number)
  const lower = counts.lower.filter(({ costs }) => !isHidden(costs))
  if (lower.length === 0) return null
  return (
    <>
      <h3 className="h4 mt5">{words.lower}</h3>
      <p className="small">{words.lowerText}</p>
      <ul className="find">
        {lower.map((one) => (
          <li key={one.skill}>
            {words.lowerOne(one.label, level(one.level), level(one.level - 1))}:{' '}
            <b className="num">{pairText(one.costs, language)}</b>
          </li>
        ))}
      </ul>
    </>
  )
}
