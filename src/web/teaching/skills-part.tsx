import { useCallback } from 'react'
import { Form, useSubmit } from 'react-router'
import { Alert } from '../components/alert/alert.tsx'
import { Combobox, type Option } from '../components/combobox/combobox.tsx'
import { Choice, Field } from '../organisation/field.tsx'
import { teachingWords } from '../words/teaching.ts'
import { useLanguage } from '../words/use-words.ts'
import type { ProgrammeLoaded } from './programme-loader.ts'
import type { PartProps } from './texts-form.tsx'

type List = 'outcomes' | 'prerequisites'
type Skill = ProgrammeLoaded['outcomes'][number]

/** Skills of one list: first those that wait for a yes, each with the words it was read from; then those that count, and one more by name. */
export function SkillsPart({ loaded, list }: Pick<PartProps, 'loaded'> & { readonly list: List }) {
  const words = teachingWords[useLanguage()].programme
  const skills = loaded[list]
  const waiting = skills.filter(({ isConfirmed }) => !isConfirmed)
  const sure = skills.filter(({ isConfirmed }) => isConfirmed)
  const { mayWrite, version } = loaded
  return (
    <section aria-labelledby={list}>
      <h2 id={list} className="h3">
        {words[list]}
      </h2>
      <p className="mt4">{list === 'outcomes' ? words.outcomesText : words.prerequisitesText}</p>
      {waiting.length > 0 ? <Waiting list={list} waiting={waiting} mayWrite={mayWrite} /> : null}
      {sure.length === 0 ? (
        <p className="note mt4">{words.noSkills}</p>
      ) : mayWrite ? (
        <SureForm list={list} skills={sure} version={version} />
      ) : (
        <ul className="textlist mt4">
          {sure.map(({ skill, label, level }) => (
            <li key={skill}>
              {label}, {words.levels[level - 1]}
            </li>
          ))}
        </ul>
      )}
      {mayWrite ? <SkillPicker list={list} searched={loaded.searched[list]} /> : null}
      {mayWrite && list === 'outcomes' ? <ReadText /> : null}
    </section>
  )
}

function Waiting({
  list,
  waiting,
  mayWrite,
}: {
  readonly list: List
  readonly waiting: readonly Skill[]
  readonly mayWrite: boolean
}) {
  const words = teachingWords[useLanguage()].programme
  return (
    <div className="card mt4">
      <h3 className="h4">{words.waiting(waiting.length)}</h3>
      <ul className="plain stack-4 mt4">
        {waiting.map(({ skill, label, words: from }) => (
          <li key={skill} className="row between">
            <span>
              <strong>{label}</strong>
              {from === undefined ? null : (
                <span className="note desk-note">
                  {words.readFrom} <q>{from}</q>
                </span>
              )}
            </span>
            {mayWrite ? (
              <span className="row">
                <Judge intent="confirm" list={list} skill={skill} text={words.confirm} label={label} />
                <Judge intent="reject" list={list} skill={skill} text={words.reject} label={label} />
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Judge({
  intent,
  list,
  skill,
  text,
  label,
}: {
  readonly intent: 'confirm' | 'reject'
  readonly list: List
  readonly skill: string
  readonly text: string
  readonly label: string
}) {
  const words = teachingWords[useLanguage()].programme
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="list" value={list} />
      <input type="hidden" name="skill" value={skill} />
      <button className="btn btn-2 btn-s" type="submit">
        {text}
        <span className="vh">{words.about(label)}</span>
      </button>
    </Form>
  )
}

function SureForm({
  list,
  skills,
  version,
}: {
  readonly list: List
  readonly skills: readonly Skill[]
  readonly version: number
}) {
  const words = teachingWords[useLanguage()].programme
  return (
    <Form method="post" className="mt4" noValidate>
      <input type="hidden" name="intent" value="skills" />
      <input type="hidden" name="list" value={list} />
      <input type="hidden" name="version" value={version} />
      <ul className="plain desk-skills">
        {skills.map(({ skill, label, level }, at) => (
          <li key={skill}>
            <fieldset className="plainset">
              <legend className="label">{label}</legend>
              <input type="hidden" name="skill" value={skill} />
              <div className="desk-skill">
                <Choice
                  name={`level-${at}`}
                  id={`${list}-level-${at}`}
                  label={words.skillLevel}
                  value={String(level)}
                  choices={words.levels.map((text, index) => ({ value: String(index + 1), text }))}
                />
                <label className="check">
                  <input type="checkbox" name={`drop-${at}`} value="yes" />
                  <span>{words.drop}</span>
                </label>
              </div>
            </fieldset>
          </li>
        ))}
      </ul>
      <button className="btn btn-2 mt4" type="submit">
        {words.saveSkills}
      </button>
    </Form>
  )
}

/** Finds a skill. Without a script: a GET form whose results are buttons. With one: options below the field. */
function SkillPicker({ list, searched }: { readonly list: List; readonly searched: ProgrammeLoaded['searched'][List] }) {
  const language = useLanguage()
  const words = teachingWords[language].programme
  const submit = useSubmit()
  const load = useCallback(
    async (query: string): Promise<readonly Option[]> => {
      const response = await fetch(`/api/v1/concepts?${new URLSearchParams({ query, type: 'skill', language, limit: '8' })}`)
      if (!response.ok) return []
      const { items } = (await response.json()) as { items: { concept: { id: string; label: string } }[] }
      return items.map(({ concept }) => ({ id: concept.id, label: concept.label }))
    },
    [language],
  )
  return (
    <div className="mt5">
      <Form method="get" action={`#${list}`} preventScrollReset className="searchrow">
        <Combobox
          label={words.add}
          name={list}
          {...(searched ? { defaultValue: searched.text } : {})}
          countText={words.count}
          load={load}
          onPick={({ id }) => submit({ intent: 'addSkill', list, skill: id }, { method: 'post', preventScrollReset: true })}
        />
        <button className="btn btn-2" type="submit">
          {words.search}
        </button>
      </Form>
      {searched ? (
        <div className="mt4">
          <Alert kind="info" title={searched.found.length === 0 ? words.foundNone(searched.text) : words.found(searched.text)}>
            <ul className="plain stack-3">
              {searched.found.map(({ id, label }) => (
                <li key={id}>
                  <Form method="post">
                    <input type="hidden" name="intent" value="addSkill" />
                    <input type="hidden" name="list" value={list} />
                    <input type="hidden" name="skill" value={id} />
                    <button className="btn btn-2 btn-s" type="submit">
                      {words.addThis(label)}
                    </button>
                  </Form>
                </li>
              ))}
            </ul>
          </Alert>
        </div>
      ) : null}
    </div>
  )
}

function ReadText() {
  const all = teachingWords[useLanguage()]
  const words = all.programme
  return (
    <details className="twin mt5">
      <summary>{words.readText}</summary>
      <Form method="post" encType="multipart/form-data" className="stack-4 mt4" noValidate>
        <input type="hidden" name="intent" value="readText" />
        <p>{words.readTextText}</p>
        <Field name="text" id="course-text" type="textarea" label={all.textLabel} rows={6} />
        <Field name="file" type="file" label={all.fileLabel} hint={all.fileHint} accept=".pdf,.docx,.txt" />
        <button className="btn btn-2" type="submit">
          {words.readButton}
        </button>
      </Form>
    </details>
  )
}
