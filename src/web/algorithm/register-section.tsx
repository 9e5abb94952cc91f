import type { AlgorithmRegister } from '../../modules/fairness/index.ts'
import { Unknown } from '../components/facts-band/facts-band.tsx'
import { StackedTable } from '../components/stacked-table/stacked-table.tsx'
import { algorithmWords } from '../words/algorithm.ts'
import { dateText } from '../words/format.ts'
import { howItWorksWords } from '../words/how-it-works.ts'
import { useLanguage } from '../words/use-words.ts'

type Field = AlgorithmRegister['fields'][number]

/** The fields of the algorithm register, in its order, and what the law says. */
export function RegisterSection({ register }: { readonly register: AlgorithmRegister }) {
  const language = useLanguage()
  const words = algorithmWords[language]
  const { certainty } = howItWorksWords[language]
  const { registerColumns: columns, lawColumns } = words
  return (
    <>
      <section aria-labelledby="register">
        <h2 id="register">{words.register}</h2>
        <p className="mt4 mb4">{words.registerLead(register.standard.name)}</p>
        <StackedTable
          caption={words.register}
          isCaptionHidden
          columns={[{ title: columns.field }, { title: columns.says }, { title: columns.sure }]}
          rows={register.fields.map((field) => ({
            key: field.id,
            cells: [
              words.fields[field.id],
              <Says key="says" field={field} />,
              certainty[field.operator === null ? field.certainty : 'seen'],
            ],
          }))}
        />
      </section>
      <section aria-labelledby="law">
        <h2 id="law">{words.law}</h2>
        <p className="mt4 mb4">{words.lawLead}</p>
        <StackedTable
          caption={words.law}
          isCaptionHidden
          columns={[
            { title: lawColumns.rule },
            { title: lawColumns.source },
            { title: lawColumns.checked, look: 'nowrap' },
            { title: lawColumns.sure },
          ]}
          rows={register.law.map(({ id, says, source, checkedOn, certainty: sure }) => ({
            key: id,
            cells: [says[language], source, dateText(checkedOn, language), certainty[sure]],
          }))}
        />
      </section>
    </>
  )
}

function Says({ field: { says, byOperator, operator } }: { readonly field: Field }) {
  const language = useLanguage()
  const words = algorithmWords[language]
  return (
    <>
      {says[language].map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {byOperator ? (
        <p>
          {operator === null ? (
            <Unknown>{words.operatorSilent}</Unknown>
          ) : (
            <>
              {words.operatorSays} {/^https?:\/\//.test(operator) ? <a href={operator}>{operator}</a> : operator}
            </>
          )}
        </p>
      ) : null}
    </>
  )
}
