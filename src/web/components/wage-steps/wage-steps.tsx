import { placed } from '../../placed.ts'
import { centsText, dateText } from '../../words/format.ts'
import { fundingWords } from '../../words/funding.ts'
import { useLanguage } from '../../words/use-words.ts'

export interface ShownWage {
  /** `21` is "and older". */
  readonly age: string
  readonly centsPerHour: number
  /** With work and study (bbl); left out where there is no other amount. */
  readonly bblCents?: number | undefined
  readonly from: string
  readonly isOfToday: boolean
}

/** Minimum wages by age as bars, and the same as a table. An amount that holds no more says from when it was. */
export function WageSteps({ wages }: { readonly wages: readonly ShownWage[] }) {
  const language = useLanguage()
  const words = fundingWords[language].wages
  const last = wages.at(-1)
  if (!last) return null
  const most = Math.max(...wages.map(({ centsPerHour }) => centsPerHour))
  const cents = (value: number): string => centsText(value, language)
  return (
    <>
      <p className="note mt4">
        {last.isOfToday ? words.today(dateText(last.from, language)) : words.notToday(dateText(last.from, language))}{' '}
        {words.gross}
      </p>
      <ul className="bars wage-steps" aria-hidden="true">
        {wages.map(({ age, centsPerHour, bblCents }) => (
          <li className="bar" key={age}>
            <span className="wage-age">{words.age(age)}</span>
            <span className="bar-b">
              <i className="whole" {...placed({ at: 0, size: (100 * centsPerHour) / most })} />
              {bblCents === undefined || bblCents === centsPerHour ? null : (
                <i className="bbl" {...placed({ at: 0, size: (100 * bblCents) / most })} />
              )}
            </span>
            <span className="num">
              {bblCents === undefined || bblCents === centsPerHour ? '' : `${cents(bblCents)} / `}
              {cents(centsPerHour)}
            </span>
          </li>
        ))}
      </ul>
      <ul className="legend" aria-hidden="true">
        <li>
          <span className="wage-key bbl" /> {words.columns.bbl}
        </li>
        <li>
          <span className="wage-key" /> {words.columns.plain}
        </li>
      </ul>
      <details className="twin">
        <summary>{words.asTable}</summary>
        <div className="scroll">
          <table className="dense">
            <caption>{words.caption}</caption>
            <thead>
              <tr>
                <th scope="col">{words.columns.age}</th>
                <th scope="col" className="r">
                  {words.columns.plain}
                </th>
                <th scope="col" className="r">
                  {words.columns.bbl}
                </th>
              </tr>
            </thead>
            <tbody>
              {wages.map(({ age, centsPerHour, bblCents }) => (
                <tr key={age}>
                  <th scope="row">{words.age(age)}</th>
                  <td className="r">{cents(centsPerHour)}</td>
                  <td className="r">{cents(bblCents ?? centsPerHour)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </>
  )
}
