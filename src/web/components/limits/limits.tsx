import { useRef, useState } from 'react'
import { Form } from 'react-router'
import type { Preference } from '../../../engine/planning/index.ts'
import type { Profile } from '../../../modules/people/index.ts'
import type { StepView } from '../../../modules/planning/index.ts'
import { itemOfLimit, type LimitName, limits, limitValues } from '../../trial.ts'
import { useHasScript } from '../../use-has-script.ts'
import { useSteps } from '../../use-steps.ts'
import { planWords } from '../../words/plans.ts'
import { stepWords } from '../../words/steps.ts'
import { useLanguage } from '../../words/use-words.ts'
import { limitText } from './limit-text.ts'
import { Slider } from './slider.tsx'
import { StepNote } from './step-note.tsx'
import { useSliding } from './use-sliding.ts'

export interface LimitsProps {
  /** Whose limits: the person with what is being tried. */
  readonly profile: Profile
  readonly preference?: Preference
  /** What steps are counted over, where it is not the goal of the page: `all` vacancies. */
  readonly stepsOver?: 'all'
  /** Other parameters of the page that stay. */
  readonly keep?: readonly (readonly [string, string])[]
}

const names = Object.keys(limits) as LimitName[]
const preferences: readonly Preference[] = ['balanced', 'soonest', 'cheapest', 'surest']

/**
 * The person's limits as sliders in a plain GET form. With a script each move is answered at once, and when all rests each slider says what
 * its next step would open.
 */
export function Limits({ profile, preference, stepsOver, keep = [] }: LimitsProps) {
  const language = useLanguage()
  const { limits: words } = planWords[language]
  const form = useRef<HTMLFormElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const hasScript = useHasScript()
  const { moved, move, ask } = useSliding(form)
  const steps = useSteps(form, isOpen, stepsOver)
  const values = { ...limitValues(profile), ...moved }
  const [own, weeks, study, travel] = names.map((name) => limitText(name, values[name], language)) as [
    string,
    string,
    string,
    string,
  ]
  return (
    <details className="fbox" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{words.summary(own, weeks, study, travel)}</summary>
      <Form ref={form} className="filters" aria-label={words.title} preventScrollReset>
        {keep.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        {names.map((name) => (
          <Slider
            key={name}
            name={name}
            value={values[name]}
            hasScript={hasScript}
            onMove={(to) => move(name, to)}
            note={hasScript ? <Note name={name} value={values[name]} steps={steps} profile={profile} /> : null}
          />
        ))}
        {preference ? <Preferences preference={preference} onChange={ask} /> : null}
        {hasScript ? null : (
          <button className="btn btn-2" type="submit">
            {words.apply}
          </button>
        )}
      </Form>
    </details>
  )
}

/** What stands under a slider: that there is no limit, what the next step opens, or nothing while that is not known. */
function Note({
  name,
  value,
  steps,
  profile,
}: {
  readonly name: LimitName
  readonly value: number | undefined
  readonly steps: readonly StepView[] | undefined
  readonly profile: Profile
}) {
  const language = useLanguage()
  if (value === undefined) return planWords[language].limits.notSet
  // While a slider is ahead of its answer the sentence would be about another place.
  if (steps === undefined || value !== limitValues(profile)[name]) return null
  const step = steps.find(({ change }) => change.item === itemOfLimit[name])
  return step ? <StepNote step={step} profile={profile} /> : stepWords[language].none
}

function Preferences({ preference, onChange }: { readonly preference: Preference; readonly onChange: () => void }) {
  const { limits: words } = planWords[useLanguage()]
  return (
    <fieldset className="plainset prefs" onChange={onChange}>
      <legend className="label">{words.preference}</legend>
      <div className="chipset">
        {preferences.map((one) => (
          <label key={one}>
            <input type="radio" name="prefer" value={one} defaultChecked={one === preference} />
            <span>{words.preferences[one]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
