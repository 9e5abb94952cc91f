import { useEffect, useRef, useState } from 'react'
import { Form, Link } from 'react-router'
import type { VacancyCheckView } from '../../../modules/vacancy-checks/index.ts'
import { pathTo } from '../../paths.ts'
import { useHasScript } from '../../use-has-script.ts'
import type { CheckAnswer } from '../../vacancy-check/check-action.ts'
import type { CheckLimits } from '../../vacancy-check/check-loader.ts'
import { useLiveCheck } from '../../vacancy-check/use-live-check.ts'
import { numberText } from '../../words/format.ts'
import { useLanguage } from '../../words/use-words.ts'
import { vacancyCheckWords } from '../../words/vacancy-check.ts'
import { Alert } from '../alert/alert.tsx'
import { FieldError } from '../field-error/field-error.tsx'

export interface CheckFormProps {
  readonly text: string
  readonly place: string
  readonly employer: string
  readonly answer?: CheckAnswer | undefined
  readonly limits: CheckLimits
  /** What was typed, checked while somebody types; never without a script. */
  readonly onLive?: (view: VacancyCheckView | undefined) => void
  /** There is a text already: it can be left as it is. */
  readonly isChange: boolean
}

/** A text, a file and what stands beside them. With a script the text is checked while somebody types. */
export function CheckForm({ text, place, employer, answer, limits, onLive, isChange }: CheckFormProps) {
  const language = useLanguage()
  const words = vacancyCheckWords[language]
  const [typed, setTyped] = useState({ text, place })
  const live = useLiveCheck(typed.text, typed.place)
  const hasScript = useHasScript()
  useEffect(() => onLive?.(live), [live, onLive])
  const why = answer && whyText(answer, limits, language)
  const ofText = answer?.field === 'text' ? why : undefined
  const ofFile = answer?.field === 'file' ? why : undefined
  return (
    <Form method="post" action="?" encType="multipart/form-data" className="stack-5">
      <input type="hidden" name="intent" value="check" />
      {answer && why ? <WrongSummary answer={answer} why={why} /> : null}
      <div className={ofText ? 'field has-error' : 'field'}>
        <label className="label" htmlFor="text">
          {words.text}
        </label>
        <span className="hint" id="text-h">
          {words.textHint} {hasScript ? words.live : null}
        </span>
        <FieldError id="text-e" text={ofText} />
        <textarea
          className="input cvtext"
          id="text"
          name="text"
          rows={16}
          aria-describedby={ofText ? 'text-h text-e' : 'text-h'}
          aria-invalid={ofText ? true : undefined}
          defaultValue={text}
          onChange={(event) => setTyped({ ...typed, text: event.currentTarget.value })}
        />
      </div>
      <div className="fields">
        <div className="field">
          <label className="label" htmlFor="place">
            {words.place}
          </label>
          <span className="hint" id="place-h">
            {words.placeHint}
          </span>
          <input
            className="input"
            id="place"
            name="place"
            maxLength={80}
            aria-describedby="place-h"
            defaultValue={place}
            onChange={(event) => setTyped({ ...typed, place: event.currentTarget.value })}
          />
        </div>
        <div className="field">
          <label className="label" htmlFor="employer">
            {words.employer}
          </label>
          <span className="hint" id="employer-h">
            {words.employerHint}
          </span>
          <input
            className="input"
            id="employer"
            name="employer"
            maxLength={200}
            autoComplete="organization"
            aria-describedby="employer-h"
            defaultValue={employer}
          />
        </div>
      </div>
      <div className={ofFile ? 'field has-error' : 'field'}>
        <label className="label" htmlFor="file">
          {words.file}
        </label>
        <span className="hint" id="file-h">
          {words.fileHint(limits.megabytes)}
        </span>
        <FieldError id="file-e" text={ofFile} />
        <input
          className="input"
          type="file"
          id="file"
          name="file"
          accept=".txt,.docx,.pdf,text/plain,application/pdf"
          aria-describedby={ofFile ? 'file-h file-e' : 'file-h'}
          aria-invalid={ofFile ? true : undefined}
        />
      </div>
      <p className="row">
        <button className="btn" type="submit">
          {words.read}
        </button>
        {isChange ? (
          <Link className="btn btn-3" to={pathTo('vacancyCheck', language)}>
            {words.cancel}
          </Link>
        ) : null}
      </p>
      <p className="note">{words.kept(limits.days)}</p>
    </Form>
  )
}

function whyText({ wrong }: CheckAnswer, { megabytes, characters }: CheckLimits, language: 'nl' | 'en'): string {
  const words = vacancyCheckWords[language].wrong
  if (wrong === 'tooLarge') return words.tooLarge(megabytes)
  return wrong === 'tooLong' ? words.tooLong(numberText(characters, language)) : words[wrong]
}

function WrongSummary({ answer, why }: { readonly answer: CheckAnswer; readonly why: string }) {
  const words = vacancyCheckWords[useLanguage()]
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer brings the person back to it, also when it says the same
  useEffect(() => box.current?.focus(), [answer])
  return (
    // biome-ignore lint/a11y/noAutofocus: without a script this is what brings the person to what is wrong
    <div ref={box} tabIndex={-1} autoFocus>
      <Alert kind="error" title={words.wrongTitle} isNew>
        <p className="small">
          <a href={`#${answer.field}`}>{why}</a>
        </p>
      </Alert>
    </div>
  )
}
