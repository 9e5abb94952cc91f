import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { PersonShown } from '../../../modules/match-profiles/index.ts'
import { conditionTitle } from '../../words/conditions.ts'
import { availableText, folkWords, languagesText } from '../../words/folk.ts'
import { dateText } from '../../words/format.ts'
import { useLanguage } from '../../words/use-words.ts'

export interface FolkProps {
  readonly people: readonly PersonShown[]
  /** Whether there are more than these. */
  readonly more?: boolean
  /** Where the page about somebody is. Left out: the number is no link. */
  readonly addressOf?: (handle: string) => string
  /** Of each person; the list stands under a heading one higher. */
  readonly heading?: 'h3' | 'h4'
  /** What can be done with somebody: the button to invite. */
  readonly actionOf?: (person: PersonShown) => ReactNode
}

/** People without names, in the order in which they come. */
export function Folk({ people, more = false, addressOf, heading: Heading = 'h4', actionOf }: FolkProps) {
  const words = folkWords[useLanguage()]
  if (people.length === 0) return <p>{words.none}</p>
  return (
    <>
      <ul className="folk">
        {people.map((person) => (
          <li key={person.handle}>
            <Heading>
              {addressOf ? (
                <Link to={addressOf(person.handle)}>{words.profile(person.handle)}</Link>
              ) : (
                words.profile(person.handle)
              )}
              <MiniLine isTrained={person.training !== undefined} />
            </Heading>
            <Person person={person} />
            {actionOf?.(person)}
          </li>
        ))}
      </ul>
      {more ? <p className="note">{words.more}</p> : null}
    </>
  )
}

function Person({ person }: { readonly person: PersonShown }) {
  const language = useLanguage()
  const words = folkWords[language]
  const { training, counts, demo } = person
  const where = placeAndTime(person, language)
  const before = background(person, language)
  return (
    <>
      {where === '' ? null : <p className="small">{where}</p>}
      <p className="small">
        <Strip counts={counts} /> <span>{words.counts(counts)}</span>
      </p>
      {before === '' ? null : <p className="note">{before}</p>}
      {training ? (
        <p className="note">{words.training(training.title, training.weeks, dateText(training.starts, language))}</p>
      ) : null}
      <p className="note">{proofText(person, language)}</p>
      {person.toAsk.length > 0 ? (
        <p className="note">
          {words.toAsk([...new Set(person.toAsk.map((condition) => conditionTitle(condition, language)))].join(', '))}
        </p>
      ) : null}
      {counts.hidden > 0 ? <p className="note">{words.hidden}</p> : null}
      {demo ? <p className="note">{words.demo}</p> : null}
    </>
  )
}

/** 'Amersfoort, ongeveer 30 minuten reizen of minder. 32 uur, klaar op 9 april.' */
function placeAndTime(person: PersonShown, language: 'nl' | 'en'): string {
  const words = folkWords[language]
  const { place, travelAtMostMinutes, hours, days, available, training } = person
  const where = [place, travelAtMostMinutes === undefined ? undefined : words.travel(travelAtMostMinutes)]
  const when = [
    hours && words.hours(...hours),
    days === undefined ? undefined : words.days(days),
    training
      ? words.readyOn(dateText(training.readyOn, language))
      : available === undefined
        ? undefined
        : availableText(available, language),
  ]
  return [where, when].flatMap(sentence).join(' ')
}

function background({ occupation, workField, diploma, languages }: PersonShown, language: 'nl' | 'en'): string {
  const words = folkWords[language]
  const work = occupation?.label ?? (workField && words.workField[workField])
  return [
    ...(work === undefined ? [] : [words.cameFrom(work)]),
    ...(diploma === undefined ? [] : [words.diploma(diploma.level)]),
    ...(languages === undefined ? [] : [words.languages(languagesText(languages, language))]),
  ].join(' ')
}

function sentence(parts: readonly (string | undefined)[]): string[] {
  const said = parts.filter((part) => part !== undefined).join(', ')
  return said === '' ? [] : [`${said[0]?.toUpperCase()}${said.slice(1)}.`]
}

function proofText({ proven }: PersonShown, language: 'nl' | 'en'): string {
  const words = folkWords[language]
  return proven.length === 0 ? words.claimed : words.proven(proven.join(', '))
}

/** The way to the job as a small line: straight there, or through a training. The words beside it say the same. */
function MiniLine({ isTrained }: { readonly isTrained: boolean }) {
  return (
    <span className="mini-l" aria-hidden="true">
      <i className="d" />
      {isTrained ? (
        <>
          <i className="s-learn" />
          <i className="d" />
        </>
      ) : null}
      <i className={isTrained ? 's-job short' : 's-job'} />
      <i className="j" />
    </span>
  )
}

const blocks = [
  ['have', undefined],
  ['near', 'n'],
  ['learn', 'l'],
  ['unknown', 'u'],
  ['miss', 'm'],
  ['hidden', 'h'],
] as const

function Strip({ counts }: { readonly counts: PersonShown['counts'] }) {
  return (
    <span className="strip" aria-hidden="true">
      {blocks.flatMap(([state, block]) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no identity beyond their place
        Array.from({ length: counts[state] }, (_, index) => <i key={`${state}${index}`} className={block} />),
      )}
    </span>
  )
}
