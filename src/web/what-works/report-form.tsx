import { Form } from 'react-router'
import type { OutcomeSubject } from '../../modules/outcomes/index.ts'
import type { OrgWrong } from '../choice/choice-action.ts'
import { Choice, Field } from '../organisation/field.tsx'
import { useLanguage } from '../words/use-words.ts'
import { whatWorksWords } from '../words/what-works.ts'

const codes = ['applied', 'admitted', 'started', 'completed', 'placed', 'stayed'] as const

/** Figures of one's own for the starts of a year. */
export function ReportForm({
  subjects,
  names,
  wrong,
}: {
  readonly subjects: readonly OutcomeSubject[]
  readonly names: Readonly<Record<string, string>>
  readonly wrong: OrgWrong | undefined
}) {
  const language = useLanguage()
  const { form: words, wrong: wrongs } = whatWorksWords[language].desk
  const given = wrong?.intent === 'report' ? wrong.given : {}
  const error = (name: keyof typeof wrongs): string | undefined =>
    wrong?.intent === 'report' && wrong.word === name ? wrongs[name] : undefined
  return (
    <section aria-labelledby="report" className="narrow">
      <h2 id="report">{words.title}</h2>
      <p className="mt4">{words.lead}</p>
      <Form method="post" className="stack mt4" noValidate>
        <input type="hidden" name="intent" value="report" />
        <Choice
          {...{ name: 'of', label: words.of, value: given.of, error: error('of') }}
          choices={subjects.map(({ kind, id, name }) => ({ value: `${kind}:${id}`, text: name[language] }))}
        />
        <Field {...{ name: 'year', label: words.year, value: given.year, error: error('year') }} type="number" />
        {codes.map((code) => (
          <Field
            key={code}
            {...{ name: code, label: names[code] ?? code, value: given[code] }}
            type="number"
            error={error(code) ?? (code === 'applied' ? error('counts') : undefined)}
          />
        ))}
        <Field
          {...{ name: 'costEuro', label: words.cost, hint: words.costHint, value: given.costEuro, error: error('costEuro') }}
          type="number"
        />
        <Field
          {...{ name: 'source', label: words.source, hint: words.sourceHint, value: given.source, error: error('source') }}
        />
        <button className="btn" type="submit">
          {words.button}
        </button>
      </Form>
    </section>
  )
}
