import { Form } from 'react-router'
import { Field } from '../organisation/field.tsx'
import { creditWords } from '../words/credits.ts'
import { creditToldWords } from '../words/credits-told.ts'
import { useLanguage } from '../words/use-words.ts'
import type { CreditsWrong } from './credits-action.ts'
import { OutcomeChecks } from './outcome-checks.tsx'

interface WorkFormProps {
  readonly intent: 'log' | 'change'
  readonly wrong: CreditsWrong | undefined
  readonly given: { readonly from: string; readonly until: string; readonly text: string; readonly hours: string }
  readonly chosen: readonly string[]
  readonly units: Parameters<typeof OutcomeChecks>[0]['units']
  readonly suggested?: Parameters<typeof OutcomeChecks>[0]['suggested']
  /** Of a change: the version that is on the page. */
  readonly version?: number
}

/** Days, hours, text and what was learned: of new work, and of work that is changed. */
export function WorkForm({ intent, wrong, given, chosen, units, suggested, version }: WorkFormProps) {
  const language = useLanguage()
  const words = creditWords[language].work
  const told = creditToldWords[language].wrong
  const isThis = wrong?.intent === intent
  const value = (name: keyof WorkFormProps['given']): string => (isThis ? (wrong.given[name] ?? '') : given[name])
  const error = (name: 'from' | 'until' | 'text' | 'hours'): string | undefined =>
    isThis && wrong.wrong === name ? told[name] : undefined
  return (
    <Form method="post" className="stack-4 mt4" noValidate>
      <input type="hidden" name="intent" value={intent} />
      {version === undefined ? null : <input type="hidden" name="version" value={version} />}
      <div className="credit-days">
        <Field
          name="from"
          label={words.from}
          hint={words.dayHint}
          value={value('from')}
          error={error('from')}
          autoComplete="off"
        />
        <Field name="until" label={words.until} value={value('until')} error={error('until')} autoComplete="off" />
        <Field
          name="hours"
          label={words.hours}
          hint={words.hoursHint}
          value={value('hours')}
          error={error('hours')}
          autoComplete="off"
        />
      </div>
      <Field
        name="text"
        type="textarea"
        rows={6}
        label={words.text}
        hint={words.textHint}
        value={value('text')}
        error={error('text')}
      />
      <OutcomeChecks units={units} chosen={isThis ? wrong.chosen : chosen} {...(suggested ? { suggested } : {})} />
      <button className="btn" type="submit">
        {words.save}
      </button>
    </Form>
  )
}
