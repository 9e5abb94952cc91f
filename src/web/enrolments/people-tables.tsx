import { Link } from 'react-router'
import type { StartView, State } from '../../modules/enrolments/index.ts'
import { StackedTable } from '../components/stacked-table/stacked-table.tsx'
import { pathTo } from '../paths.ts'
import { enrolmentStartWords } from '../words/enrolment-start.ts'
import { enrolmentWords } from '../words/enrolments.ts'
import { dateText, dayText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'

type Person = StartView['people'][number]

const groups = {
  decide: ['applied', 'admitting'],
  held: ['admitted'],
  waiting: ['waiting'],
  in: ['enrolled', 'started', 'completed'],
  out: ['declined', 'withdrawn', 'stopped'],
} as const satisfies Record<string, readonly State[]>

/** Everybody of a start by how it stands: first who waits for the educator. */
export function PeopleTables({
  people,
  appliedOn,
}: {
  readonly people: readonly Person[]
  /** The day on which each applied, by id. */
  readonly appliedOn: Readonly<Record<string, string>>
}) {
  const words = enrolmentStartWords[useLanguage()].people
  return (
    <div className="stack-5 mt4">
      {(Object.keys(groups) as (keyof typeof groups)[]).map((group) => {
        const states: readonly State[] = groups[group]
        const found = people.filter(({ state }) => states.includes(state))
        return found.length === 0 ? null : <Group key={group} title={words.groups[group]} people={found} appliedOn={appliedOn} />
      })}
    </div>
  )
}

function Group({
  title,
  people,
  appliedOn,
}: {
  readonly title: string
  readonly people: readonly Person[]
  readonly appliedOn: Readonly<Record<string, string>>
}) {
  const language = useLanguage()
  const { people: words } = enrolmentStartWords[language]
  return (
    <StackedTable
      caption={`${title} (${people.length})`}
      columns={[{ title: words.name }, { title: words.state }, { title: words.steps }, { title: words.since, look: 'nowrap' }]}
      rows={people.map((one) => ({
        key: one.id,
        cells: [
          <span key="name">
            <Link to={pathTo('enrolment', language, { enrolment: one.id })}>{one.called}</Link>
            {one.email === undefined ? null : (
              <span className="note breakable">
                <br />
                {one.email}
              </span>
            )}
          </span>,
          stateText(one, language),
          stepsText(one, language),
          dateText(appliedOn[one.id] ?? '', language),
        ],
      }))}
    />
  )
}

function stateText({ state, isQuiet, heldUntil }: Person, language: 'nl' | 'en'): string {
  const words = enrolmentWords[language]
  if (isQuiet) return words.quiet
  const until = heldUntil === undefined ? '' : ` ${enrolmentStartWords[language].people.until(dayText(heldUntil, language))}`
  return `${words.states[state]}${until}`
}

function stepsText({ steps }: Person, language: 'nl' | 'en'): string {
  const words = enrolmentStartWords[language].people
  const passed = words.passed(steps.filter(({ outcome }) => outcome === 'passed').length, steps.length)
  const next = steps.find(({ outcome }) => outcome !== 'passed')
  if (!next?.plannedOn || next.outcome !== undefined) return passed
  return `${passed}; ${words.next(enrolmentWords[language].steps.kinds[next.kind], dayText(next.plannedOn, language))}`
}
