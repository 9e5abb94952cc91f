import type { WeekDay } from '../../../modules/placements/index.ts'
import { dayText, numberText } from '../../words/format.ts'
import { placementWords } from '../../words/placement.ts'
import { useLanguage } from '../../words/use-words.ts'
import { StackedTable } from '../stacked-table/stacked-table.tsx'

/** The days of a week at work and at school: as a picture, and the same as a table. A Saturday or Sunday without anything is left out of the picture. */
export function WorkWeek({ days, caption }: { readonly days: readonly WeekDay[]; readonly caption: string }) {
  const language = useLanguage()
  const words = placementWords[language].week
  const shown = days.filter(({ kind }, index) => index < 5 || (kind !== 'free' && kind !== 'outside'))
  return (
    <>
      <ol className="work-week" aria-hidden="true">
        {shown.map(({ date, kind, hours }) => (
          <li key={date} className={`ww-${kind}`}>
            <strong>{words.days[days.findIndex((one) => one.date === date)]}</strong>
            <span className="note">{dayText(date, language)}</span>
            <span className="ww-kind">{words.kinds[kind]}</span>
            {hours > 0 ? <span className="small num">{words.hoursOf(numberText(hours, language))}</span> : null}
          </li>
        ))}
      </ol>
      <details className="mt4">
        <summary>{words.asTable}</summary>
        <StackedTable
          caption={caption}
          isCaptionHidden
          columns={[{ title: words.day }, { title: words.what }, { title: words.hours, look: 'r' }]}
          rows={days.map(({ date, kind, hours }, index) => ({
            key: date,
            cells: [`${words.longDays[index]} ${dayText(date, language)}`, words.kinds[kind], numberText(hours, language)],
          }))}
        />
      </details>
    </>
  )
}
