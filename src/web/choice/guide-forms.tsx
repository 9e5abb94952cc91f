import { Form } from 'react-router'
import type { SeniorBoard } from '../../modules/senior-hours/index.ts'
import { Choice, Field } from '../organisation/field.tsx'
import { guidesWords } from '../words/guides.ts'
import { useLanguage } from '../words/use-words.ts'
import type { OrgWrong } from './choice-action.ts'

/** Gives a member so many hours a week. */
export function BudgetForm({ members, wrong }: Pick<SeniorBoard, 'members'> & { readonly wrong: OrgWrong | undefined }) {
  const { budget: words, roles } = guidesWords[useLanguage()]
  const given = wrong?.intent === 'budget' ? wrong.given : {}
  return (
    <section aria-labelledby="budget" className="narrow">
      <h2 id="budget">{words.title}</h2>
      <p className="mt4">{words.text}</p>
      <Form method="post" className="stack-4 mt4" noValidate>
        <input type="hidden" name="intent" value="budget" />
        <Choice
          {...{ name: 'person', id: 'budget-person', label: words.person, value: given.person }}
          choices={members.map(({ account, name }) => ({ value: account, text: name }))}
        />
        <Choice
          {...{ name: 'role', label: words.role, value: given.role }}
          choices={Object.entries(roles).map(([value, text]) => ({ value, text }))}
        />
        <Time prefix="budget" wrong={wrong} />
        <button className="btn" type="submit">
          {words.button}
        </button>
      </Form>
    </section>
  )
}

/** Books hours of somebody by hand. */
export function BookForm({ people, wrong }: Pick<SeniorBoard, 'people'> & { readonly wrong: OrgWrong | undefined }) {
  const { book: words, budget, purposes } = guidesWords[useLanguage()]
  const given = wrong?.intent === 'book' ? wrong.given : {}
  return (
    <section aria-labelledby="book" className="narrow">
      <h2 id="book">{words.title}</h2>
      <p className="mt4">{words.text}</p>
      <Form method="post" className="stack-4 mt4" noValidate>
        <input type="hidden" name="intent" value="book" />
        <Choice
          {...{ name: 'person', id: 'book-person', label: budget.person, value: given.person }}
          choices={people.map(({ account, name }) => ({ value: account, text: name }))}
        />
        <Choice
          {...{ name: 'purpose', label: words.purpose, value: given.purpose ?? 'guestLesson' }}
          choices={Object.entries(purposes).map(([value, text]) => ({ value, text }))}
        />
        <Field name="ref" label={words.ref} hint={words.refHint} value={given.ref} />
        <Time prefix="book" wrong={wrong} />
        <button className="btn" type="submit">
          {words.button}
        </button>
      </Form>
    </section>
  )
}

function Time({ prefix, wrong }: { readonly prefix: 'budget' | 'book'; readonly wrong: OrgWrong | undefined }) {
  const { budget: words, wrong: wrongs } = guidesWords[useLanguage()]
  const isOwn = wrong?.intent === prefix
  const field = (name: 'from' | 'until' | 'hours', hint?: string) => (
    <Field
      {...{ name, id: `${prefix}-${name}`, label: words[name], hint }}
      value={isOwn ? wrong.given[name] : ''}
      error={isOwn && wrong.word === name ? wrongs[name] : undefined}
    />
  )
  return (
    <>
      {field('from', words.dayHint)}
      {field('until')}
      {field('hours')}
    </>
  )
}
