import { Form } from 'react-router'
import type { EducatorView } from '../../modules/cohorts/index.ts'
import { StackedTable } from '../components/stacked-table/stacked-table.tsx'
import { Choice, Field } from '../organisation/field.tsx'
import { cohortGuideWords } from '../words/cohort-guides.ts'
import { cohortWords } from '../words/cohorts.ts'
import { numberText, shortDateText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'
import type { CohortWrong } from './cohort-action.ts'

/** Mentors and guest teachers of a cohort, with the hours that it takes of them. */
export function GuidesPart({ view, wrong }: { readonly view: EducatorView; readonly wrong: CohortWrong | undefined }) {
  const words = cohortGuideWords[useLanguage()]
  const { state } = view.cohort
  if (state === 'cancelled') return null
  const mayName = state === 'settled' || state === 'started'
  return (
    <section aria-labelledby="guides">
      <h2 id="guides">{words.title}</h2>
      <p className="mt4">{words.text}</p>
      {view.guides.length > 0 ? <Guides view={view} /> : <p className="mt4">{mayName ? words.none : words.before}</p>}
      {mayName ? <NameForm view={view} wrong={wrong} /> : null}
    </section>
  )
}

const dayMs = 86_400_000
/** The Sunday of a week. */
const lastDay = (monday: string): string => new Date(Date.parse(monday) + 6 * dayMs).toISOString().slice(0, 10)

function Guides({ view: { guides } }: { readonly view: EducatorView }) {
  const language = useLanguage()
  const words = cohortGuideWords[language]
  const { columns } = words
  return (
    <div className="mt4">
      <StackedTable
        caption={words.title}
        isCaptionHidden
        columns={[
          { title: columns.name },
          { title: columns.as },
          { title: columns.weeks },
          { title: columns.hours, look: 'r' },
          { title: columns.budget },
          { title: columns.act, look: 'nowrap' },
        ]}
        rows={guides.map(({ person, name, as, fromWeek, untilWeek, hoursPerWeek, hasBudget }) => ({
          key: `${person} ${as} ${fromWeek}`,
          cells: [
            name,
            words.kinds[as],
            words.weeks(shortDateText(fromWeek, language), shortDateText(lastDay(untilWeek), language)),
            numberText(hoursPerWeek, language),
            hasBudget ? words.known : words.unknown,
            <Form method="post" key="dismiss">
              <input type="hidden" name="intent" value="dismissGuide" />
              <input type="hidden" name="guide" value={person} />
              <input type="hidden" name="as" value={as} />
              <button className="btn-3" type="submit" aria-label={words.dismissWho(name, words.kinds[as])}>
                {words.dismiss}
              </button>
            </Form>,
          ],
        }))}
      />
    </div>
  )
}

function NameForm({ view, wrong }: { readonly view: EducatorView; readonly wrong: CohortWrong | undefined }) {
  const language = useLanguage()
  const words = cohortGuideWords[language]
  const { cohort, guideChoices, until } = view
  const isThis = wrong?.intent === 'nameGuide'
  const given = (name: string, otherwise = ''): string => (isThis ? (wrong.given[name] ?? '') : otherwise)
  const error = (word: CohortWrong['wrong']) => (isThis && wrong.wrong === word ? cohortWords[language].wrong[word] : undefined)
  const days = { hint: words.dayHint, error: error('guideDays'), autoComplete: 'off' } as const
  return (
    <Form method="post" className="stack-4 mt4 narrow" noValidate>
      <input type="hidden" name="intent" value="nameGuide" />
      <Choice
        id="guide"
        name="guide"
        label={words.person}
        choices={[
          { value: '', text: words.choose },
          ...guideChoices.map(({ account, name }) => ({ value: account, text: name })),
        ]}
        value={given('guide')}
        error={error('guide')}
      />
      <Choice
        id="guide-as"
        name="as"
        label={words.as}
        choices={(['mentor', 'guestTeacher'] as const).map((one) => ({ value: one, text: words.kinds[one] }))}
        value={given('as', 'mentor')}
      />
      <div className="placement-pair">
        <Field {...days} id="guide-from" name="from" label={words.from} value={given('from', cohort.startsOn)} />
        <Field {...days} id="guide-until" name="until" label={words.until} value={given('until', until ?? '')} />
      </div>
      <Field
        id="guide-hours"
        name="hours"
        label={words.hours}
        hint={words.hoursHint}
        value={given('hours')}
        error={error('guideHours')}
        autoComplete="off"
      />
      <button className="btn btn-2" type="submit">
        {words.button}
      </button>
    </Form>
  )
}
