import { Alert } from '../components/alert/alert.tsx'
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
      // biome-ignore lint/a11y/noAutofocus: without a script this is what brings the person to what is wrong
      <div tabIndex={-1} autoFocus className="mb5">
        <Alert kind="error" title={words.wrongTitle} isNew>
          <p>{words.wrong[wrong.wrong]}</p>
        </Alert>
      </div>
    )
  }
  if (!Object.hasOwn(words.done, done.word)) return null
  return (
    <div className="mb5">
      <Alert kind="ok" title={words.done[done.word as keyof typeof words.done]} isNew>
        {done.word === 'invited' ? (
          <p className="small">{words.invitedCounts(numberText(done.addresses, language), numberText(done.refused, language))}</p>
        ) : null}
      </Alert>
    </div>
  )
}
