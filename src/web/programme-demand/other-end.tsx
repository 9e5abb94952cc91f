import { Link } from 'react-router'
import type { WaitingCounts } from '../../modules/programme-demand/index.ts'
import { pairText } from '../components/pool-effect/pair-text.ts'
import { StackedTable } from '../components/stacked-table/stacked-table.tsx'
import { pathTo } from '../paths.ts'
import { placed } from '../placed.ts'
import { numberText } from '../words/format.ts'
import { programmeDemandWords } from '../words/programme-demand.ts'
import { useLanguage } from '../words/use-words.ts'

const vacanciesShown = 10
const employersShown = 8

/** Which vacancies and employers stand at the other end of a training. */
export function OtherEnd({
  counts: { otherEnd },
  where,
  isDual,
}: {
  readonly counts: WaitingCounts
  readonly where: string
  readonly isDual: boolean
}) {
  const language = useLanguage()
  const words = programmeDemandWords[language].waiting
  const { vacancies, lookedAt, opens, first, employers } = otherEnd
  const number = (count: number): string => numberText(count, language)
  return (
    <section aria-labelledby="end">
      <h2 id="end">{words.end}</h2>
      <p>{isDual ? words.endDual : words.endText(number(vacancies), where, number(opens))}</p>
      {lookedAt < vacancies ? <p className="note">{words.lookedAt(number(lookedAt), number(vacancies))}</p> : null}
      {first.length === 0 ? (
        <p className="mt4">{words.noEnd}</p>
      ) : (
        <div className="stack-5 mt4">
          {employers.length > 1 ? <Employers employers={employers} outOf={first.length} /> : null}
          <div>
            <h3 className="h4">{words.vacancies}</h3>
            <Opened first={first.slice(0, vacanciesShown)} />
            {first.length > vacanciesShown ? (
              <details className="twin">
                <summary>{words.more(first.length - vacanciesShown)}</summary>
                <Opened first={first.slice(vacanciesShown)} />
              </details>
            ) : null}
          </div>
        </div>
      )}
    </section>
  )
}

function Employers({ employers, outOf }: { readonly employers: WaitingCounts['otherEnd']['employers']; readonly outOf: number }) {
  const language = useLanguage()
  const words = programmeDemandWords[language].waiting
  const most = Math.max(1, ...employers.map(({ vacancies }) => vacancies))
  return (
    <div>
      <h3 className="h4">{words.employers}</h3>
      <p className="small">{words.employersText(outOf)}</p>
      <ul className="bars pool-bars">
        {employers.slice(0, employersShown).map(({ employer, vacancies }) => (
          <li className="bar" key={employer}>
            <div className="row between">
              <strong>{employer}</strong>
              <b className="num">{numberText(vacancies, language)}</b>
            </div>
            <div className="bar-b" aria-hidden="true">
              <i className="asked-must" {...placed({ at: 0, size: (100 * vacancies) / most })} />
            </div>
          </li>
        ))}
      </ul>
      <details className="twin">
        <summary>{words.table}</summary>
        <StackedTable
          caption={words.employerCaption}
          columns={[{ title: words.employerColumns.employer }, { title: words.employerColumns.vacancies, look: 'r' }]}
          rows={employers.map(({ employer, vacancies }) => ({
            key: employer,
            cells: [employer, numberText(vacancies, language)],
          }))}
        />
      </details>
    </div>
  )
}

function Opened({ first }: { readonly first: WaitingCounts['otherEnd']['first'] }) {
  const language = useLanguage()
  const words = programmeDemandWords[language].waiting
  const { vacancy, employer, where, people } = words.vacancyColumns
  return (
    <StackedTable
      caption={words.vacanciesCaption}
      isCaptionHidden
      columns={[{ title: vacancy }, { title: employer }, { title: where }, { title: people, look: 'r' }]}
      rows={first.map((one) => ({
        key: one.vacancy.id,
        cells: [
          <Link key="vacancy" to={pathTo('vacancy', language, { vacancy: one.vacancy.id })}>
            {one.vacancy.title}
          </Link>,
          one.vacancy.employer,
          one.vacancy.placeName ?? one.vacancy.regionName ?? '',
          words.people(pairText(one.people, language)),
        ],
      }))}
    />
  )
}
