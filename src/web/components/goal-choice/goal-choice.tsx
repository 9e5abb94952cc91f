import { Form, useSubmit } from 'react-router'
import { planWords } from '../../words/plans.ts'
import { useWords } from '../../words/use-words.ts'

export interface GoalChoiceProps {
  /** The occupation in the query, `all`, or empty for the person's own goal. */
  readonly goal: string
  readonly hasOwnGoal: boolean
  readonly choices: readonly { readonly id: string; readonly label: string }[]
  readonly keep?: readonly (readonly [string, string])[]
}

/** Towards which work the routes go: a plain GET form. */
export function GoalChoice({ goal, hasOwnGoal, choices, keep = [] }: GoalChoiceProps) {
  const words = useWords(planWords)
  const submit = useSubmit()
  return (
    <Form className="goalform" preventScrollReset onChange={(event) => submit(event.currentTarget, { preventScrollReset: true })}>
      {keep.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <div className="field">
        <label className="label" htmlFor="goal">
          {words.goalTitle}
        </label>
        <select className="input" id="goal" name="goal" defaultValue={goal} key={goal}>
          {hasOwnGoal ? <option value="">{words.goalOwn}</option> : null}
          <option value={hasOwnGoal ? 'all' : ''}>{words.goalAll}</option>
          {choices.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <button className="btn btn-2" type="submit">
        {words.goalShow}
      </button>
    </Form>
  )
}
