import { Alert } from '../components/alert/alert.tsx'
import { organisationWords } from '../words/organisations.ts'
import { useLanguage } from '../words/use-words.ts'
import type { OrgWrong } from './org-action.ts'

/** Above a page: what was done, or why it was not. A field that is wrong is named and led to. */
export function Told({ wrong, done }: { readonly wrong: OrgWrong | undefined; readonly done: string | undefined }) {
  const words = organisationWords[useLanguage()]
  if (wrong) {
    return (
      // biome-ignore lint/a11y/noAutofocus: without a script this is what brings the person to what is wrong
      <div tabIndex={-1} autoFocus className="mb5">
        <Alert kind="error" title={words.wrongTitle} isNew>
          {wrong.refusal ? <p>{words.refusals[wrong.refusal]}</p> : null}
          {Object.entries(wrong.fields).map(([field, why]) => (
            <p className="small" key={field}>
              <a href={`#${field}`}>{words.wrong[why]}</a>
            </p>
          ))}
        </Alert>
      </div>
    )
  }
  return done === undefined ? null : (
    <div className="mb5">
      <Alert kind="ok" title={done} isNew />
    </div>
  )
}

/** What is wrong with a field of one form of a page, in words. */
export function useFieldWrong(wrong: OrgWrong | undefined, intent: string) {
  const words = organisationWords[useLanguage()]
  const isThis = wrong?.intent === intent
  return {
    error: (field: string): string | undefined => {
      const why = isThis ? wrong.fields[field] : undefined
      return why && words.wrong[why]
    },
    given: (field: string, otherwise = ''): string => (isThis ? (wrong.given[field] ?? '') : otherwise),
  }
}
