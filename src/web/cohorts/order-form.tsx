import { Form } from 'react-router'
import { Choice } from '../organisation/field.tsx'
import { cohortWords } from '../words/cohorts.ts'
import { useLanguage } from '../words/use-words.ts'

export interface ToOrder {
  readonly id: string
  readonly text: string
  /** A number; null: not this one; undefined: not said. */
  readonly rank?: number | null | undefined
}

/** What somebody would rather have: a number for each, ties allowed, or not this one. */
export function OrderForm({
  of,
  list,
  place,
}: {
  /** Sets fields of this form apart from those of another one on the page. */
  readonly of: string
  readonly list: readonly ToOrder[]
  /** Of an employer: for which of its places. */
  readonly place?: string
}) {
  const words = cohortWords[useLanguage()].mine
  const numbers = list.map((_, index) => ({ value: String(index + 1), text: words.choice(index + 1) }))
  const choices = [{ value: '', text: words.unsaid }, ...numbers, { value: 'not', text: words.not }]
  return (
    <Form method="post" className="stack-4 mt4 narrow">
      <input type="hidden" name="intent" value="rank" />
      {place === undefined ? null : <input type="hidden" name="place" value={place} />}
      {list.map(({ id, text, rank }) => (
        <Choice
          key={id}
          name={`rank:${id}`}
          id={`rank-${of}-${id}`}
          label={text}
          choices={choices}
          value={rank === null ? 'not' : rank === undefined ? '' : String(Math.min(rank, list.length))}
        />
      ))}
      <button className="btn" type="submit">
        {words.save}
      </button>
    </Form>
  )
}

/** A yes or no to one pair. */
export function AnswerForm({ fields, about }: { readonly fields: Readonly<Record<string, string>>; readonly about: string }) {
  const words = cohortWords[useLanguage()].mine
  return (
    <Form method="post" className="row mt4">
      <input type="hidden" name="intent" value="answer" />
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={name} />
      ))}
      <button className="btn" type="submit" name="yes" value="yes">
        {words.yes} <span className="vh">{about}</span>
      </button>
      <button className="btn btn-2" type="submit" name="yes" value="no">
        {words.no} <span className="vh">{about}</span>
      </button>
    </Form>
  )
}

/** One button that notes a meeting. */
export function MetButton({
  name,
  value,
  text,
  about,
}: {
  readonly name: string
  readonly value: string
  readonly text: string
  readonly about: string
}) {
  return (
    <Form method="post" className="mt4">
      <input type="hidden" name="intent" value="meet" />
      <input type="hidden" name={name} value={value} />
      <button className="btn btn-2 btn-s" type="submit">
        {text} <span className="vh">{about}</span>
      </button>
    </Form>
  )
}
