import type { CheckItem, VacancyCheckView } from '../../../modules/vacancy-checks/index.ts'
import { useLanguage } from '../../words/use-words.ts'
import { vacancyCheckWords } from '../../words/vacancy-check.ts'
import { peopleText } from '../vacancy-check-people/people-text.ts'
import { explanationId, ItemMark } from '../vacancy-check-text/item-mark.tsx'
import { type ActsOn, AdviceForm } from './advice-form.tsx'
import { Severity } from './severity.tsx'

interface AdviceItemProps {
  readonly item: CheckItem
  readonly view: VacancyCheckView
  readonly on: ActsOn | undefined
}

/** What is said of one place in the text, how it can be said otherwise, and what that brings. What stays with a reason is folded away. */
export function AdviceItem({ item, view, on }: AdviceItemProps) {
  const words = vacancyCheckWords[useLanguage()]
  const { mark, said, demands, allowed, key } = item
  if (!said) return null
  const name = demands.length > 0 ? words.demand(mark) : words.remark(mark)
  if (allowed !== undefined) {
    return (
      <li className="sg" id={explanationId(mark)}>
        <details className="twin">
          <summary>
            {name}: {words.allowed.toLowerCase()}
          </summary>
          <p className="mt4">{said.title}</p>
          <p className="small">{words.allowedBecause(allowed)}</p>
          {on ? (
            <AdviceForm intent="change" itemKey={key} on={on}>
              <button className="btn btn-2 btn-s" type="submit">
                {words.change}
              </button>
            </AdviceForm>
          ) : null}
        </details>
      </li>
    )
  }
  return (
    <li className="sg" id={explanationId(mark)}>
      <ItemMark item={item} at="explanation" />
      <div>
        <h3>
          {name}. {said.title}
        </h3>
        <p className="mt4">
          <Severity severity={said.severity} />
        </p>
        <p className="small">
          {said.why} <Sources said={said} />
        </p>
        <Split item={item} />
        <Rewrites item={item} view={view} on={on} />
        {on ? <Reason item={item} on={on} /> : null}
      </div>
    </li>
  )
}

/** Two jobs in one: each by itself. */
function Split({ item: { split = [] } }: { readonly item: CheckItem }) {
  const language = useLanguage()
  const words = vacancyCheckWords[language]
  if (split.length === 0) return null
  return (
    <ul className="find small mt4">
      {split.map(({ name, occupation, people }) => (
        <li key={name}>
          <strong>{name}</strong>
          {people && occupation ? <>. {words.splitReach(occupation, peopleText(people, language))}</> : null}
        </li>
      ))}
    </ul>
  )
}

function Sources({ said: { sources } }: { readonly said: NonNullable<CheckItem['said']> }) {
  const words = vacancyCheckWords[useLanguage()]
  if (sources.length === 0) return null
  return (
    <span className="note">
      {words.source}:{' '}
      {sources.map(({ name, url, sureness }, at) => (
        <span key={name}>
          {at > 0 ? '; ' : null}
          {url ? (
            <a href={url} rel="noopener noreferrer">
              {name}
            </a>
          ) : (
            name
          )}
          {sureness === 'unverified' ? ` (${words.unverified})` : sureness === 'own' ? ` (${words.own})` : null}
        </span>
      ))}
      .
    </span>
  )
}

function Rewrites({ item: { key, rewrites, place }, view, on }: AdviceItemProps) {
  const language = useLanguage()
  const words = vacancyCheckWords[language]
  const { counts, textLanguage } = view
  if (rewrites.length === 0) return <p className="small mt4">{words.noSuggestion}</p>
  return rewrites.map(({ replacement, promise, start }, at) => (
    <div className="rwbox" key={`${start} ${replacement}`}>
      <p className="rw" lang={textLanguage === language || replacement.trim() === '' ? undefined : textLanguage}>
        <span className="vh">{words.suggestion}: </span>
        {replacement.trim() === '' ? words.leaveOut : replacement}
      </p>
      {counts && promise ? (
        <p className="small num">
          {words.onlyThis}{' '}
          <strong>
            {peopleText(promise, language) === peopleText(counts.now, language)
              ? words.promiseSame
              : words.promise(peopleText(counts.now, language), peopleText(promise, language))}
          </strong>
        </p>
      ) : null}
      {on ? (
        <AdviceForm intent="accept" itemKey={key} on={on}>
          <input type="hidden" name="rewrite" value={at} />
          <button className="btn btn-s" type="submit" aria-label={place ? words.acceptThis(place.words) : undefined}>
            {words.accept}
          </button>
        </AdviceForm>
      ) : null}
    </div>
  ))
}

function Reason({ item: { key, mark }, on }: { readonly item: CheckItem; readonly on: ActsOn }) {
  const words = vacancyCheckWords[useLanguage()]
  return (
    <details className="twin reasonbox">
      <summary>{words.reason}</summary>
      <AdviceForm intent="allow" itemKey={key} on={on}>
        <label className="label mt4" htmlFor={`r-${mark}`}>
          {words.reasonLabel}
        </label>
        <textarea className="input" id={`r-${mark}`} name="reason" rows={2} maxLength={500} required />
        <p className="mt4">
          <button className="btn btn-2 btn-s" type="submit">
            {words.keep}
          </button>
        </p>
      </AdviceForm>
    </details>
  )
}
