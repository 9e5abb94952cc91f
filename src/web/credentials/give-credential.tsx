import { useEffect, useRef } from 'react'
import { Alert } from '../components/alert/alert.tsx'
import { Field } from '../organisation/field.tsx'
import { credentialWords } from '../words/credentials.ts'
import { useLanguage } from '../words/use-words.ts'
import type { CredentialWrong } from './read-given.ts'

/** A hint to the browser: what a file is, is seen in the file itself. */
const accepted = '.json,.jsonld,.jwt,.txt,.png,.svg,application/json,image/png,image/svg+xml,text/plain'

/** The fields to give a credential in: a file, or its text. */
export function GiveFields({
  wrong,
  text,
  megabytes,
}: {
  readonly wrong: CredentialWrong | undefined
  readonly text: string | undefined
  readonly megabytes: number
}) {
  const words = credentialWords[useLanguage()].give
  const why = wrong?.field === 'file' ? whyText(wrong, words, megabytes) : undefined
  return (
    <>
      <Field name="file" label={words.file} hint={words.fileHint(megabytes)} error={why} type="file" accept={accepted} />
      <Field name="source" label={words.paste} hint={words.pasteHint} type="textarea" rows={5} value={text ?? ''} />
    </>
  )
}

/** Above the form: what is wrong, with a link to its field. It takes the focus, with a script and without. */
export function WrongSummary({ wrong, megabytes }: { readonly wrong: CredentialWrong; readonly megabytes: number }) {
  const words = credentialWords[useLanguage()].give
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer brings the person back to it, also when it says the same
  useEffect(() => box.current?.focus(), [wrong])
  return (
    // biome-ignore lint/a11y/noAutofocus: without a script this is what brings the person to what is wrong
    <div ref={box} tabIndex={-1} autoFocus>
      <Alert kind="error" title={words.wrongTitle} isNew>
        <p className="small">
          <a href={`#${wrong.field}`}>{whyText(wrong, words, megabytes)}</a>
        </p>
      </Alert>
    </div>
  )
}

export function whyText({ why }: CredentialWrong, words: (typeof credentialWords)['nl']['give'], megabytes: number): string {
  return why === 'tooLarge' ? words.wrong.tooLarge(megabytes) : words.wrong[why]
}
