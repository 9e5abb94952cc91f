import { Form } from 'react-router'
import type { AskedChoice, presets as allPresets } from '../../modules/cohort-choice/index.ts'
import { Choice, Field } from '../organisation/field.tsx'
import { choiceWords } from '../words/choice.ts'
import { numberText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'
import type { OrgWrong } from './choice-action.ts'

/** What there is, what it is for, and what is assumed. Begins with what was asked last. */
export function AskForm({
  regions,
  region,
  seniorLeft,
  presets,
  wrong,
  isFirst,
  from,
}: {
  readonly regions: readonly { readonly value: string; readonly text: string }[]
  readonly region: string | undefined
  readonly seniorLeft: { readonly hours: number; readonly people: number }
  readonly presets: typeof allPresets
  readonly wrong: OrgWrong | undefined
  readonly isFirst: boolean
  readonly from: AskedChoice | undefined
}) {
  const language = useLanguage()
  const { form: words, wrong: wrongs } = choiceWords[language]
  const given: Readonly<Record<string, unknown>> = wrong?.intent === 'ask' ? wrong.given : { region, ...presets, ...only(from) }
  const error = (name: string): string | undefined =>
    wrong?.intent === 'ask' && wrong.word === name ? wrongs[name as keyof typeof wrongs] : undefined
  const number = (name: keyof typeof wrongs & keyof typeof words, hint?: string) => (
    <Field
      {...{ name, hint, label: words[name] as string, error: error(name) }}
      value={given[name] === undefined ? '' : String(given[name])}
    />
  )
  return (
    <section aria-labelledby="ask" className="narrow">
      <h2 id="ask">{isFirst ? words.first : words.title}</h2>
      <Form method="post" className="stack-4 mt4" noValidate>
        <input type="hidden" name="intent" value="ask" />
        <Choice
          {...{ name: 'region', label: words.region, choices: regions, error: error('region') }}
          value={given.region === undefined ? undefined : String(given.region)}
        />
        <Choice
          {...{ name: 'aim', label: words.aim, error: error('aim') }}
          choices={(['most', 'furthest'] as const).map((value) => ({ value, text: words.aims[value] }))}
          value={given.aim === undefined ? undefined : String(given.aim)}
        />
        {number('budgetEuro')}
        {number('seniorHours', words.seniorLeft(numberText(seniorLeft.hours, language), words.people(seniorLeft.people)))}
        {number('teacherHours', words.empty)}
        {number('roomWeeks', words.empty)}
        <fieldset className="plainset stack-4">
          <legend className="label">{words.assumptions}</legend>
          <p className="hint">{words.assumptionsText}</p>
          {number('seatsWhereUnknown')}
          {number('teacherHoursPerWeek')}
          {number('seniorHoursPerPerson')}
        </fieldset>
        <Field name="name" label={words.name} hint={words.nameHint} value={String(given.name ?? '')} />
        <p className="note">{words.wait}</p>
        <button className="btn" type="submit">
          {words.button}
        </button>
      </Form>
    </section>
  )
}

/** Of a first question the amounts that presets have for one more of something are no limits. */
const only = (from: AskedChoice | undefined): Readonly<Record<string, unknown>> => ({
  teacherHours: from?.teacherHours,
  roomWeeks: from?.roomWeeks,
  seniorHours: from?.seniorHours,
  ...from,
})
