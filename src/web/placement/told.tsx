import { ToldDone, ToldWrong } from '../shell/told.tsx'
import { placementWords } from '../words/placement.ts'
import { placementFormWords } from '../words/placement-forms.ts'
import { useLanguage } from '../words/use-words.ts'
import { GuideFullText } from './guide-full.tsx'
import type { PlacementWrong } from './placement-action.ts'

/** Above a page: what was done, or why it was not. */
export function PlacementTold({
  wrong,
  done,
}: {
  readonly wrong: PlacementWrong | undefined
  readonly done: string | undefined
}) {
  const language = useLanguage()
  const words = placementFormWords[language]
  const told = placementWords[language].done
  if (wrong) {
    return (
      <ToldWrong title={words.wrongTitle}>
        {wrong.guide ? <GuideFullText guide={wrong.guide} /> : null}
        <p>{wrong.guide ? null : wrong.notNow ? words.notNow[wrong.notNow] : wrong.field ? words.wrong[wrong.field] : null}</p>
      </ToldWrong>
    )
  }
  if (done === undefined || !Object.hasOwn(told, done)) return null
  return <ToldDone title={told[done as keyof typeof told]} />
}

/** What is wrong with a field of one form of a page, and what was filled in there. */
export function useFormWrong(wrong: PlacementWrong | undefined, intent: string) {
  const words = placementFormWords[useLanguage()]
  const isThis = wrong?.intent === intent
  return {
    error: (...fields: readonly (keyof typeof words.wrong)[]): string | undefined =>
      isThis && wrong.field && fields.includes(wrong.field) ? words.wrong[wrong.field] : undefined,
    given: (name: string, otherwise = ''): string => (isThis ? (wrong.given[name] ?? '') : otherwise),
  }
}
