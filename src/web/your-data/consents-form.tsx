import { Form } from 'react-router'
import { Alert } from '../components/alert/alert.tsx'
import { dateText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'
import { yourDataWords } from '../words/your-data.ts'
import type { ShownPurpose } from './your-data-loader.ts'

/** A box for each purpose with the text that is agreed to. What is switched off stops at once. */
export function ConsentsForm({
  purposes,
  hasProfile,
  isTextChanged,
}: {
  readonly purposes: readonly ShownPurpose[]
  readonly hasProfile: boolean
  readonly isTextChanged: boolean
}) {
  const language = useLanguage()
  const words = yourDataWords[language]
  return (
    <Form method="post" className="stack mt4">
      <input type="hidden" name="intent" value="consents" />
      {isTextChanged ? <Alert kind="error" title={words.textChanged} isNew /> : null}
      {hasProfile ? null : <p className="note">{words.noProfile}</p>}
      <ul className="plain card hb consents">
        {purposes.map(({ purpose, title, text, version, since }) => (
          <li key={purpose}>
            <input type="hidden" name={`version:${purpose}`} value={version} />
            <label className="check">
              <input type="checkbox" name={purpose} value="yes" defaultChecked={since !== undefined} />
              <span>
                <strong>{title}</strong>
                <span className="note">{text}</span>
              </span>
            </label>
            <span className="note">{since === undefined ? words.no : words.since(dateText(since, language))}</span>
          </li>
        ))}
      </ul>
      <button className="btn" type="submit">
        {words.save}
      </button>
    </Form>
  )
}
