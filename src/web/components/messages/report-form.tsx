import { Form } from 'react-router'
import type { ReportKind } from '../../../modules/introductions/index.ts'
import { introductionFormWords } from '../../words/introduction-forms.ts'
import { useLanguage } from '../../words/use-words.ts'
import { FieldError } from '../field-error/field-error.tsx'
import { Icon } from '../icon/icon.tsx'

/** Opens without a script: what is wrong with one message, or with the introduction. */
export function ReportForm({
  title,
  message,
  isWrong,
}: {
  readonly title: string
  readonly message?: string
  readonly isWrong: boolean
}) {
  const words = introductionFormWords[useLanguage()]
  const { report } = words
  const id = `report-${message ?? 'all'}`
  return (
    <details className="report" open={isWrong}>
      <summary>
        <Icon name="flag" />
        {title}
      </summary>
      <Form method="post" className="card stack mt4">
        <input type="hidden" name="intent" value="report" />
        {message ? <input type="hidden" name="message" value={message} /> : null}
        <p className="small">{report.text}</p>
        <fieldset className={isWrong ? 'plainset has-error' : 'plainset'} aria-describedby={isWrong ? `${id}-e` : undefined}>
          <legend className="label">{report.what}</legend>
          {isWrong ? <FieldError id={`${id}-e`} text={words.wrong.about} /> : null}
          {(Object.keys(report.kinds) as ReportKind[]).map((kind) => (
            <label className="check" key={kind}>
              <input type="radio" name="about" value={kind} />
              <span>{report.kinds[kind]}</span>
            </label>
          ))}
        </fieldset>
        <div className="field">
          <label className="label" htmlFor={`${id}-t`}>
            {report.more}
          </label>
          <span className="hint" id={`${id}-h`}>
            {report.optional}
          </span>
          <textarea className="input" id={`${id}-t`} name="text" rows={3} maxLength={2000} aria-describedby={`${id}-h`} />
        </div>
        <button className="btn btn-2" type="submit">
          {report.send}
        </button>
      </Form>
    </details>
  )
}
