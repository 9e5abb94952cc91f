import { Form } from 'react-router'
import { StackedTable } from '../components/stacked-table/stacked-table.tsx'
import { Choice, Field } from '../organisation/field.tsx'
import { deskWords } from '../words/desk.ts'
import { dateText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'
import type { VacancyLoaded } from './terms-form.tsx'

/** How a vacancy ends, and how the next one begins with it. */
export function EndParts({ loaded: { record, closeReasons } }: { readonly loaded: VacancyLoaded }) {
  const words = deskWords[useLanguage()].vacancy
  const isOpen = record.state === 'published' || record.state === 'paused' || record.state === 'expired'
  return (
    <div className="stack-4 mt7">
      <div className="row">
        <Form method="post">
          <input type="hidden" name="intent" value="duplicate" />
          <button className="btn btn-2" type="submit">
            {words.duplicate}
          </button>
        </Form>
        {record.state === 'draft' ? (
          <Form method="post">
            <input type="hidden" name="intent" value="remove" />
            <button className="btn btn-d" type="submit">
              {words.remove}
            </button>
          </Form>
        ) : null}
      </div>
      {isOpen ? (
        <>
          <details className="twin">
            <summary>{words.fill}</summary>
            <Form method="post" className="stack-4 mt4">
              <input type="hidden" name="intent" value="fill" />
              <p>{words.fillText}</p>
              <button className="btn btn-2" type="submit">
                {words.fillButton}
              </button>
            </Form>
          </details>
          <details className="twin">
            <summary>{words.close}</summary>
            <Form method="post" className="narrow stack-4 mt4" noValidate>
              <input type="hidden" name="intent" value="close" />
              <p>{words.closeText}</p>
              <Choice
                name="reason"
                label={words.closeReason}
                choices={closeReasons.map((reason) => ({ value: reason, text: words.closeReasons[reason] }))}
              />
              <Field name="note" label={words.closeNote} />
              <button className="btn btn-d" type="submit">
                {words.closeButton}
              </button>
            </Form>
          </details>
        </>
      ) : null}
    </div>
  )
}

/** Who changed what, and when. */
export function HistoryPart({ changes }: { readonly changes: VacancyLoaded['changes'] }) {
  const language = useLanguage()
  const words = deskWords[language].vacancy
  const { when, what, who } = words.historyColumns
  return (
    <details className="twin mt7">
      <summary>{words.history}</summary>
      <StackedTable
        caption={words.historyCaption}
        isCaptionHidden
        columns={[{ title: when, look: 'nowrap' }, { title: what }, { title: who }]}
        rows={changes.map((change) => ({
          key: String(change.number),
          cells: [dateText(change.on, language), words.changes[change.what], words[change.who]],
        }))}
      />
    </details>
  )
}
