import { Link } from 'react-router'
import type { ReplyRate } from '../../../modules/introductions/index.ts'
import type { PoolCounts } from '../../../modules/pool-effects/index.ts'
import type { VacancyState } from '../../../modules/vacancies/index.ts'
import { pathTo } from '../../paths.ts'
import { placed } from '../../placed.ts'
import { deskWords } from '../../words/desk.ts'
import { dateText } from '../../words/format.ts'
import { useLanguage } from '../../words/use-words.ts'
import { DeskState } from '../desk-state/desk-state.tsx'
import { isHidden } from '../pool-effect/pair-text.ts'
import { StackedTable } from '../stacked-table/stacked-table.tsx'
import { peopleText } from '../vacancy-check-people/people-text.ts'

type Pair = PoolCounts['now']

export interface DeskLine {
  readonly id: string
  readonly title: string
  readonly language: string
  readonly state: VacancyState
  readonly closesOn?: string
  readonly against: number
  /** So many people waited too long: it stands still. */
  readonly silent?: number
  readonly rate: ReplyRate
  /** Left out: not counted. Without `now`: too few people take part. */
  readonly reach?: { readonly now: Pair | undefined; readonly course: Pair | undefined }
}

/** The vacancies of a desk: how each stands, whether its questions get an answer, and who it reaches. */
export function DeskTable({
  organisation,
  lines,
}: {
  readonly organisation: { readonly id: string; readonly name: string }
  readonly lines: readonly DeskLine[]
}) {
  const language = useLanguage()
  const words = deskWords[language]
  const { vacancy, state, answered, reach, course } = words.columns
  return (
    <StackedTable
      caption={words.caption(organisation.name)}
      isCaptionHidden
      columns={[
        { title: vacancy },
        { title: state },
        { title: answered },
        { title: reach, look: 'r' },
        { title: course, look: 'r' },
      ]}
      rows={lines.map((line) => ({
        key: line.id,
        cells: [
          <Name key="name" line={line} organisation={organisation.id} />,
          <State key="state" line={line} />,
          <Answered key="answered" line={line} />,
          <Reach key="reach" line={line} />,
          <Course key="course" line={line} />,
        ],
      }))}
    />
  )
}

function Name({
  line: { id, title, language: written, state },
  organisation,
}: {
  readonly line: DeskLine
  readonly organisation: string
}) {
  const language = useLanguage()
  const words = deskWords[language]
  const at = { organisation, vacancy: id }
  return (
    <>
      <Link to={pathTo('deskVacancy', language, at)} lang={written === language ? undefined : written}>
        {title}
      </Link>
      {state === 'published' ? (
        <span className="desk-more">
          <Link to={pathTo('deskPeople', language, at)}>
            {words.people}
            <span className="vh"> {words.peopleOf(title)}</span>
          </Link>
        </span>
      ) : null}
    </>
  )
}

function State({ line: { state, closesOn, against, silent } }: { readonly line: DeskLine }) {
  const language = useLanguage()
  const words = deskWords[language]
  const note = silent
    ? words.silent(silent)
    : state === 'draft' && against > 0
      ? words.against(against)
      : closesOn && (state === 'published' || state === 'paused')
        ? words.until(dateText(closesOn, language))
        : undefined
  return (
    <>
      <DeskState state={state} /> {note ? <span className="note desk-note">{note}</span> : null}
    </>
  )
}

/** Always the fraction, never a bare percentage; too few say nothing. */
function Answered({ line: { rate, state } }: { readonly line: DeskLine }) {
  const words = deskWords[useLanguage()]
  if (rate.known) {
    return (
      <span className="share">
        <i aria-hidden="true" {...placed({ size: (100 * rate.answered) / rate.of })} />
        <span className="num">{words.answered(rate.answered, rate.of)}</span>
      </span>
    )
  }
  if (state === 'draft') return <span className="note">{words.notOpen}</span>
  return <span className="unk">{rate.of === 0 ? words.noQuestions : words.fewQuestions(rate.of)}</span>
}

function Reach({ line: { reach } }: { readonly line: DeskLine }) {
  const language = useLanguage()
  const words = deskWords[language]
  if (!reach) return null
  if (!reach.now) return <span className="note">{words.cannotCount}</span>
  return isHidden(reach.now) ? <Few /> : <span className="num">{peopleText(reach.now, language)}</span>
}

function Course({ line: { reach } }: { readonly line: DeskLine }) {
  const language = useLanguage()
  const words = deskWords[language]
  if (!reach?.now) return null
  if (!reach.course) return <span className="note">{words.noCourse}</span>
  return isHidden(reach.course) ? <Few /> : <span className="num">{words.more(peopleText(reach.course, language))}</span>
}

function Few() {
  return (
    <span className="few">
      <span>{deskWords[useLanguage()].few}</span>
    </span>
  )
}
