import { ToldDone, ToldWrong } from '../shell/told.tsx'
import { numberText } from '../words/format.ts'
import { riskCaseWords } from '../words/risk-cases.ts'
import { useLanguage } from '../words/use-words.ts'
import type { CaseWrong } from './case-action.ts'

/** What a page's address says that was done. */
interface Done {
  readonly word: string
  readonly addresses: number
  readonly refused: number
}

export function doneOf(search: URLSearchParams): Done {
  const count = (name: string): number => Number.parseInt(search.get(name) ?? '0', 10) || 0
  return { word: search.get('done') ?? '', addresses: count('addresses'), refused: count('refused') }
}

/** Above a page: what was done, or why it was not. */
export function CaseTold({ wrong, done }: { readonly wrong: CaseWrong | undefined; readonly done: Done }) {
  const language = useLanguage()
  const words = riskCaseWords[language]
  if (wrong) {
    return (
      <ToldWrong title={words.wrongTitle}>
        <p>{words.wrong[wrong.wrong]}</p>
      </ToldWrong>
    )
  }
  if (!Object.hasOwn(words.done, done.word)) return null
  return (
    <ToldDone title={words.done[done.word as keyof typeof words.done]}>
      {done.word === 'invited' ? (
        <p className="small">{words.invitedCounts(numberText(done.addresses, language), numberText(done.refused, language))}</p>
      ) : null}
    </ToldDone>
  )
}
