import { Link } from 'react-router'
import type { AskView } from '../../../modules/planning/index.ts'
import type { Language } from '../../../modules/skills/index.ts'
import { pathTo } from '../../paths.ts'
import { askWords } from '../../words/asks.ts'
import { euroText, listText, lowerFirst, numberText } from '../../words/format.ts'
import { useLanguage } from '../../words/use-words.ts'

/** Trainings that lead somewhere but whose dates or price are not known: what each opens and what to ask. Never a date. */
export function AskList({ asks }: { readonly asks: readonly AskView[] }) {
  const language = useLanguage()
  const words = askWords[language]
  return (
    <section className="sec" aria-labelledby="asks">
      <h2 id="asks" className="h3">
        {words.title}
      </h2>
      <p className="note">{words.lead}</p>
      <ul className="jobs mt4" aria-label={words.list}>
        {asks.map((ask) => (
          <Row key={ask.offering} ask={ask} language={language} />
        ))}
      </ul>
    </section>
  )
}

function Row({ ask, language }: { readonly ask: AskView; readonly language: Language }) {
  const words = askWords[language]
  return (
    <li>
      <div className="stack-2">
        <h3 className="h3s">
          <Link to={pathTo('programme', language, { programme: ask.programme })}>{ask.title}</Link>
        </h3>
        <p className="small">{[ask.provider, ...knownOf(ask, language)].join(', ')}.</p>
        <p className="note">
          {words.ask(
            listText(
              ask.unknown.map((reason) => words.reasons[reason]),
              language,
            ),
          )}
          {ask.isDerived ? ` ${words.derived}` : ''}
        </p>
      </div>
      <div className="small num">
        <p>
          <strong>{opensText(ask, language)}</strong>
        </p>
        <p>
          {words.mostly(
            listText(
              ask.mostly.map(({ label }) => lowerFirst(label)),
              language,
            ),
          )}
        </p>
      </div>
    </li>
  )
}

/** What a training opens are two counts, not a margin (ruling 3): the certain one may be the larger. */
function opensText({ opensLow, opensHigh }: AskView, language: Language): string {
  const most = Math.max(opensLow, opensHigh)
  return askWords[language].opens(numberText(opensLow, language), numberText(most, language), most === 1)
}

function knownOf({ weeks, hoursPerWeek, feeEuro, online, placeName }: AskView, language: Language): string[] {
  const words = askWords[language]
  return [
    ...(online ? [words.online] : placeName === undefined ? [] : [placeName]),
    ...(weeks === undefined ? [] : [words.weeks(numberText(weeks, language))]),
    ...(hoursPerWeek === undefined ? [] : [words.hours(numberText(hoursPerWeek, language))]),
    ...(feeEuro === undefined ? [] : [euroText(feeEuro, language)]),
  ]
}
