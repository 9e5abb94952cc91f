import type { FundingAnswer } from '../../../modules/funding/index.ts'
import { dateText } from '../../words/format.ts'
import { fundingWords } from '../../words/funding.ts'
import { useLanguage } from '../../words/use-words.ts'
import { StackedTable } from '../stacked-table/stacked-table.tsx'
import { sumText } from './sum-text.ts'

/** The same answers, one line each. */
export function AnswersTable({ answers }: { readonly answers: readonly FundingAnswer[] }) {
  const language = useLanguage()
  const words = fundingWords[language]
  return (
    <details className="twin">
      <summary>{words.table.title}</summary>
      <StackedTable
        caption={words.table.caption}
        columns={[
          { title: words.table.scheme },
          { title: words.table.answer },
          { title: words.table.whose },
          { title: words.table.amount },
          { title: words.table.decides },
          { title: words.table.checked },
        ]}
        rows={answers.map(({ id, title, status, verdict, kind, paidTo, sum, decides, checkedOn }) => ({
          key: id,
          cells: [
            title,
            status === 'closed' ? words.closed : words.answers[verdict],
            kind === 'loan' ? words.loan : words.paidTo[paidTo],
            sumText(sum, language) ?? words.table.noAmount,
            decides,
            dateText(checkedOn, language),
          ],
        }))}
      />
    </details>
  )
}
