import { means as allMeans, type Means } from '../../engine/choosing/index.ts'
import type { ChosenCohort, Scenario } from '../../modules/cohort-choice/index.ts'
import { BudgetBars } from '../components/budget-bars/budget-bars.tsx'
import { FactsBand } from '../components/facts-band/facts-band.tsx'
import { StackedTable } from '../components/stacked-table/stacked-table.tsx'
import { choiceWords } from '../words/choice.ts'
import { dateText, euroText, numberText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'

/** What came out: the cohorts, what a little more would add, and what it takes. */
export function Answer({ scenario }: { readonly scenario: Scenario }) {
  return (
    <>
      <Band scenario={scenario} />
      <Cohorts cohorts={scenario.answer.cohorts} />
      <More scenario={scenario} />
      <Budgets scenario={scenario} />
      <Used scenario={scenario} />
    </>
  )
}

function Band({ scenario: { answer, asked } }: { readonly scenario: Scenario }) {
  const language = useLanguage()
  const { band: words, proof, sure, fewerThanTen, about } = choiceWords[language]
  const text = (number: number): string => numberText(number, language)
  const pair = ([low, high]: readonly [number, number]): string => sure(text(low), text(high))
  const bound = asked.aim === 'most' ? text(answer.bound) : proof.points(text(answer.bound))
  return (
    <div>
      <FactsBand
        facts={[
          { name: words.placed, value: text(answer.placed[0]), note: pair(answer.placed) },
          { name: words.furthest, value: text(answer.furthest[0]), note: words.furthestNote },
          { name: words.groups, value: text(answer.cohorts.length), note: words.groupsNote(text(answer.candidates)) },
          {
            ...{ name: words.cost, value: euroText(answer.used.budgetEuro, language) },
            note: words.costNote(euroText(asked.budgetEuro, language)),
          },
          {
            ...{ name: words.people, value: answer.people === 0 ? fewerThanTen : text(answer.people) },
            note: words.peopleNote(text(answer.jobs)),
          },
        ]}
      />
      <p className="mt4">{answer.isProven ? proof.proven(text(answer.seconds)) : proof.gap(text(answer.seconds), bound)}</p>
      {answer.isSettled ? null : <p className="note">{proof.unsettled}</p>}
      <p className="note">{about}</p>
    </div>
  )
}

function Cohorts({ cohorts }: { readonly cohorts: readonly ChosenCohort[] }) {
  const language = useLanguage()
  const { cohorts: words, sure } = choiceWords[language]
  const text = (number: number): string => numberText(number, language)
  const startOf = ({ kind, startsOn, placeName }: ChosenCohort): string => {
    if (kind === 'could') return words.could
    const when = startsOn === undefined ? words.anyTime : dateText(startsOn, language)
    return placeName === undefined ? when : `${when}, ${placeName}`
  }
  return (
    <section aria-labelledby="cohorts">
      <h2 id="cohorts">{words.title}</h2>
      {cohorts.length === 0 ? (
        <p className="mt4">{words.none}</p>
      ) : (
        <div className="mt4">
          <StackedTable
            caption={words.title}
            isCaptionHidden
            columns={[
              { title: words.cohort },
              { title: words.start },
              { title: words.seats, look: 'r' },
              { title: words.cost, look: 'r' },
              { title: words.placed, look: 'r' },
              { title: words.limit },
            ]}
            rows={cohorts.map((one) => ({
              key: one.offering,
              cells: [
                <span key="title">
                  {one.title[language]}
                  <br />
                  <span className="small">{one.provider}</span>
                </span>,
                startOf(one),
                one.seatsAssumed ? `${text(one.seats)} (${words.assumed})` : text(one.seats),
                euroText(one.costEuro, language),
                sure(text(one.placed[0]), text(one.placed[1])),
                words.limits[one.limit],
              ],
            }))}
          />
          <p className="note mt4">{words.note}</p>
        </div>
      )}
    </section>
  )
}

/** What ten thousand more and one mentor more would add, each solved for itself; and where it is held back most. */
function More({ scenario: { answer } }: { readonly scenario: Scenario }) {
  const language = useLanguage()
  const { next: words } = choiceWords[language]
  const text = (number: number): string => numberText(number, language)
  const gainOf = (placed: number): number => placed - answer.placed[0]
  const adds = (gain: number): string => (gain > 0 ? words.people(gain) : words.same)
  const money = answer.more.find(({ means }) => means === 'budgetEuro')
  const amount = euroText(money?.by ?? 0, language)
  const most = [...answer.more].sort((a, b) => b.placed - a.placed)[0]
  return (
    <section aria-labelledby="more">
      <h2 id="more">
        {money && gainOf(money.placed) > 0 ? words.more(amount, words.people(gainOf(money.placed))) : words.none(amount)}
      </h2>
      <p className="mt4">
        {most && gainOf(most.placed) > 0 ? words.bottleneck(words.bottlenecks[most.means]) : words.noBottleneck} {words.text}
      </p>
      <div className="mt4">
        <StackedTable
          caption={words.title}
          columns={[{ title: words.what }, { title: words.adds }]}
          rows={answer.more.map(({ means, by, placed, isProven }) => ({
            key: means,
            cells: [
              words.means[means](text(by)),
              isProven ? adds(gainOf(placed)) : `${adds(gainOf(placed))} (${words.unproven})`,
            ],
          }))}
        />
      </div>
    </section>
  )
}

function Budgets({ scenario: { answer, asked } }: { readonly scenario: Scenario }) {
  const language = useLanguage()
  const { budgets: words } = choiceWords[language]
  const text = (number: number): string => numberText(number, language)
  return (
    <section aria-labelledby="budgets">
      <h2 id="budgets">{words.title}</h2>
      <div className="card mt4">
        <BudgetBars
          bars={answer.budgets.map(({ budgetEuro, placed }) => ({
            key: String(budgetEuro),
            name: euroText(budgetEuro, language),
            note: budgetEuro === asked.budgetEuro ? words.now : undefined,
            ...{ people: placed, value: words.value(text(placed)), isNow: budgetEuro === asked.budgetEuro },
          }))}
        />
      </div>
      <div className="mt4">
        <StackedTable
          caption={words.title}
          columns={[{ title: words.budget }, { title: words.placed, look: 'r' }, { title: words.furthest, look: 'r' }]}
          rows={answer.budgets.map(({ budgetEuro, placed, furthest }) => ({
            key: String(budgetEuro),
            cells: [euroText(budgetEuro, language), text(placed), text(furthest)],
          }))}
        />
      </div>
    </section>
  )
}

function Used({ scenario: { answer, asked } }: { readonly scenario: Scenario }) {
  const language = useLanguage()
  const { used: words } = choiceWords[language]
  const text = (of: Means, number: number): string =>
    of === 'budgetEuro' ? euroText(number, language) : numberText(number, language)
  return (
    <section aria-labelledby="used">
      <h2 id="used">{words.title}</h2>
      <div className="mt4">
        <StackedTable
          caption={words.title}
          isCaptionHidden
          columns={[{ title: words.what }, { title: words.used, look: 'r' }, { title: words.of, look: 'r' }]}
          rows={allMeans.map((of) => {
            const there = asked[of]
            return {
              key: of,
              cells: [words.means[of], text(of, answer.used[of]), there === undefined ? words.enough : text(of, there)],
            }
          })}
        />
      </div>
    </section>
  )
}
