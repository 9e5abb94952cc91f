import { Form } from 'react-router'
import { needsWords } from '../../words/needs.ts'
import { useWords } from '../../words/use-words.ts'

export interface ShownGroup {
  readonly id: string
  readonly title: string
  readonly needs: readonly { readonly id: string; readonly label: string }[]
}

/** The whole list of needs, to choose from. */
export function NeedsForm({ groups, chosen }: { readonly groups: readonly ShownGroup[]; readonly chosen: readonly string[] }) {
  const words = useWords(needsWords)
  return (
    <Form method="post" className="stack-5">
      <input type="hidden" name="intent" value="set" />
      {groups.map(({ id, title, needs }) => (
        <div className="card" key={id}>
          <fieldset className="plainset">
            <legend className="h3">{title}</legend>
            <NeedChecks needs={needs} chosen={chosen} />
          </fieldset>
        </div>
      ))}
      <p className="small">{words.missing}</p>
      <button className="btn" type="submit">
        {words.save}
      </button>
    </Form>
  )
}

/** One box for each need. */
export function NeedChecks({ needs, chosen }: { readonly needs: ShownGroup['needs']; readonly chosen: readonly string[] }) {
  return (
    <div className="needs">
      {needs.map(({ id, label }) => (
        <label className="check" key={id}>
          <input type="checkbox" name="need" value={id} defaultChecked={chosen.includes(id)} />
          <span>{label}</span>
        </label>
      ))}
    </div>
  )
}
