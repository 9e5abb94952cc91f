import { Link } from 'react-router'
import { Icon } from '../components/icon/icon.tsx'
import { NormLines } from '../components/norm-lines/norm-lines.tsx'
import { WorkWeek } from '../components/work-week/work-week.tsx'
import { pathTo } from '../paths.ts'
import { dateText, dayText } from '../words/format.ts'
import { placementWords } from '../words/placement.ts'
import { useLanguage } from '../words/use-words.ts'
import type { LoadedPlacement } from './load-placement.ts'

const dayMs = 86_400_000
const daysLater = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)

/** One week of it, with the one before and after. */
export function WeekPart({ loaded }: { readonly loaded: LoadedPlacement }) {
  const language = useLanguage()
  const words = placementWords[language].week
  const { placement, week } = loaded
  const here = pathTo('placement', language, { placement: placement.id })
  const toWeek = (days: number): string => `${here}?week=${daysLater(week.monday, days)}#week`
  return (
    <section aria-labelledby="week">
      <div className="row between">
        <h2 id="week">{words.title(dayText(week.monday, language))}</h2>
        <div className="row">
          {week.monday > placement.from ? (
            <Link className="btn btn-2 btn-s" to={toWeek(-7)}>
              <Icon name="left" />
              {words.before}
            </Link>
          ) : null}
          {daysLater(week.monday, 6) < placement.until ? (
            <Link className="btn btn-2 btn-s" to={toWeek(7)}>
              {words.after}
              <Icon name="right" />
            </Link>
          ) : null}
        </div>
      </div>
      <WorkWeek days={week.days} caption={words.title(dayText(week.monday, language))} />
    </section>
  )
}

/** Where the hours of this school year lead. */
export function NormsPart({ loaded }: { readonly loaded: LoadedPlacement }) {
  const language = useLanguage()
  const words = placementWords[language].norms
  const { forecast, norms } = loaded
  if (!forecast) return null
  return (
    <section aria-labelledby="norms">
      <h2 id="norms">{words.title}</h2>
      <p className="mt4">{words.text(dateText(forecast.period.from, language), dateText(forecast.period.until, language))}</p>
      <div className="mt4">
        {norms.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <NormLines lines={norms} until={forecast.period.until} openWeeks={forecast.openWeeks.length} />
        )}
      </div>
    </section>
  )
}
