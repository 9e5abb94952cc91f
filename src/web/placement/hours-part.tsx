import { Form } from 'react-router'
import { StackedTable } from '../components/stacked-table/stacked-table.tsx'
import { Choice, Field } from '../organisation/field.tsx'
import { dayText, numberText } from '../words/format.ts'
import { placementWords } from '../words/placement.ts'
import { useLanguage } from '../words/use-words.ts'
import type { LoadedPlacement } from './load-placement.ts'
import type { PlacementWrong } from './placement-action.ts'
import { useFormWrong } from './told.tsx'

interface HoursProps {
  readonly loaded: LoadedPlacement
  readonly wrong: PlacementWrong | undefined
}

/** Hours as they were noted, and the forms of who notes and who confirms. */
export function HoursPart({ loaded, wrong }: HoursProps) {
  const language = useLanguage()
  const words = placementWords[language].notes
  const { hours, may, placement } = loaded
  const runs = placement.state === 'active' || placement.state === 'interrupted'
  const latest = [...hours].reverse()
  return (
    <section aria-labelledby="hours">
      <h2 id="hours">{words.title}</h2>
      {latest.length === 0 ? (
        <p className="mt4">{words.none}</p>
      ) : (
        <div className="mt4">
          <StackedTable
            caption={words.title}
            isCaptionHidden
            columns={[
              { title: words.week },
              { title: words.practice, look: 'r' },
              { title: words.school, look: 'r' },
              { title: words.state },
            ]}
            rows={latest.map(({ week, practice, school, isConfirmed }) => ({
              key: week,
              cells: [
                words.weekOf(dayText(week, language)),
                numberText(practice, language),
                numberText(school, language),
                isConfirmed ? words.confirmed : words.waits,
              ],
            }))}
          />
        </div>
      )}
      {runs && may.includes('note') && loaded.weeks.length > 0 ? <Note loaded={loaded} wrong={wrong} /> : null}
      {may.includes('confirm') && hours.some(({ isConfirmed }) => !isConfirmed) ? <Confirm loaded={loaded} /> : null}
    </section>
  )
}

function Note({ loaded, wrong }: HoursProps) {
  const language = useLanguage()
  const words = placementWords[language].notes
  const { error, given } = useFormWrong(wrong, 'hours')
  const noted = new Set(loaded.hours.map(({ week }) => week))
  const next = loaded.weeks.findLast((week) => !noted.has(week)) ?? loaded.weeks[0]
  return (
    <Form method="post" className="stack-4 mt5 narrow" noValidate>
      <h3 className="h3s">{words.note}</h3>
      <input type="hidden" name="intent" value="hours" />
      <Choice
        id="note-week"
        name="week"
        label={words.week}
        error={error('week')}
        value={given('week', next)}
        choices={loaded.weeks.map((week) => ({ value: week, text: words.weekOf(dayText(week, language)) }))}
      />
      <div className="placement-pair">
        <Field name="practice" label={words.practiceHours} hint={words.hint} value={given('practice')} error={error('hours')} />
        <Field name="school" label={words.schoolHours} hint={words.hint} value={given('school')} error={error('hours')} />
      </div>
      <button className="btn" type="submit">
        {words.save}
      </button>
    </Form>
  )
}

function Confirm({ loaded }: { readonly loaded: LoadedPlacement }) {
  const language = useLanguage()
  const words = placementWords[language].notes
  return (
    <Form method="post" className="stack-4 mt5 narrow">
      <input type="hidden" name="intent" value="confirm" />
      <fieldset className="plainset">
        <legend className="label">{words.confirmText}</legend>
        {loaded.hours
          .filter(({ isConfirmed }) => !isConfirmed)
          .map(({ week, practice, school }) => (
            <label className="check" key={week}>
              <input type="checkbox" name="week" value={week} defaultChecked />
              <span>
                {words.weekOf(dayText(week, language))}: {words.practice} {numberText(practice, language)}, {words.school}{' '}
                {numberText(school, language)}
              </span>
            </label>
          ))}
      </fieldset>
      <button className="btn" type="submit">
        {words.confirm}
      </button>
    </Form>
  )
}
