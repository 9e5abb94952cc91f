import { dataRightsWords } from '../words/data-rights.ts'
import { useLanguage } from '../words/use-words.ts'

/** A field of an export, in words. */
export interface ShownField {
  readonly key: string
  readonly label: string
  readonly value: ShownValue
}
export type ShownValue = string | readonly ShownField[] | readonly string[]

/** One row of an export. */
export function FieldList({ fields }: { readonly fields: readonly ShownField[] }) {
  return (
    <dl className="dl">
      {fields.map(({ key, label, value }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>
            <Value value={value} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Value({ value }: { readonly value: ShownValue }) {
  if (typeof value === 'string') return <span className="breakable">{value}</span>
  if (isTexts(value)) {
    return (
      <ul className="textlist">
        {value.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    )
  }
  return (
    <ul className="textlist">
      {value.map((field) => (
        <li key={field.key}>
          {field.label}: <Value value={field.value} />
        </li>
      ))}
    </ul>
  )
}

const isTexts = (value: Exclude<ShownValue, string>): value is readonly string[] => value.every((one) => typeof one === 'string')

/** A part of an export: what it is, and each of its rows. */
export function ExportSection({
  id,
  title,
  rows,
}: {
  readonly id: string
  readonly title: string
  readonly rows: readonly (readonly ShownField[])[]
}) {
  const { number } = dataRightsWords[useLanguage()].download
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="h3">
        {title}
      </h2>
      <ol className="plain stack mt4">
        {rows.map((fields, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own, and do not move
          <li className="card" key={at}>
            {rows.length > 1 ? <p className="small">{number(at + 1)}</p> : null}
            <FieldList fields={fields} />
          </li>
        ))}
      </ol>
    </section>
  )
}
