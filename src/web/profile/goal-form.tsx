import { Form } from 'react-router'
import type { Profile } from '../../modules/people/index.ts'
import { profileWords } from '../words/profile.ts'
import { useWords } from '../words/use-words.ts'

interface Choice {
  readonly id: string
  readonly label: string
}

/** Where somebody wants to go: occupations, regions, and what matters most. */
export function GoalForm({
  profile,
  occupations,
  regions,
}: {
  readonly profile: Profile
  readonly occupations: readonly Choice[]
  readonly regions: readonly Choice[]
}) {
  const words = useWords(profileWords)
  const { goal, preference = 'balanced' } = profile
  return (
    <Form method="post" className="stack-5 mt4" preventScrollReset>
      <input type="hidden" name="intent" value="goal" />
      <input type="hidden" name="at" value="doel" />
      <Picks name="goalOccupation" title={words.goalOccupations} choices={occupations} chosen={goal?.occupations ?? []} />
      <Picks name="goalRegion" title={words.goalRegions} choices={regions} chosen={goal?.regions ?? []} />
      <fieldset className="plainset">
        <legend className="label">{words.preference}</legend>
        <div className="chipset">
          {(['balanced', 'soonest', 'cheapest', 'surest'] as const).map((one) => (
            <label key={one}>
              <input type="radio" name="preference" value={one} defaultChecked={one === preference} />
              <span>{words.preferences[one]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <p>
        <button className="btn btn-2" type="submit">
          {words.saveGoal}
        </button>
      </p>
    </Form>
  )
}

function Picks({
  name,
  title,
  choices,
  chosen,
}: {
  readonly name: string
  readonly title: string
  readonly choices: readonly Choice[]
  readonly chosen: readonly string[]
}) {
  return (
    <fieldset className="plainset">
      <legend className="label">{title}</legend>
      <div className="picks">
        {choices.map(({ id, label }) => (
          <label className="check" key={id}>
            <input type="checkbox" name={name} value={id} defaultChecked={chosen.includes(id)} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
