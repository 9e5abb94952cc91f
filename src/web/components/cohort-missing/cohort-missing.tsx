import { Form } from 'react-router'
import type { EducatorView } from '../../../modules/cohorts/index.ts'
import { hoursText, shortageTexts } from '../../cohorts/texts.ts'
import { cohortWords } from '../../words/cohorts.ts'
import { listText, numberText } from '../../words/format.ts'
import { useLanguage } from '../../words/use-words.ts'

export interface CohortMissingOf extends Pick<EducatorView, 'people' | 'places' | 'unplaced' | 'shortages' | 'near'> {
  readonly programme: string
  /** Whether employers can be asked now. */
  readonly mayAsk: boolean
}

/** What is missing, in words; who could be asked; and the smallest change to a place that is left. */
export function CohortMissing({ people, places, unplaced, shortages, near, programme, mayAsk }: CohortMissingOf) {
  const language = useLanguage()
  const all = cohortWords[language]
  const words = all.missing
  const called = (id: string): string => all.pairs.profile(people.find((one) => one.id === id)?.handle ?? '')
  return (
    <aside className="nudge stick" aria-labelledby="missing">
      <h2 id="missing" className="h3">
        {unplaced.length === 1 ? words.titleOne : words.titleMany}
      </h2>
      {shortageTexts(shortages, programme, all, language).map((line) => (
        <p key={line}>
          <strong>{line}</strong>
        </p>
      ))}
      {unplaced.map((one) => (
        <div key={one.participant}>
          <p>{words.search(called(one.participant))}</p>
          <ul className="textlist">
            <li>{words.within(one.wanted.mostMinutes, one.wanted.placeName)}</li>
            <li>{words.hours(hoursText(one.wanted.hours, all))}</li>
            <li>{words.does(programme)}</li>
          </ul>
          <Otherwise unplaced={one} places={places} person={called(one.participant)} />
        </div>
      ))}
      <Near near={near} mayAsk={mayAsk} />
    </aside>
  )
}

/** The nearest place that is left, and what would make it fit. */
function Otherwise({
  unplaced: { seats, wanted },
  places,
  person,
}: {
  readonly unplaced: EducatorView['unplaced'][number]
  readonly places: EducatorView['places']
  readonly person: string
}) {
  const language = useLanguage()
  const all = cohortWords[language]
  const seat = seats[0]
  const place = places.find(({ id }) => id === seat?.place)
  if (!seat || !place) return null
  const unmet = seat.conditions.filter(({ state }) => state === 'unmet')
  const only = unmet.length === 1 ? unmet[0] : undefined
  const employer = place.organisationName
  const text =
    unmet.length === 0
      ? all.missing.orYes(employer, person)
      : only?.key === 'hours'
        ? all.missing.orHours(employer, hoursText(place.hours, all), hoursText(wanted.hours, all), person)
        : only?.key === 'place'
          ? all.missing.orPlace(employer, numberText(only.distance, language), person)
          : undefined
  if (text === undefined) return null
  return (
    <p className="small mt4">
      <strong>{all.missing.or}</strong> {text}
    </p>
  )
}

function Near({ near, mayAsk }: Pick<CohortMissingOf, 'near' | 'mayAsk'>) {
  const language = useLanguage()
  const words = cohortWords[language].missing
  if (near === undefined) return <p className="small">{words.nearBusy}</p>
  if (near.length === 0) return <p className="small">{words.nearNone}</p>
  const names = listText(
    near.map(({ name }) => name),
    language,
  )
  return (
    <>
      <p className="small">
        {words.near(numberText(near.length, language), near.length === 1)} {names}.
      </p>
      {mayAsk ? (
        <Form method="post">
          <input type="hidden" name="intent" value="invite" />
          {near.map(({ organisation }) => (
            <input type="hidden" name="employer" value={organisation} key={organisation} />
          ))}
          <button className="btn" type="submit">
            {words.ask(near.length)}
          </button>
        </Form>
      ) : null}
    </>
  )
}
