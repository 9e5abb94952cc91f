import type { Comparison, OtherFigure, ShareOfWomen } from '../../modules/outcomes/index.ts'
import { StackedTable } from '../components/stacked-table/stacked-table.tsx'
import { numberText } from '../words/format.ts'
import { initiativesWords } from '../words/initiatives.ts'
import { useLanguage } from '../words/use-words.ts'
import { whatWorksWords } from '../words/what-works.ts'
import { fromText, timeText } from './cell-text.ts'
import type { DefinitionsIn } from './names.ts'

/** What is counted, in words; and what is hidden. */
export function Definitions({ definitions }: { readonly definitions: DefinitionsIn }) {
  const words = whatWorksWords[useLanguage()]
  return (
    <details className="twin">
      <summary>{words.definitionsTitle}</summary>
      <p className="mt4">{words.definitionsLead(definitions.version)}</p>
      <dl className="dl mt4">
        {definitions.lines.map(({ code, name, counts, source }) => (
          <div key={code}>
            <dt>{name}</dt>
            <dd>
              {counts} <span className="note below">{source}</span>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

export function Hiding() {
  return <p className="note">{whatWorksWords[useLanguage()].hiding}</p>
}

export function Women({ share }: { readonly share: ShareOfWomen }) {
  const language = useLanguage()
  const words = whatWorksWords[language].women
  return (
    <>
      <span className="num">{words.value(share.lowPercent, share.highPercent)}</span>
      <span className="note below">{words.note(numberText(share.answers, language))}</span>
    </>
  )
}

/** A figure as its source gives it. */
export function OtherValue({ figure: { value, unit, near, outOf, measure, cohort } }: { readonly figure: OtherFigure }) {
  const language = useLanguage()
  const words = initiativesWords[language]
  const number = numberText(value, language)
  const about = near === undefined ? '' : `${words.near[near]} `
  const said =
    unit === 'percent' ? words.percent(number) : outOf === undefined ? number : words.outOf(number, numberText(outOf, language))
  return (
    <>
      <span className="num">{about + said}</span> {measure[language]}
      {cohort ? <span className="note below">{cohort[language]}</span> : null}
    </>
  )
}

/** What is not side by side, and why. */
export function Apart({ apart }: Pick<Comparison, 'apart'>) {
  const language = useLanguage()
  const words = whatWorksWords[language]
  return (
    <StackedTable
      caption={words.apartTitle}
      isCaptionHidden
      columns={[{ title: words.apart.of }, { title: words.apart.figure }, { title: words.apart.why }]}
      rows={apart.map(({ subject, figure, series, reason }, at) => ({
        key: `${subject.kind} ${subject.id} ${at}`,
        cells: [
          subject.name[language],
          figure ? (
            <OtherValue key="figure" figure={figure} />
          ) : series ? (
            <span key="series">
              {timeText(series, language)}
              <span className="note below">{fromText(series, language)}</span>
            </span>
          ) : (
            words.unknown
          ),
          words.reasons[reason],
        ],
      }))}
    />
  )
}
