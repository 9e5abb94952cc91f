import { Form } from 'react-router'
import type { Cohorts } from '../../modules/cohorts/index.ts'
import { Choice, Field } from '../organisation/field.tsx'
import { cohortWords } from '../words/cohorts.ts'
import { cefrText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'
import type { CohortWrong } from './cohort-action.ts'

const modes = ['bike', 'transit', 'car', 'walk'] as const

/** Levels of Dutch to choose from, A1 to C2. */
export const levels = (none: string): { readonly value: string; readonly text: string }[] => [
  { value: '', text: none },
  ...[1, 2, 3, 4, 5, 6].map((level) => ({ value: String(level), text: cefrText(level) })),
]

/** A person joins: what others will see, and what a place must fit. */
export function JoinForm({
  text,
  preset,
  wrong,
}: {
  readonly text: { readonly version: string; readonly lines: readonly string[] }
  readonly preset: Awaited<ReturnType<Cohorts['presetOf']>>
  readonly wrong: CohortWrong | undefined
}) {
  const all = cohortWords[useLanguage()]
  const words = all.mine
  const isThis = wrong?.intent === 'join'
  const value = (name: keyof typeof preset): string | undefined =>
    isThis ? wrong.given[name] : preset[name] === undefined ? undefined : String(preset[name])
  const error = (field: 'hours' | 'place' | 'minutes' | 'travel' | 'dutch') =>
    isThis && wrong.wrong === field ? all.wrong[field] : undefined
  return (
    <section aria-labelledby="join" className="narrow">
      <h2 id="join">{words.joinTitle}</h2>
      <h3 className="mt4">{words.sees}</h3>
      <ul className="textlist mt4">
        {text.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Form method="post" className="stack-4 mt4" noValidate>
        <input type="hidden" name="intent" value="join" />
        <input type="hidden" name="textVersion" value={text.version} />
        <Field name="hoursFrom" label={words.hoursFrom} value={value('hoursFrom')} error={error('hours')} type="number" />
        <Field name="hoursTo" label={words.hoursTo} value={value('hoursTo')} type="number" />
        <Field name="place" label={words.place} hint={words.placeHint} value={value('place')} error={error('place')} />
        <Field name="mostMinutes" label={words.minutes} value={value('mostMinutes')} error={error('minutes')} type="number" />
        <Choice
          name="travelMode"
          label={words.mode}
          value={value('travelMode')}
          error={error('travel')}
          choices={modes.map((mode) => ({ value: mode, text: words.modes[mode] }))}
        />
        <Choice
          name="dutch"
          label={words.dutch}
          value={value('dutch') ?? ''}
          error={error('dutch')}
          choices={levels(words.dutchNone)}
        />
        <button className="btn" type="submit">
          {words.join}
        </button>
      </Form>
    </section>
  )
}
