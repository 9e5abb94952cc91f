import type { CaseView } from '../../modules/risk-cases/index.ts'
import { Alert } from '../components/alert/alert.tsx'
import { StackedTable } from '../components/stacked-table/stacked-table.tsx'
import { dateText, numberText } from '../words/format.ts'
import { riskCaseWords } from '../words/risk-cases.ts'
import { useLanguage } from '../words/use-words.ts'

/** What the circle sees of all people together: tens, made once in a while, and nothing of anybody. */
export function PicturePart({ picture }: { readonly picture: CaseView['picture'] }) {
  const language = useLanguage()
  const words = riskCaseWords[language].picture
  const { madeOn, people, cells, titles } = picture
  const tables = [
    { key: 'programmes', title: words.programmes, column: words.programme },
    { key: 'ways', title: words.ways, column: words.way },
    { key: 'regions', title: words.regions, column: words.region },
    { key: 'groups', title: words.groups, column: words.group },
  ] as const
  const name = (key: string): string => (key === 'unknown' ? words.unknown : (words.wayNames[key] ?? titles[key] ?? key))
  return (
    <section aria-labelledby="picture">
      <h2 id="picture">{words.title}</h2>
      {madeOn === undefined ? (
        <div className="mt4">
          <Alert kind="info" title={words.none}>
            <p className="small">{words.noneText}</p>
          </Alert>
        </div>
      ) : (
        <>
          <p className="mt4">{words.text(numberText(people, language), dateText(madeOn, language))}</p>
          <div className="grid g2 mt4">
            {tables.map(({ key, title, column }) => (
              <div key={key}>
                <h3>{title}</h3>
                {cells[key].length === 0 ? (
                  <p className="mt4">{words.empty}</p>
                ) : (
                  <StackedTable
                    caption={title}
                    isCaptionHidden
                    columns={[{ title: column }, { title: words.least, look: 'r' }]}
                    rows={cells[key].map((cell) => ({
                      key: cell.key,
                      cells: [name(cell.key), numberText(cell.least, language)],
                    }))}
                  />
                )}
              </div>
            ))}
          </div>
        </>
      )}
      <p className="note mt4">{words.how}</p>
    </section>
  )
}
