import type { ReactNode } from 'react'
import { placed } from '../../placed.ts'
import { type LimitName, limits } from '../../trial.ts'
import { planWords } from '../../words/plans.ts'
import { useLanguage } from '../../words/use-words.ts'
import { Icon } from '../icon/icon.tsx'
import { limitText } from './limit-text.ts'

export interface SliderProps {
  readonly name: LimitName
  /** Undefined: no limit. */
  readonly value: number | undefined
  readonly hasScript: boolean
  readonly onMove: (to: number) => void
  /** What one step changes. */
  readonly note: ReactNode
}

/** One limit: a slider with a button on either side; without a script a box, which may stay empty. */
export function Slider({ name, value, hasScript, onMove, note }: SliderProps) {
  const language = useLanguage()
  const { limits: words } = planWords[language]
  const text = limitText(name, value, language)
  const id = `limit-${name}`
  return (
    <div className="slide">
      <div className="label">
        <label htmlFor={id}>{words[name]}</label>
        {/* The slider itself says its value. */}
        <output htmlFor={id} aria-live="off">
          {text}
        </output>
      </div>
      {hasScript ? (
        <Track name={name} value={value} text={text} onMove={onMove} />
      ) : (
        <input
          className="input"
          type="number"
          id={id}
          name={name}
          min={limits[name].min}
          // Whoever set more than the slider reaches may keep it.
          max={Math.max(limits[name].max, value ?? 0)}
          defaultValue={value}
          key={value}
          aria-describedby={`${id}-n`}
        />
      )}
      <p className="note" id={`${id}-n`}>
        {note}
      </p>
    </div>
  )
}

function Track({ name, value, text, onMove }: Pick<SliderProps, 'name' | 'value' | 'onMove'> & { readonly text: string }) {
  const { limits: words } = planWords[useLanguage()]
  const { min, step, stride, preset } = limits[name]
  const max = Math.max(limits[name].max, value ?? 0)
  const now = value ?? preset
  const move = (to: number): void => onMove(Math.min(max, Math.max(min, to)))
  const id = `limit-${name}`
  return (
    <div className="ctl">
      <button className="btn btn-sq" type="button" aria-label={words.less(words[name])} onClick={() => move(now - stride)}>
        <Icon name="minus" />
      </button>
      <input
        type="range"
        id={id}
        // Without a limit nothing is sent until the slider moves.
        name={value === undefined ? undefined : name}
        min={min}
        max={max}
        step={step}
        value={now}
        onChange={(event) => onMove(Number(event.currentTarget.value))}
        aria-valuetext={text}
        aria-describedby={`${id}-n`}
        {...placed({ size: ((now - min) / (max - min)) * 100 })}
      />
      <button className="btn btn-sq" type="button" aria-label={words.more(words[name])} onClick={() => move(now + stride)}>
        <Icon name="plus" />
      </button>
    </div>
  )
}
