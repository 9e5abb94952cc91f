import { Form } from 'react-router'
import type { SeniorBoard, SeniorOnBoard, SeniorWeek } from '../../modules/senior-hours/index.ts'
import { StackedTable } from '../components/stacked-table/stacked-table.tsx'
import { WeekCells } from '../components/week-cells/week-cells.tsx'
import { dateText, listText, numberText, shortDateText } from '../words/format.ts'
import { guidesWords } from '../words/guides.ts'
import { useLanguage } from '../words/use-words.ts'

type People = SeniorBoard['people']

/** Where hours run out first, in words. */
export function Tight({ people, bottleneck }: Pick<SeniorBoard, 'people' | 'bottleneck'>) {
  const language = useLanguage()
  const { bottleneck: words, roles } = guidesWords[language]
  const hours = (minutes: number): string => numberText(minutes / 60, language)
  const full = people.filter(({ account }) => bottleneck?.full.includes(account)).map(({ name }) => name)
  return (
    <section aria-labelledby="tight">
      <h2 id="tight">{words.title}</h2>
      <p className="mt4">
        {bottleneck
          ? [
              words.text(dateText(bottleneck.week, language), hours(bottleneck.leftMinutes), hours(bottleneck.budgetMinutes)),
              words.role(roles[bottleneck.role], hours(bottleneck.roleLeftMinutes)),
              ...(full.length > 0 ? [words.full(listText(full, language))] : []),
            ].join(' ')
          : words.free}
      </p>
    </section>
  )
}

export function WhoHasHours({ people, mondays }: Pick<SeniorBoard, 'people' | 'mondays'>) {
  const language = useLanguage()
  const { table: words, roles } = guidesWords[language]
  const hours = (minutes: number): string => numberText(minutes / 60, language)
  const thisWeek = ({ weeks }: SeniorOnBoard): SeniorWeek | undefined => weeks.find(({ week }) => week === mondays[0])
  return (
    <section aria-labelledby="who">
      <h2 id="who">{words.title}</h2>
      <p className="note">{words.weeksNote}</p>
      <div className="mt4">
        <StackedTable
          caption={words.title}
          isCaptionHidden
          columns={[
            { title: words.name },
            { title: words.role },
            { title: words.hours, look: 'r' },
            { title: words.left, look: 'r' },
            { title: words.full },
            { title: words.weeks },
          ]}
          rows={people.map((one) => {
            const now = thisWeek(one)
            const full = one.weeks.filter(isFull).length
            return {
              key: one.account,
              cells: [
                one.name,
                roles[one.role],
                now === undefined ? words.noHours : hours(now.budgetMinutes),
                now === undefined ? '-' : hours(now.budgetMinutes - now.bookedMinutes),
                one.fullFrom === undefined ? words.notFull : shortDateText(one.fullFrom, language),
                <span key="weeks">
                  <WeekCells
                    cells={mondays.map((monday) => {
                      const week = one.weeks.find((each) => each.week === monday)
                      return {
                        key: monday,
                        share: week && week.budgetMinutes > 0 ? week.bookedMinutes / week.budgetMinutes : undefined,
                      }
                    })}
                  />
                  <span className="small">{words.weeksText(full, mondays.length)}</span>
                </span>,
              ],
            }
          })}
        />
      </div>
    </section>
  )
}

const isFull = ({ budgetMinutes, bookedMinutes }: SeniorWeek): boolean => budgetMinutes > 0 && bookedMinutes >= budgetMinutes

export function Bookings({
  people,
  about,
  mayChange,
}: {
  readonly people: People
  /** What a booking is for, by its mark, as far as who looks may know. */
  readonly about: Readonly<Record<string, string>>
  readonly mayChange: boolean
}) {
  const language = useLanguage()
  const { bookings: words, purposes } = guidesWords[language]
  const all = people.flatMap(({ name, bookings }) => bookings.map((booking) => ({ name, booking })))
  return (
    <section aria-labelledby="booked">
      <h2 id="booked">{words.title}</h2>
      {all.length === 0 ? (
        <p className="mt4">{words.none}</p>
      ) : (
        <div className="mt4">
          <StackedTable
            caption={words.title}
            isCaptionHidden
            columns={[
              { title: words.who },
              { title: words.what },
              { title: words.when },
              { title: words.hours, look: 'r' },
              ...(mayChange ? [{ title: words.action, look: 'nowrap' as const }] : []),
            ]}
            rows={all.map(({ name, booking }) => {
              const named = booking.isDrawn ? about[booking.ref] : booking.ref
              const what = named === undefined ? purposes[booking.purpose] : `${purposes[booking.purpose]}: ${named}`
              return {
                key: booking.id,
                cells: [
                  name,
                  what,
                  words.period(shortDateText(booking.fromWeek, language), shortDateText(lastDay(booking.untilWeek), language)),
                  numberText(booking.minutesPerWeek / 60, language),
                  ...(mayChange && booking.isDrawn ? [words.drawn] : []),
                  ...(mayChange && !booking.isDrawn
                    ? [
                        <Form method="post" key="release">
                          <input type="hidden" name="intent" value="takeBack" />
                          <input type="hidden" name="booking" value={booking.id} />
                          <button className="btn-3" type="submit" aria-label={words.releaseOf(what, name)}>
                            {words.release}
                          </button>
                        </Form>,
                      ]
                    : []),
                ],
              }
            })}
          />
        </div>
      )}
    </section>
  )
}

const dayMs = 86_400_000

/** The Sunday of a week. */
const lastDay = (monday: string): string => new Date(Date.parse(monday) + 6 * dayMs).toISOString().slice(0, 10)
