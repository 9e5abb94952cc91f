import { ToldDone, ToldWrong } from '../shell/told.tsx'
import { organisationWords } from '../words/organisations.ts'
import { useLanguage } from '../words/use-words.ts'
import type { OrgWrong } from './org-action.ts'

/** Above a page: what was done, or why it was not. A field that is wrong is named and led to. */
export function Told({ wrong, done }: { readonly wrong: OrgWrong | undefined; readonly done: string | undefined }) {
  const words = organisationWords[useLanguage()]
  if (wrong) {
    return (
      <ToldWrong title={words.wrongTitle}>
        {wrong.refusal ? <p>{words.refusals[wrong.refusal]}</p> : null}
        {Object.entries(wrong.fields).map(([field, why]) => (
          <p className="small" key={field}>
            <a href={`#${field}`}>{words.wrong[why]}</a>
          </p>
        ))}
      </ToldWrong>
    )
  }
  return done === undefined ? null : <ToldDone title={done} />
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
