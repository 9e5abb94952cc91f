import type { Certainty } from '../../../modules/initiatives/index.ts'
import type { Language } from '../../../modules/skills/index.ts'
import { dateText, monthText } from '../../words/format.ts'
import { initiativesWords } from '../../words/initiatives.ts'
import { useLanguage } from '../../words/use-words.ts'
import { Icon } from '../icon/icon.tsx'

/** Where a fact comes from, as shown. */
export interface ShownSource {
  readonly title: string
  readonly url?: string | undefined
}

/** A fact's parents: where from, of when, how sure. */
export interface Mark {
  readonly certainty: Certainty
  /** A day, month or year. */
  readonly date: string
  /** The source has no date: this is the day on which we looked. */
  readonly isDaySeen?: boolean
  readonly sources: readonly ShownSource[]
}

const icons = { seen: 'check', plan: 'flag', unverified: 'wave', unknown: 'question' } as const

/** A day, a month or a year, as exact as it was given. */
export function aboutText(date: string, language: Language): string {
  if (date.length === 4) return date
  return date.length === 7 ? monthText(date, language) : dateText(date, language)
}

/** The quiet mark under a fact: how sure, the source, its date. */
export function FactMark({ mark: { certainty, date, isDaySeen = false, sources } }: { readonly mark: Mark }) {
  const language = useLanguage()
  const words = initiativesWords[language]
  return (
    <p className="note fact">
      <span className={`sure sure-${certainty}`}>
        <Icon name={icons[certainty]} />
        {words.certainty[certainty]}
      </span>{' '}
      {certainty === 'unknown' ? null : (
        <span>
          {sources.map(({ title, url }, index) => (
            <span key={title}>
              {index > 0 ? '; ' : ''}
              {url ? <a href={url}>{title}</a> : title}
            </span>
          ))}
          , {isDaySeen ? words.linkSeen(aboutText(date, language)) : aboutText(date, language)}
        </span>
      )}
    </p>
  )
}

/** What the marks mean; once a page. */
export function MarkKey() {
  const words = initiativesWords[useLanguage()]
  return (
    <dl className="markkey">
      {(['seen', 'plan', 'unverified', 'unknown'] as const).map((one) => (
        <div key={one}>
          <dt className={`sure sure-${one}`}>
            <Icon name={icons[one]} />
            {words.certainty[one]}
          </dt>
          <dd className="small">{words.certaintyText[one]}</dd>
        </div>
      ))}
    </dl>
  )
}
