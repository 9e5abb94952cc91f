import type { Language } from '../../../modules/skills/index.ts'
import type { CheckItem, CountPair, VacancyCheckView } from '../../../modules/vacancy-checks/index.ts'
import { conditionTitle } from '../../words/conditions.ts'
import { listText, numberText } from '../../words/format.ts'
import { poolEffectWords } from '../../words/pool-effect.ts'
import { useLanguage } from '../../words/use-words.ts'
import { vacancyCheckWords } from '../../words/vacancy-check.ts'
import { Alert } from '../alert/alert.tsx'
import { fromTo, isHidden } from '../pool-effect/pair-text.ts'
import { StackedTable } from '../stacked-table/stacked-table.tsx'
import { ItemMark } from '../vacancy-check-text/item-mark.tsx'
import { itemName } from './item-name.ts'
import { peopleText } from './people-text.ts'
import { Stairs, type Step } from './stairs.tsx'

type Counts = NonNullable<VacancyCheckView['counts']>

/** Who is reached, what each demand costs, and step by step from who can do the work to who is left. */
export function CheckPeople({ view }: { readonly view: VacancyCheckView }) {
  const language = useLanguage()
  const words = vacancyCheckWords[language]
  const { counts, note, asksTooOften } = view
  if (!counts) return <Alert kind="info" title={asksTooOften ? words.asksTooOften : (note ?? words.notCounted)} />
  return <Counted view={view} counts={counts} />
}

function Counted({ view, counts }: { readonly view: VacancyCheckView; readonly counts: Counts }) {
  const language = useLanguage()
  const words = vacancyCheckWords[language]
  const pool = poolEffectWords[language]
  const largest = largestOf(view.items)
  const base = peopleText(counts.base.people, language)
  return (
    <>
      <p className="reach">
        <span className="num big">{peopleText(counts.now, language)}</span>
        <span className="lead">{counts.base.skills.length > 0 ? words.ofBase(base) : words.ofPool(base)}</span>
      </p>
      {largest ? (
        <p className="pool-most reach-most">
          <ItemMark item={largest.item} at="bars" />
          <span>{words.most(peopleText(largest.costs, language))}</span>
        </p>
      ) : (
        <p className="small mt4">{words.noneCosts}</p>
      )}
      <Stairs steps={stepsOf(view, counts, language)} />
      <Pairs counts={counts} />
      {counts.unsaid ? <p className="note mt4">{words.unsaidNote}</p> : null}
      <p className="note mt4">
        {words.order} {pool.margin}
      </p>
      <p className="note">
        {pool.pool(numberText(counts.pool, language))}
        {view.basis.demo ? ` ${pool.demo}` : null}
      </p>
      <details className="twin">
        <summary>{words.table}</summary>
        <CountsTable view={view} counts={counts} />
      </details>
    </>
  )
}

const pairsShown = 3

/** Demands that cost more together than each by itself: dropping one of them helps nobody whom both keep out. */
function Pairs({ counts: { pairs } }: { readonly counts: Counts }) {
  const language = useLanguage()
  const words = poolEffectWords[language]
  if (pairs.length === 0) return null
  const name = (demand: Counts['pairs'][number]['demands'][number]): string =>
    conditionTitle({ key: demand.demand, label: demand.label }, language)
  return (
    <>
      <h3 className="h4 mt5">{words.pairs}</h3>
      <p className="small">{words.pairsText}</p>
      <ul className="find">
        {pairs.slice(0, pairsShown).map(({ demands: [a, b], more }) => (
          <li key={`${a.demand} ${b.demand}`}>
            {words.pair(name(a), name(b))}: <b className="num">{peopleText(more, language)}</b>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The demand that costs most by itself. */
function largestOf(items: readonly CheckItem[]): { readonly item: CheckItem; readonly costs: CountPair } | undefined {
  return items
    .flatMap((item) => item.demands.flatMap(({ costs }) => (costs && !isHidden(costs) ? [{ item, costs }] : [])))
    .reduce<{ readonly item: CheckItem; readonly costs: CountPair } | undefined>(
      (most, one) => (most && fromTo(most.costs)[1] >= fromTo(one.costs)[1] ? most : one),
      undefined,
    )
}

function stepsOf({ items }: VacancyCheckView, counts: Counts, language: Language): Step[] {
  const words = vacancyCheckWords[language]
  const byMark = new Map(items.map((item) => [item.mark, item]))
  const plain = items.filter((item) => isPlain(item, counts))
  return [
    {
      key: 'base',
      name:
        counts.base.skills.length > 0
          ? words.can(
              listText(
                plain.map((item) => itemName(item, language)),
                language,
              ),
            )
          : words.everybody,
      left: counts.base.people,
      parts: plain,
    },
    ...counts.steps.flatMap(({ mark, left }) => {
      const item = byMark.get(mark)
      return item ? [{ key: mark, name: itemName(item, language), left, item }] : []
    }),
    ...(counts.unsaid ? [{ key: 'unsaid', name: words.unsaid, left: counts.unsaid }] : []),
  ]
}

/** A skill that stands in the first bar. */
function isPlain({ said, demands }: CheckItem, { base }: Counts): boolean {
  return !said && demands.some(({ demand }) => base.skills.some((skill) => demand === `skill:${skill}`))
}

function CountsTable({ view: { items }, counts }: { readonly view: VacancyCheckView; readonly counts: Counts }) {
  const language = useLanguage()
  const words = vacancyCheckWords[language]
  const left = new Map(counts.steps.map((step) => [step.mark, peopleText(step.left, language)]))
  const demands = items.filter((item) => item.demands.length > 0)
  const { demand, costs, left: leftTitle } = words.columns
  const first = counts.base.skills.length > 0 ? words.ofBase : words.ofPool
  return (
    <StackedTable
      caption={words.caption}
      columns={[{ title: demand }, { title: costs, look: 'r' }, { title: leftTitle, look: 'r' }]}
      rows={[
        { key: 'base', cells: [first(peopleText(counts.base.people, language)), '', peopleText(counts.base.people, language)] },
        ...demands.flatMap((item) =>
          item.demands.map((one, at) => ({
            key: `${item.mark} ${one.demand}`,
            cells: [
              `${item.mark}. ${conditionTitle({ key: one.demand, label: one.label }, language)}`,
              one.costs ? peopleText(one.costs, language) : '',
              at === item.demands.length - 1 ? (left.get(item.mark) ?? '') : '',
            ],
          })),
        ),
        { key: 'now', cells: [words.left, '', peopleText(counts.now, language)] },
        { key: 'all', cells: [words.all, peopleText(counts.all, language), ''] },
      ]}
    />
  )
}
