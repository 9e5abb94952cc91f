import type { PlanStep, PlanView } from '../../../modules/planning/index.ts'
import { type Place, placed } from '../../placed.ts'
import { euroText, monthShort, shortDateText } from '../../words/format.ts'
import { moneyWords } from '../../words/money.ts'
import { planWords } from '../../words/plans.ts'
import { useLanguage } from '../../words/use-words.ts'
import { incomeBands } from './income-bands.ts'
import type { TimeScale } from './time-scale.ts'

/** Narrower labels do not fit: they are left out, never shrunk. */
const leastLabelPercent = 7
const leastWeeksPercent = 5
/** A letter takes about this share of the line at the width of a laptop. */
const percentPerLetter = 0.92
/** The flag of the job covers this much of the stretch before it. */
const flagOverlapPercent = 2.6
/** A flag nearer to the right edge than this hangs to the left of its station. */
const flagRoomPercent = 85

/** At the right edge a label would be cut off; the line of its month stays. */
const lastMonthPercent = 96
const lastYearPercent = 92

function hasRoomAtEnd({ at, isYear }: TimeScale['months'][number]): boolean {
  return at <= (isYear ? lastYearPercent : lastMonthPercent)
}

export function MonthAxis({ scale, limitLabel }: { readonly scale: TimeScale; readonly limitLabel?: string }) {
  const language = useLanguage()
  const words = planWords[language]
  return (
    <div className="axis" aria-hidden="true">
      {scale.months.filter(hasRoomAtEnd).map(({ month, at, isYear, isOptional }) => (
        <span key={month} className={isYear ? 'yr' : isOptional ? 'opt' : undefined} {...placed({ at })}>
          {monthShort(month, language)}
          {isYear ? ` ${month.slice(0, 4)}` : ''}
        </span>
      ))}
      <span className="pin now" {...placed({ at: scale.now })}>
        {words.now}
      </span>
      {scale.limit !== undefined && limitLabel ? (
        <span className="pin lim" {...placed({ at: scale.limit })}>
          {limitLabel}
        </span>
      ) : null}
    </div>
  )
}

export function GridLines({ scale }: { readonly scale: TimeScale }) {
  return (
    <div className="gridlines" aria-hidden="true">
      {scale.months.map(({ month, at }) => (
        <i key={month} {...placed({ at })} />
      ))}
      {scale.limit === undefined ? null : (
        <>
          <i className="over" {...placed({ at: scale.limit })} />
          <i className="lim" {...placed({ at: scale.limit })} />
        </>
      )}
      <i className="now" {...placed({ at: scale.now })} />
    </div>
  )
}

/** One plan as a line: waiting, learning, job. Hidden from screen readers; the lane says the same in words. */
export function LaneDrawing({ plan, scale }: { readonly plan: PlanView; readonly scale: TimeScale }) {
  const language = useLanguage()
  const job = plan.steps.find((step) => step.kind === 'job')
  const ready = scale.at(plan.readyOn)
  const [firstStep] = plan.steps
  const stations = new Set(plan.steps.flatMap((step) => (step.kind === 'training' ? [step.from, step.until] : [])))
  stations.delete(plan.readyOn)
  return (
    <div className="lane-t" aria-hidden="true">
      <div className="rel">
        <GridLines scale={scale} />
        <div className="track">
          {job ? <span className="seg-l s-job end" {...placed(segment(scale, job.from, undefined))} /> : null}
          {firstStep ? <span className="seg-l s-wait" {...placed(segmentUntil(scale, firstStep.from))} /> : null}
          {plan.steps.map((step) =>
            step.kind === 'job' ? null : <Stretch key={step.from + step.kind} step={step} scale={scale} />,
          )}
          <span className="st st-now" {...placed({ at: scale.now })} />
          {[...stations].map((date) => (
            <span key={date} className="st" {...placed({ at: scale.at(date) })} />
          ))}
          <span className="st st-job" {...placed({ at: ready })} />
          <span className={ready > flagRoomPercent ? 'lb flag rt' : 'lb flag'} {...placed({ at: ready })}>
            {shortDateText(plan.readyOn, language)}
          </span>
          {plan.steps.map((step) =>
            step.kind === 'training' ? (
              <StretchLabel key={step.training.offering} step={step} scale={scale} ready={ready} />
            ) : null,
          )}
          <Income plan={plan} scale={scale} />
        </div>
      </div>
    </div>
  )
}

function segment(scale: TimeScale, from: string, until: string | undefined): Place {
  const left = Math.max(scale.now, scale.at(from))
  const right = until === undefined ? 100 : Math.min(100, scale.at(until))
  return { at: left, size: Math.max(0, right - left) }
}

/** From now until somebody is free to begin. */
function segmentUntil(scale: TimeScale, until: string): Place {
  return { at: scale.now, size: Math.max(0, scale.at(until) - scale.now) }
}

function Stretch({ step, scale }: { readonly step: Exclude<PlanStep, { kind: 'job' }>; readonly scale: TimeScale }) {
  const kind = step.kind === 'wait' ? 's-wait' : step.withWage ? 's-dual' : 's-learn'
  return <span className={`seg-l ${kind}`} {...placed(segment(scale, step.from, step.until))} />
}

function StretchLabel({
  step,
  scale,
  ready,
}: {
  readonly step: Extract<PlanStep, { kind: 'training' }>
  readonly scale: TimeScale
  readonly ready: number
}) {
  const words = planWords[useLanguage()]
  const [left, right] = [scale.at(step.from), scale.at(step.until)]
  // A flag that hangs to the left covers the last stretch.
  const roomUntil = Math.min(right, ready - (ready > flagRoomPercent ? 13 : flagOverlapPercent))
  const room = roomUntil - left
  if (room < leastWeeksPercent) return null
  const fits = step.training.title.length * percentPerLetter <= room
  return (
    <span className="lb" {...placed({ at: left, size: room })}>
      <span>
        {fits ? (
          <>
            {step.training.title}
            <br />
          </>
        ) : null}
        {words.weeksShort(step.training.weeks)}
      </span>
    </span>
  )
}

function Income({ plan, scale }: { readonly plan: PlanView; readonly scale: TimeScale }) {
  const language = useLanguage()
  const words = moneyWords[language]
  return incomeBands(plan.money).map((band, index, all) => {
    const left = Math.max(scale.now, scale.at(band.from))
    const right = index === all.length - 1 ? 100 : Math.min(100, scale.at(band.until))
    const width = right - left
    if (width < 0.5) return null
    const isWage = band.kind === 'wage' || band.kind === 'wageNow' || band.kind === 'trainingIncome'
    return (
      <span
        key={band.from}
        className={isWage ? 'inc up' : band.kind === 'unknown' ? 'inc dunno' : 'inc'}
        {...placed({ at: left, size: width })}
      >
        {width < leastLabelPercent ? null : (
          <>
            {words.kinds[band.kind]}
            <br />
            <b>{band.euro === undefined ? '' : euroText(band.euro, language)}</b>
          </>
        )}
      </span>
    )
  })
}
