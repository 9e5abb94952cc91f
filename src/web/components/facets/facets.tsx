import type { ReactNode } from 'react'
import { Form, Link, useSubmit } from 'react-router'
import { type FacetChoice, type FacetGroup, type FilterChip, foldChoices } from '../../search/facet-view.ts'
import { numberText } from '../../words/format.ts'
import { searchWords } from '../../words/search.ts'
import { useLanguage } from '../../words/use-words.ts'
import { Icon } from '../icon/icon.tsx'

/**
 * Filters with counts as a plain form: without a script the button applies them, with one each choice does at once. `children` are
 * fields of the page's own, above the choices.
 */
export function Facets({
  action,
  groups,
  chosen,
  kept = [],
  children,
}: {
  /** The list's own address. */
  readonly action: string
  readonly groups: readonly FacetGroup[]
  /** How many filters are on. */
  readonly chosen: number
  /** Parameters that the form keeps and does not show. */
  readonly kept?: readonly (readonly [name: string, value: string])[]
  readonly children?: ReactNode
}) {
  const language = useLanguage()
  const words = searchWords[language]
  const submit = useSubmit()
  return (
    <details className="fbox">
      <summary>{words.filtersOn(chosen)}</summary>
      <Form
        className="facets"
        role="search"
        action={action}
        aria-label={words.filters}
        onChange={(event) => {
          const changed = event.target as unknown as HTMLInputElement
          if (changed.type === 'checkbox' || changed.type === 'radio') submit(event.currentTarget, { preventScrollReset: true })
        }}
      >
        {kept.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        {children}
        {groups.map((group) => (
          <Group key={group.name} group={group} />
        ))}
        <button className="btn btn-2 full facets-go noprint" type="submit">
          {words.apply}
        </button>
        {chosen > 0 ? (
          <Link className="btn btn-3 full" to={action}>
            {words.clear}
          </Link>
        ) : null}
      </Form>
    </details>
  )
}

function Group({ group }: { readonly group: FacetGroup }) {
  const language = useLanguage()
  const words = searchWords[language]
  const { title, choices, note, kind, name } = group
  const { first, rest } = foldChoices(choices)
  if (choices.length === 0) return null
  const show = (one: FacetChoice) => <Choice key={one.value} group={group} choice={one} />
  return (
    <fieldset>
      <legend>{title}</legend>
      {kind === 'one' ? (
        <Choice group={{ name, kind }} choice={{ value: '', label: words.any, isOn: !choices.some((c) => c.isOn) }} />
      ) : null}
      {first.map(show)}
      {rest.length > 0 ? (
        <details className="facet-more">
          <summary>{words.more(rest.length)}</summary>
          {rest.map(show)}
        </details>
      ) : null}
      {note ? <p className="note">{note}</p> : null}
    </fieldset>
  )
}

function Choice({
  group: { kind, name },
  choice,
}: {
  readonly group: Pick<FacetGroup, 'kind' | 'name'>
  readonly choice: FacetChoice
}) {
  const language = useLanguage()
  const { value, label, count, isOn } = choice
  return (
    <label className="check">
      <input
        // The state comes from the address: a new address makes a new control.
        key={String(isOn)}
        type={kind === 'many' ? 'checkbox' : 'radio'}
        name={name}
        value={value}
        defaultChecked={isOn}
      />
      <span>{label}</span>
      {count === undefined ? null : <b>{numberText(count, language)}</b>}
    </label>
  )
}

/** The filters that are on; each link takes one away. */
export function FilterChips({ chips }: { readonly chips: readonly FilterChip[] }) {
  const words = searchWords[useLanguage()]
  if (chips.length === 0) return null
  return (
    <ul className="chips mb4" aria-label={words.chips}>
      {chips.map(({ label, href }) => (
        <li key={`${label} ${href}`}>
          <Link to={href} aria-label={words.remove(label)} preventScrollReset>
            {label}
            <Icon name="cross" />
          </Link>
        </li>
      ))}
    </ul>
  )
}
