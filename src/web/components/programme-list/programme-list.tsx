import { Link } from 'react-router'
import type { Language } from '../../../modules/skills/index.ts'
import type { Programme } from '../../../modules/trainings/index.ts'
import { pathTo } from '../../paths.ts'
import { dateText, euroText, listText, numberText } from '../../words/format.ts'
import { programmeWords } from '../../words/programme.ts'
import { programmesWords } from '../../words/programmes.ts'
import { useLanguage } from '../../words/use-words.ts'
import { Icon } from '../icon/icon.tsx'

/** A programme as lists show it. What is left out is not known. */
export interface ListedProgramme {
  readonly id: string
  readonly title: string
  readonly provider: string
  readonly form: Programme['facts']['form']
  /** Names of what it teaches. */
  readonly learns: readonly string[]
  readonly weeks?: number | undefined
  readonly hoursPerWeek?: number | undefined
  readonly feeEuro?: number | undefined
  /** Whether its offerings have one and the same fee. */
  readonly isOneFee: boolean
  readonly next?:
    | { readonly date?: string | undefined; readonly place?: string | undefined; readonly isOnline: boolean }
    | undefined
  readonly withJob: boolean
  readonly askFirst: boolean
}

const mostNamed = 4

export function ProgrammeList({ items }: { readonly items: readonly ListedProgramme[] }) {
  const language = useLanguage()
  return (
    <ol className="jobs" aria-label={programmesWords[language].list}>
      {items.map((item) => (
        <Row key={item.id} item={item} language={language} />
      ))}
    </ol>
  )
}

function Row({ item, language }: { readonly item: ListedProgramme; readonly language: Language }) {
  const words = programmesWords[language]
  const { id, title, provider, form, withJob, askFirst } = item
  return (
    <li>
      <div className="stack-2">
        <div className="row tight">
          <h2 className="h3s">
            <Link to={pathTo('programme', language, { programme: id })}>{title}</Link>
          </h2>
          {withJob ? <span className="tag t-flat">{words.tagJob}</span> : null}
          {askFirst ? (
            <span className="tag t-shut">
              <Icon name="question" />
              {words.tagAsk}
            </span>
          ) : null}
        </div>
        <p className="small">
          {provider}. {programmeWords[language].forms[form]}.
        </p>
        <p className="note">{learnText(item, language)}</p>
      </div>
      <div className="small num">
        <p>
          <strong>{feeText(item, language)}</strong>
        </p>
        <p>{lengthText(item, language)}</p>
        <p>{nextText(item, language)}</p>
      </div>
    </li>
  )
}

function learnText({ learns }: ListedProgramme, language: Language): string {
  const words = programmesWords[language]
  if (learns.length === 0) return words.learnUnknown
  const more = learns.length - mostNamed
  return words.learn(listText([...learns.slice(0, mostNamed), ...(more > 0 ? [words.learnMore(more)] : [])], language))
}

function lengthText({ weeks, hoursPerWeek }: ListedProgramme, language: Language): string {
  const words = programmesWords[language]
  if (weeks === undefined) return words.lengthAsk
  return hoursPerWeek === undefined
    ? words.weeksOnly(numberText(weeks, language))
    : words.length(numberText(weeks, language), numberText(hoursPerWeek, language))
}

function feeText({ feeEuro, isOneFee }: ListedProgramme, language: Language): string {
  const words = programmesWords[language]
  if (feeEuro === undefined) return words.feeAsk
  return words.fee(feeEuro === 0 ? words.price('', 0) : euroText(feeEuro, language), isOneFee)
}

function nextText({ next }: ListedProgramme, language: Language): string {
  const words = programmesWords[language]
  if (next === undefined) return words.nextAsk
  const place = next.isOnline ? words.online : (next.place ?? words.placeUnknown)
  return next.date === undefined ? words.rolling(place) : words.next(dateText(next.date, language), place)
}
