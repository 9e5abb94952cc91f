import { Fragment } from 'react'
import { Link } from 'react-router'
import type { DoorsView, DoorView } from '../../../modules/planning/index.ts'
import { pathTo } from '../../paths.ts'
import { placed } from '../../placed.ts'
import { doorWords } from '../../words/doors.ts'
import { dateText, euroText, lowerFirst } from '../../words/format.ts'
import { useLanguage } from '../../words/use-words.ts'
import { GridLines, MonthAxis } from '../route-board/lane-drawing.tsx'
import { type TimeScale, timeScale } from '../route-board/time-scale.ts'

const mostMonths = 7
const mostLanes = 8

/** What every training newly opens: time on the left, the wall, and jobs on the right from zero. */
export function DoorsBoard({ view, query = '' }: { readonly view: DoorsView; readonly query?: string }) {
  const language = useLanguage()
  const words = doorWords[language]
  const scale = timeScale(
    view.basis.on,
    view.doors.map(({ readyOn }) => readyOn),
    undefined,
    mostMonths,
  )
  const [openLow, openHigh] = view.openNow
  const longest = Math.max(1, openHigh, ...view.doors.map(({ opensHigh }) => opensHigh))
  const lane = (door: DoorView, index: number) => (
    <Door key={doorKey(door)} door={door} place={index + 1} scale={scale} longest={longest} query={query} />
  )
  const rest = view.doors.slice(mostLanes)
  return (
    <>
      <div className="board">
        <div className="doorax" aria-hidden="true">
          <span />
          <MonthAxis scale={scale} />
          <span className="rt">{words.axisRight}</span>
        </div>
        <ol className="doors">
          <li className="door now">
            <div className="door-h">
              <h3>{words.openNow}</h3>
              <p className="note">
                {words.openNowNote(openHigh, openLow)}{' '}
                {openHigh > 0 ? <Link to={`${pathTo('vacancies', language)}?mine=now`}>{words.seeOpen}</Link> : null}
              </p>
            </div>
            <DoorDrawing scale={scale} low={openLow} high={openHigh} longest={longest} sign="" />
          </li>
          {view.doors.slice(0, mostLanes).map(lane)}
        </ol>
      </div>
      {rest.length > 0 ? (
        <details className="twin">
          <summary>{words.more(rest.length)}</summary>
          <ol className="doors board mt4" start={mostLanes + 1}>
            {rest.map((door, index) => lane(door, mostLanes + index))}
          </ol>
        </details>
      ) : null}
    </>
  )
}

export function doorKey(door: DoorView): string {
  return door.path.map(({ offering }) => offering).join(' ')
}

export function doorTitle(door: DoorView, then: string): string {
  return door.path.map(({ title }, index) => (index === 0 ? title : lowerFirst(title))).join(then)
}

function Door({
  door,
  place,
  scale,
  longest,
  query,
}: {
  readonly door: DoorView
  readonly place: number
  readonly scale: TimeScale
  readonly longest: number
  readonly query: string
}) {
  const language = useLanguage()
  const words = doorWords[language]
  const first = door.path[0]
  const isPair = door.path.length > 1
  return (
    <li className="door">
      <div className="door-h">
        <div className="row">
          <span className="rank">
            <span className="vh">{words.place} </span>
            {place}
          </span>
          {door.bestOn.map((on) => (
            <span key={on} className="tag t-accent">
              {words.tags[on]}
            </span>
          ))}
          {isPair && door.bestOn.length === 0 ? <span className="tag t-accent">{words.tags.two}</span> : null}
        </div>
        <h3>
          {door.path.map((training, index) => (
            <span key={training.offering}>
              {index > 0 ? words.afterwards : ''}
              <Link to={`${pathTo('programme', language, { programme: training.programme })}${query}`}>
                {index === 0 ? training.title : lowerFirst(training.title)}
              </Link>
            </span>
          ))}
        </h3>
        <p className="note">
          {first?.provider}, {first?.online ? words.online : (first?.placeName ?? '')}.{' '}
          {isPair ? words.opensTogether(door.opensHigh, door.opensLow) : words.opens(door.opensHigh, door.opensLow)}
        </p>
      </div>
      <DoorDrawing scale={scale} low={door.opensLow} high={door.opensHigh} longest={longest} sign="+ " door={door} />
      <DoorFacts door={door} />
    </li>
  )
}

