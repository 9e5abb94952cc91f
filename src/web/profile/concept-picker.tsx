import { useCallback } from 'react'
import { Form, useSubmit } from 'react-router'
import { Combobox, type Option } from '../components/combobox/combobox.tsx'
import { profileWords } from '../words/profile.ts'
import { useLanguage } from '../words/use-words.ts'

export interface FoundConcept {
  readonly id: string
  readonly label: string
  readonly also?: string
}

/**
 * Finds an occupation or a skill. Without a script: a GET form whose results are buttons. With one: options below the field.
 */
export function ConceptPicker({
  type,
  text,
  found,
  at,
}: {
  readonly type: 'occupation' | 'skill'
  /** What was searched without a script; undefined: nothing. */
  readonly text: string | undefined
  readonly found: readonly FoundConcept[]
  /** Anchor of this part of the page. */
  readonly at: string
}) {
  const language = useLanguage()
  const words = profileWords[language]
  const submit = useSubmit()
  const isSkill = type === 'skill'
  const load = useCallback(
    async (query: string): Promise<readonly Option[]> => {
      const parameters = new URLSearchParams({ query, type, language, limit: '8' })
      const response = await fetch(`/api/v1/concepts?${parameters}`)
      if (!response.ok) return []
      const { items } = (await response.json()) as { items: { concept: FoundConcept; matched: string }[] }
      return items.map(({ concept, matched }) => optionOf(concept, matched))
    },
    [type, language],
  )
  const fields = (id: string): Record<string, string> =>
    isSkill ? { intent: 'answer', skill: id, answer: 'yes', at } : { intent: 'addOccupation', occupation: id, at }
  return (
    <>
      <Form method="get" action={`#${at}`} preventScrollReset className="searchrow">
        <Combobox
          label={isSkill ? words.addSkillLabel : words.occupation}
          name={type}
          {...(text === undefined ? {} : { defaultValue: text })}
          countText={isSkill ? words.skillCount : words.occupationCount}
          load={load}
          onPick={({ id }) => submit(fields(id), { method: 'post', preventScrollReset: true })}
        />
        <button className="btn btn-2" type="submit">
          {words.search}
        </button>
      </Form>
      {text === undefined ? null : (
        <div role="status">
          {found.length === 0 ? (
            <p className="note mt4">{words.foundNone(text)}</p>
          ) : (
            <p className="note mt4">{isSkill ? words.skillCount(found.length) : words.occupationCount(found.length)}</p>
          )}
        </div>
      )}
      {found.length > 0 ? (
        <ul className="found" aria-label={words.found}>
          {found.map(({ id, label, also }) => (
            <li key={id}>
              <Form method="post" preventScrollReset>
                {Object.entries(fields(id)).map(([name, value]) => (
                  <input key={name} type="hidden" name={name} value={value} />
                ))}
                <button className="btn btn-2" type="submit">
                  {words.add(label)}
                  {also ? <span className="note"> ({words.also(also)})</span> : null}
                </button>
              </Form>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

function optionOf({ id, label }: FoundConcept, matched: string): Option {
  return matched === label ? { id, label } : { id, label, also: matched }
}
