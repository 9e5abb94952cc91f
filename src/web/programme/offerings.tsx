import { StartLink } from '../enrolments/start-link.tsx'
import { dateText, euroText } from '../words/format.ts'
import { programmeWords } from '../words/programme.ts'
import { useLanguage } from '../words/use-words.ts'
import type { LoadedProgramme } from './load-programme.ts'

/** Where, when and at what price; what is not known is said. */
export function Offerings({ loaded: { offerings, today, openStarts } }: { readonly loaded: LoadedProgramme }) {
  const language = useLanguage()
  const words = programmeWords[language]
  const { columns } = words
  if (offerings.length === 0) return <p className="mt4">{words.noOfferings}</p>
  return (
    <div className="scroll mt4">
      <table className="stacked">
        <caption className="vh">{words.offerings}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.place}</th>
            <th scope="col">{columns.start}</th>
            <th scope="col" className="r">
              {columns.price}
            </th>
          </tr>
        </thead>
        <tbody>
          {offerings.map(({ id, placeName, facts, coming, further }) => (
            <tr key={id}>
              <th scope="row">
                {facts.online ? words.online : (placeName ?? words.unknown)}
                {facts.incomeMonthEuro === undefined ? null : (
                  <span className="note">
                    <br />
                    {words.income(euroText(facts.incomeMonthEuro, language))}
                  </span>
                )}
              </th>
              <td data-l={columns.start}>
                {facts.rolling ? words.rolling : null}
                {facts.rolling ? (
                  <StartLink start={openStarts.find((one) => one.offering === id && one.startsOn === '')} />
                ) : null}
                {facts.rolling || facts.starts.length > 0 ? null : (
                  <span className="unk">
                    {words.unknown}, {words.ask}
                  </span>
                )}
                <ul className="plain">
                  {coming.map(({ date, seats, enrolUntil }) => (
                    <li key={date}>
                      {dateText(date, language)}
                      <span className="note">
                        {seats === undefined ? '' : `, ${words.seatsFree(seats)}`}
                        {enrolUntil
                          ? `, ${(enrolUntil < today ? words.enrolWasUntil : words.enrolUntil)(dateText(enrolUntil, language))}`
                          : ''}
                      </span>
                      <StartLink start={openStarts.find((one) => one.offering === id && one.startsOn === date)} />
                    </li>
                  ))}
                </ul>
                {further > 0 ? <span className="note">{words.more(further)}</span> : null}
              </td>
              <td className="r" data-l={columns.price}>
                {facts.feeEuro === undefined ? (
                  <span className="unk">
                    {words.unknown}, {words.ask}
                  </span>
                ) : (
                  euroText(facts.feeEuro, language)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