function DoorDrawing({
  scale,
  low,
  high,
  longest,
  sign,
  door,
}: {
  readonly scale: TimeScale
  readonly low: number
  readonly high: number
  readonly longest: number
  readonly sign: string
  readonly door?: DoorView
}) {
  const words = doorWords[useLanguage()]
  const share = (count: number): number => (count / longest) * 100
  return (
    <>
      <div className="door-t" aria-hidden="true">
        <GridLines scale={scale} />
        {door ? <DoorLine door={door} scale={scale} /> : <span className="seg-l s-thin" {...placed({ at: scale.now })} />}
        <span className="st st-now" {...placed({ at: scale.now })} />
      </div>
      <div className="door-b" aria-hidden="true">
        <span className="seg-l s-job" {...placed({ at: 0, size: share(low) })} />
        <span className="seg-l s-maybe" {...placed({ at: share(low), size: share(Math.max(0, high - low)) })} />
        <span className="st st-job" />
        <span className="door-n num" {...placed({ at: share(high) })}>
          {sign}
          {high} <small>{words.certain(low)}</small>
        </span>
      </div>
    </>
  )
}

function DoorLine({ door, scale }: { readonly door: DoorView; readonly scale: TimeScale }) {
  const words = doorWords[useLanguage()]
  let free = scale.now
  const parts = door.path.map((training, index) => {
    const start = scale.at(door.starts[index] ?? door.readyOn)
    // The last one ends when the door opens; the others after their weeks.
    const end =
      index === door.path.length - 1
        ? scale.at(door.readyOn)
        : scale.at(weeksAfter(door.starts[index] ?? door.readyOn, training.weeks))
    const part = { training, start, end, free }
    free = end
    return part
  })
  return (
    <>
      {parts.map(({ training, start, end, free: from }) => (
        <Fragment key={training.offering}>
          {start > from ? <span className="seg-l s-wait" {...placed({ at: from, size: start - from })} /> : null}
          <span className="seg-l s-learn" {...placed({ at: start, size: Math.max(0, end - start) })} />
          <span className="st" {...placed({ at: start })} />
          <span className="st" {...placed({ at: end })} />
          {end - start < 9 ? null : (
            <span className="door-w" {...placed({ at: start })}>
              {words.weeks(training.weeks)}
            </span>
          )}
        </Fragment>
      ))}
      <span className="seg-l s-thin" {...placed({ at: scale.at(door.readyOn) })} />
    </>
  )
}

function weeksAfter(date: string, weeks: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + weeks * 7 * 86_400_000).toISOString().slice(0, 10)
}

function DoorFacts({ door }: { readonly door: DoorView }) {
  const language = useLanguage()
  const { facts } = doorWords[language]
  const seats = door.path[0]?.seats
  const [start, second] = door.starts
  const weeks = door.path.reduce((sum, training) => sum + training.weeks, 0)
  const mostly = door.mostly[0]
  return (
    <dl className="facts f4">
      <div>
        <dt>{facts.start}</dt>
        <dd className="num">
          {start ? dateText(start, language) : null}
          <small>
            {second ? (
              facts.startSecond(dateText(second, language))
            ) : seats === undefined ? (
              <span className="unk">{facts.seatsUnknown}</span>
            ) : (
              facts.seats(seats)
            )}
          </small>
        </dd>
      </div>
      <div>
        <dt>{facts.own}</dt>
        <dd className="num">
          {euroText(door.ownCostEuro, language)}
          <small>{facts.ready(dateText(door.readyOn, language))}</small>
        </dd>
      </div>
      <div>
        <dt>{facts.time}</dt>
        <dd className="num">
          {facts.hours(door.studyHoursPerWeek)}
          <small>{facts.timeWeeks(weeks)}</small>
        </dd>
      </div>
      <div>
        <dt>{facts.mostly}</dt>
        <dd className="num">
          {mostly ? (
            <Link to={`${pathTo('plans', language)}?goal=${encodeURIComponent(mostly.occupation)}`}>{mostly.label}</Link>
          ) : (
            facts.mostlyNone
          )}
          <small>{mostly ? facts.mostlyCount(mostly.vacancies) : ''}</small>
        </dd>
      </div>
    </dl>
  )
}
