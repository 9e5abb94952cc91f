import { Link, useLoaderData } from 'react-router'
import { Alert } from '../components/alert/alert.tsx'
import { StackedTable } from '../components/stacked-table/stacked-table.tsx'
import { pathTo } from '../paths.ts'
import { creditWords } from '../words/credits.ts'
import { dateText, numberText, periodText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'
import type { creditsLoader } from './load-credits.ts'
import { UnitTag, WorkTag } from './work-tag.tsx'

const useCredits = () => useLoaderData<typeof creditsLoader>()
type Next = ReturnType<typeof useCredits>['next'][number]

/** That somebody falls behind: to the student first, with what helps. */
export function BehindPart() {
  const { behind, side, othersSeeBehind } = useCredits()
  const language = useLanguage()
  const words = creditWords[language].behind
  if (!behind) return null
  const percent = (share: number): string => `${numberText(Math.round(100 * share), language)}%`
  const isStudent = side === 'student'
  return (
    <Alert kind="warn" title={isStudent ? words.title : words.titleOthers}>
      <p>{words.text(percent(behind.timeShare), percent(behind.creditShare))}</p>
      <p>{isStudent ? words.help : words.helpOthers}</p>
      {isStudent ? (
        <p className="small">{othersSeeBehind ? words.seen : words.only(dateText(behind.othersSeeFrom, language))}</p>
      ) : null}
    </Alert>
  )
}

/** What each of the three must do now. */
export function NextPart() {
  const { next } = useCredits()
  const words = creditWords[useLanguage()].next
  return (
    <section aria-labelledby="next">
      <h2 id="next">{words.title}</h2>
      <div className="credit-next mt4">
        {(['student', 'supervisor', 'school'] as const).map((who) => {
          const things = next.filter((one) => one.who === who)
          return (
            <div className="card" key={who}>
              <h3>{words[who]}</h3>
              {things.length === 0 ? (
                <p className="small mt2">{words.none}</p>
              ) : (
                <ul className="textlist mt2">
                  {things.map((one) => (
                    <li key={`${one.what} ${one.unit ?? ''}`}>
                      <NextThing one={one} />
                    </li>
                  ))}
                </ul>
              )}
            </div>
          )
        })}
      </div>
    </section>
  )
}

function NextThing({ one }: { readonly one: Next }) {
  const { placement } = useCredits()
  const language = useLanguage()
  const words = creditWords[language].next
  switch (one.what) {
    case 'mend':
    case 'link':
    case 'confirm':
      return <Link to={pathTo('creditsWork', language, { placement, activity: one.activity })}>{words[one.what](one.count)}</Link>
    case 'ask':
    case 'assess':
      return <Link to={pathTo('creditsUnit', language, { placement, unit: one.unit })}>{words[one.what](one.unitTitle)}</Link>
    case 'log':
      return <a href="#add">{words.log}</a>
    case 'makeUnits':
      return words.makeUnits
  }
}

/** Each unit with its credits and hours: the same as the drawing, in numbers. */
export function UnitsPart() {
  const { units, placement, scale } = useCredits()
  const language = useLanguage()
  const words = creditWords[language]
  const number = (value: number): string => numberText(value, language)
  return (
    <section aria-labelledby="units">
      <h2 id="units">{words.units.title}</h2>
      <div className="mt4">
        <StackedTable
          caption={words.units.title}
          isCaptionHidden
          columns={[
            { title: words.units.unit },
            { title: words.units.state },
            { title: words.units.evidence, look: 'r' },
            { title: words.units.earned, look: 'r' },
            { title: words.units.running, look: 'r' },
            { title: words.units.credits, look: 'r' },
          ]}
          rows={units.map((unit) => ({
            key: unit.id,
            cells: [
              <Link key="unit" to={pathTo('creditsUnit', language, { placement, unit: unit.id })}>
                {`${unit.code}. ${unit.title}`}
              </Link>,
              <UnitTag key="state" state={unit.state} />,
              words.flow.evidence(number(unit.hours), number(unit.hoursAsked)),
              number(unit.earned),
              number(unit.running),
              words.unit[scale](number(unit.all)),
            ],
          }))}
        />
      </div>
    </section>
  )
}

export function WorkPart() {
  const { work, placement } = useCredits()
  const language = useLanguage()
  const words = creditWords[language].work
  return (
    <section aria-labelledby="work">
      <h2 id="work">{words.title}</h2>
      {work.length === 0 ? (
        <p className="mt4">{words.none}</p>
      ) : (
        <div className="mt4">
          <StackedTable
            caption={words.title}
            isCaptionHidden
            columns={[
              { title: words.day, look: 'nowrap' },
              { title: words.what },
              { title: creditWords[language].units.unit },
              { title: creditWords[language].units.state },
              { title: words.hours, look: 'r' },
            ]}
            rows={work.map(({ id, from, until, text, hours, files, units, state }) => ({
              key: id,
              cells: [
                <Link
                  key="day"
                  to={pathTo('creditsWork', language, { placement, activity: id })}
                  aria-label={words.open(`${dateText(from, language)}: ${text}`)}
                >
                  {from === until ? dateText(from, language) : periodText(from, until, language)}
                </Link>,
                <span key="text" className="credit-clip">
                  {text.length > 140 ? `${text.slice(0, 139)}…` : text}
                  {files > 0 ? <span className="hint desk-note">{words.files(files)}</span> : null}
                </span>,
                units.join(', '),
                <WorkTag key="state" state={state} />,
                numberText(hours, language),
              ],
            }))}
          />
        </div>
      )}
    </section>
  )
}

/** The ledger: every line that was ever written, the oldest first. */
export function LedgerPart() {
  const { ledger, placement } = useCredits()
  const language = useLanguage()
  const words = creditWords[language]
  const signed = (value: number): string => (value > 0 ? `+ ${numberText(value, language)}` : `− ${numberText(-value, language)}`)
  return (
    <section aria-labelledby="ledger">
      <h2 id="ledger">{words.ledger.title}</h2>
      <p className="mt4">{words.ledger.lead}</p>
      {ledger.length === 0 ? (
        <p className="mt4">{words.ledger.none}</p>
      ) : (
        <div className="mt4">
          <StackedTable
            caption={words.ledger.title}
            isCaptionHidden
            columns={[
              { title: words.ledger.number },
              { title: words.ledger.day, look: 'nowrap' },
              { title: words.ledger.what },
              { title: words.ledger.proof },
              { title: words.ledger.by },
              { title: words.ledger.plus, look: 'r' },
              { title: words.ledger.total, look: 'r' },
            ]}
            rows={ledger.map((line) => ({
              key: String(line.number),
              cells: [
                numberText(line.number, language),
                dateText(line.day, language),
                <Link key="unit" to={pathTo('creditsUnit', language, { placement, unit: line.unit })}>
                  {line.kind === 'award' ? line.title : words.ledger.withdrawal(line.title)}
                </Link>,
                line.work === 0 ? words.assess.noGround : words.ledger.proofText(line.work, numberText(line.hours, language)),
                line.by ?? words.work.someone,
                signed(line.credits),
                numberText(line.total, language),
              ],
            }))}
          />
        </div>
      )}
    </section>
  )
}
