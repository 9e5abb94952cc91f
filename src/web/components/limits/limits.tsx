import { useEffect, useRef, useState } from 'react'
import { Form, useSubmit } from 'react-router'
import type { Preference } from '../../../engine/planning/index.ts'
import { type LimitName, limits } from '../../trial.ts'
import { planWords } from '../../words/plans.ts'
import { useLanguage } from '../../words/use-words.ts'
import { Icon } from '../icon/icon.tsx'
import { limitText } from './limit-text.ts'

export interface LimitsProps {
  /** Undefined: no limit was set. */
  readonly values: Readonly<Record<LimitName, number | undefined>>
  readonly preference?: Preference
  /** Other parameters of the page that stay. */
  readonly keep?: readonly (readonly [string, string])[]
}

const names = Object.keys(limits) as LimitName[]
const preferences: readonly Preference[] = ['balanced', 'soonest', 'cheapest', 'surest']
const restMs = 500

/** The person's limits as sliders in a plain GET form; with a script every change is applied after half a second of rest. */
export function Limits({ values, preference, keep = [] }: LimitsProps) {
  const language = useLanguage()
  const { limits: words } = planWords[language]
  const submit = useSubmit()
  const form = useRef<HTMLFormElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const hasScript = useHasScript()
  useEffect(() => () => clearTimeout(timer.current), [])
  const changed = (): void => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => form.current && submit(form.current, { replace: true, preventScrollReset: true }), restMs)
  }
  const [own, weeks, study, travel] = names.map((name) => limitText(name, values[name], language)) as [
    string,
    string,
    string,
    string,
  ]
  return (
    <details className="fbox">
      <summary>{words.summary(own, weeks, study, travel)}</summary>
      <Form ref={form} className="filters" aria-label={words.title} preventScrollReset onChange={changed}>
        {keep.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        {names.map((name) => (
          <Slider key={`${name} ${values[name]}`} name={name} value={values[name]} onChanged={changed} />
        ))}
        {preference ? (
          <fieldset className="plainset prefs">
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
        ) : null}
        {hasScript ? null : (
          <button className="btn btn-2" type="submit">
            {words.apply}
          </button>
        )}
      </Form>
    </details>
  )
}

/** False on the server and on the first drawing, so that both draw the same. */
function useHasScript(): boolean {
  const [has, setHas] = useState(false)
  useEffect(() => setHas(true), [])
  return has
}

function Slider({
  name,
  value,
  onChanged,
}: {
  readonly name: LimitName
  readonly value: number | undefined
  readonly onChanged: () => void
}) {
  const language = useLanguage()
  const { limits: words } = planWords[language]
  const { min, max, step, preset } = limits[name]
  const [now, setNow] = useState(Math.min(max, value ?? preset))
  const [isSet, setIsSet] = useState(value !== undefined)
  const hasScript = useHasScript()
  const move = (to: number): void => {
    setNow(Math.min(max, Math.max(min, to)))
    setIsSet(true)
    onChanged()
  }
  const text = isSet ? limitText(name, now, language) : words.none
  const label = words[name]
  const id = `limit-${name}`
  return (
    <div className="slide">
      <div className="label">
        <label htmlFor={id}>{label}</label>
        <output htmlFor={id}>{text}</output>
      </div>
      {hasScript ? (
        <div className="ctl">
          <button className="btn btn-sq" type="button" aria-label={words.less(label)} onClick={() => move(now - step)}>
            <Icon name="minus" />
          </button>
          <input
            type="range"
            id={id}
            // Without a limit nothing is sent until the slider moves.
            name={isSet ? name : undefined}
            min={min}
            max={max}
            step={step}
            value={now}
            onChange={(event) => {
              setNow(Number(event.currentTarget.value))
              setIsSet(true)
            }}
            aria-valuetext={text}
            style={{ ['--p' as string]: `${((now - min) / (max - min)) * 100}%` }}
          />
          <button className="btn btn-sq" type="button" aria-label={words.more(label)} onClick={() => move(now + step)}>
            <Icon name="plus" />
          </button>
        </div>
      ) : (
        // A slider always has a value; a box may stay empty, which means: no limit.
        <input className="input" type="number" id={id} name={name} min={min} max={max} defaultValue={value} />
      )}
      {isSet ? null : <p className="note">{words.notSet}</p>}
    </div>
  )
}
