import { creditWords } from '../words/credits.ts'
import { useLanguage } from '../words/use-words.ts'

/** What somebody learned of their work: outcomes to tick, under their units, with what we propose and why. */
export function OutcomeChecks({
  units,
  chosen,
  suggested = [],
}: {
  readonly units: readonly {
    readonly unit: string
    readonly title: string
    readonly outcomes: readonly { readonly id: string; readonly text: string }[]
  }[]
  readonly chosen: readonly string[]
  readonly suggested?: readonly { readonly outcome: string; readonly words: readonly string[] }[]
}) {
  const words = creditWords[useLanguage()].work
  if (units.length === 0) return null
  return (
    <fieldset className="plainset" aria-describedby="outcomes-h">
      <legend className="label">{words.outcomes}</legend>
      <p className="hint" id="outcomes-h">
        {words.outcomesHint}
      </p>
      {units.map(({ unit, title, outcomes }) => (
        <fieldset key={unit} className="plainset credit-outcomes mt4">
          <legend>{title}</legend>
          {outcomes.map(({ id, text }) => {
            const found = suggested.find(({ outcome }) => outcome === id)
            return (
              <label className="check" key={id}>
                <input type="checkbox" name="outcome" value={id} defaultChecked={chosen.includes(id)} />
                <span>
                  {text}
                  {found ? <span className="hint desk-note">{words.suggested(found.words.join(', '))}</span> : null}
                </span>
              </label>
            )
          })}
        </fieldset>
      ))}
    </fieldset>
  )
}
