import { Form, Link } from 'react-router'
import { Choice, Field } from '../organisation/field.tsx'
import { pathTo } from '../paths.ts'
import { fundingWords } from '../words/funding.ts'
import { useLanguage } from '../words/use-words.ts'
import type { LoadedMoney } from './load-money.ts'

const groupOf: Readonly<Record<string, 'you' | 'training' | 'employer'>> = {
  situation: 'you',
  age: 'you',
  training: 'training',
  priceEuro: 'training',
  months: 'training',
  inDemand: 'training',
  forWork: 'training',
  technical: 'training',
  obliged: 'training',
  developmentPath: 'training',
}
const groups = ['you', 'training', 'employer'] as const

/** What one can tell, as a form that asks the same page again. */
export function MoneyForm({ loaded }: { readonly loaded: LoadedMoney }) {
  const { facts, who, wrong, questions } = loaded
  const language = useLanguage()
  const words = fundingWords[language].form
  const told = facts as Readonly<Record<string, string | number | undefined>>
  return (
    <Form method="get" action={`${pathTo('money', language)}#answers`} className="card money-form">
      <h2 className="h3">{words.title}</h2>
      <p className="small">{words.text}</p>
      <fieldset className="plainset row-choices">
        <legend className="label">{words.who}</legend>
        {Object.entries(words.whos).map(([value, text]) => (
          <label className="check" key={value}>
            <input type="radio" name="who" value={value === 'all' ? '' : value} defaultChecked={value === (who ?? 'all')} />
            <span>{text}</span>
          </label>
        ))}
      </fieldset>
      {groups.map((group) => {
        const own = questions.filter(({ fact }) => (groupOf[fact] ?? 'employer') === group)
        if (own.length === 0) return null
        const isTold = own.some(({ fact }) => told[fact] !== undefined || wrong[fact] !== undefined)
        return (
          <details key={group} className="money-group" open={group !== 'employer' || who === 'employer' || isTold}>
            <summary>{words.groups[group]}</summary>
            <fieldset className="plainset money-fields">
              <legend className="vh">{words.groups[group]}</legend>
              {own.map((question) => (
                <OneField key={question.fact} question={question} loaded={loaded} />
              ))}
            </fieldset>
          </details>
        )
      })}
      <div className="row">
        <button className="btn" type="submit">
          {words.button}
        </button>
        <Link className="btn btn-2" to={pathTo('money', language)}>
          {words.clear}
        </Link>
      </div>
    </Form>
  )
}

function OneField({
  question: { fact, text, choices },
  loaded,
}: {
  readonly question: LoadedMoney['questions'][number]
  readonly loaded: LoadedMoney
}) {
  const words = fundingWords[useLanguage()].form
  const told = loaded.facts as Readonly<Record<string, string | number | undefined>>
  const wrong = loaded.wrong[fact]
  if (!choices)
    return (
      <Field
        name={fact}
        label={text}
        error={wrong === undefined ? undefined : words.numberHint}
        value={wrong ?? String(told[fact] ?? '')}
      />
    )
  return (
    <Choice
      name={fact}
      label={text}
      {...(fact === 'age' ? { hint: words.ageHint } : {})}
      value={String(told[fact] ?? '')}
      choices={[{ value: '', text: words.unknown }, ...choices]}
    />
  )
}
