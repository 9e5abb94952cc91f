import { Icon } from '../icon/icon.tsx'

export interface LyingStep {
  readonly title: string
  readonly note?: string | undefined
  /** `done` has a check, `now` a ring, `next` dots before it; `end` is where it leads to and not reached yet. */
  readonly state: 'done' | 'now' | 'next' | 'end'
}

/** Steps side by side, one below the other on a small screen. */
export function LyingSteps({ steps, label }: { readonly steps: readonly LyingStep[]; readonly label: string }) {
  return (
    <ol className="hsteps" aria-label={label}>
      {steps.map(({ title, note, state }) => (
        <li key={title} className={state === 'next' ? undefined : state} aria-current={state === 'now' ? 'step' : undefined}>
          {state === 'done' ? <Icon name="check" /> : null}
          <strong>{title}</strong>
          {note ? <p className="note">{note}</p> : null}
        </li>
      ))}
    </ol>
  )
}
