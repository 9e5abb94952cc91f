import { Link } from 'react-router'
import type { Missing, ProgrammeState } from '../../../modules/programme-desk/index.ts'
import { pathTo } from '../../paths.ts'
import { dateText } from '../../words/format.ts'
import { teachingWords } from '../../words/teaching.ts'
import { useLanguage } from '../../words/use-words.ts'
import { Icon, type IconName } from '../icon/icon.tsx'
import { StackedTable } from '../stacked-table/stacked-table.tsx'

export interface ProgrammeLine {
  readonly id: string
  readonly title: string
  readonly titleLanguage: 'nl' | 'en'
  readonly state: ProgrammeState
  readonly missing: Missing
  /** It can begin at any time. */
  readonly isRolling: boolean
  /** The next start, and how many come later. */
  readonly next?: string
  readonly later?: number
  readonly seats?: number
}

/** The programmes of an educator's desk: how each stands, when it begins, and what is still to be done. */
export function ProgrammeTable({
  organisation,
  lines,
}: {
  readonly organisation: { readonly id: string; readonly name: string }
  readonly lines: readonly ProgrammeLine[]
}) {
  const language = useLanguage()
  const words = teachingWords[language]
  const { title, state, start, seats, missing } = words.columns
  return (
    <StackedTable
      caption={words.caption(organisation.name)}
      isCaptionHidden
      columns={[{ title }, { title: state }, { title: start }, { title: seats }, { title: missing }]}
      rows={lines.map((line) => ({
        key: line.id,
        cells: [
          <Link
            key="title"
            to={pathTo('teachingProgramme', language, { organisation: organisation.id, programme: line.id })}
            lang={line.titleLanguage === language ? undefined : line.titleLanguage}
          >
            {line.title}
          </Link>,
          <ProgrammeStateTag key="state" state={line.state} />,
          <Start key="start" line={line} />,
          line.seats === undefined ? (
            <span key="seats" className="unk">
              {words.seatsUnknown}
            </span>
          ) : (
            <span key="seats" className="num">
              {words.seats(line.seats)}
            </span>
          ),
          <ToDo key="missing" missing={line.missing} />,
        ],
      }))}
    />
  )
}

const looks: Readonly<Record<ProgrammeState, { readonly tag: string; readonly icon: IconName }>> = {
  draft: { tag: 't-shut', icon: 'lock' },
  published: { tag: 't-open', icon: 'check' },
  withdrawn: { tag: 't-shut', icon: 'cross' },
}

/** How it stands with a programme of a desk: in words, with a sign. */
export function ProgrammeStateTag({ state }: { readonly state: ProgrammeState }) {
  const { tag, icon } = looks[state]
  return (
    <span className={`tag ${tag}`}>
      <Icon name={icon} />
      {teachingWords[useLanguage()].states[state]}
    </span>
  )
}

function Start({ line: { next, later = 0, isRolling } }: { readonly line: ProgrammeLine }) {
  const language = useLanguage()
  const words = teachingWords[language]
  if (next === undefined) return isRolling ? <span>{words.anyTime}</span> : <span className="unk">{words.noStart}</span>
  return (
    <>
      {dateText(next, language)}
      {later > 0 ? <span className="note desk-note"> {words.moreStarts(later)}</span> : null}
    </>
  )
}

function ToDo({ missing }: { readonly missing: Missing }) {
  const words = teachingWords[useLanguage()]
  const left = missingTexts(missing, words)
  if (left.length === 0) return <span className="note">{words.done}</span>
  return (
    <ul className="plain small">
      {left.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}

/** What is not there yet, each in words. */
export function missingTexts(
  { text, languages, unconfirmed, outcomes, length, offerings }: Missing,
  { missing: words }: (typeof teachingWords)['nl'],
): readonly string[] {
  return [
    ...(text ? [words.text] : []),
    ...languages.map((language) => words[language]),
    ...(unconfirmed > 0 ? [words.unconfirmed(unconfirmed)] : []),
    ...(outcomes ? [words.outcomes] : []),
    ...(length ? [words.length] : []),
    ...(offerings ? [words.offerings] : []),
  ]
}
