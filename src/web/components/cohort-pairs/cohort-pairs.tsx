import type { EducatorView } from '../../../modules/cohorts/index.ts'
import { answerText, choiceText, conditionTexts, hoursText } from '../../cohorts/texts.ts'
import { cohortWords } from '../../words/cohorts.ts'
import { numberText } from '../../words/format.ts'
import { useLanguage } from '../../words/use-words.ts'
import { StackedTable } from '../stacked-table/stacked-table.tsx'

export type CohortPairsOf = Pick<EducatorView, 'people' | 'places' | 'pairs' | 'unplaced' | 'empty'> & {
  /** What both sides said is shown once they are asked. */
  readonly isSettled: boolean
}

/** Who goes where: a person, a line, a place; then who has none yet, and the places that are left. The same stands in a table below. */
export function CohortPairs(shown: CohortPairsOf) {
  const words = cohortWords[useLanguage()]
  return (
    <>
      <div className="card card-ink mt4">
        <ul className="pairs">
          <Joined {...shown} />
          <Waiting {...shown} />
          <LeftOver {...shown} />
        </ul>
      </div>
      <details className="mt4">
        <summary>{words.page.asTable}</summary>
        <PairsTable {...shown} />
      </details>
    </>
  )
}

const Line = () => (
  <div className="l" aria-hidden="true">
    <i />
  </div>
)

function Joined({ people, places, pairs, isSettled }: CohortPairsOf) {
  const language = useLanguage()
  const words = cohortWords[language]
  return pairs.map((pair) => {
    const person = people.find(({ id }) => id === pair.participant)
    const place = places.find(({ id }) => id === pair.place)
    if (!person || !place) return null
    const misfits = conditionTexts(
      pair.conditions.filter(({ state }) => state === 'unmet'),
      words,
      language,
    )
    return (
      <li key={`${pair.participant} ${pair.place}`} className={pair.noBy ? 'miss' : undefined}>
        <div className="a">
          <strong>{words.pairs.profile(person.handle)}</strong>
          <small>
            {person.placeName}, {hoursText(person.hours, words)}
          </small>
        </div>
        <Line />
        <div className="b">
          <strong>{place.organisationName}</strong>
          <small>
            {place.placeName}, {hoursText(place.hours, words)}
          </small>
          {misfits.length > 0 ? (
            <small>
              {words.pairs.terms}: {misfits.join('; ')}
            </small>
          ) : null}
        </div>
        <span className="c note">
          {choiceText(pair, words)}
          {isSettled ? `; ${answerText(pair, words)}` : ''}
        </span>
      </li>
    )
  })
}

function Waiting({ people, unplaced }: CohortPairsOf) {
  const words = cohortWords[useLanguage()]
  return unplaced.map(({ participant, wanted }) => {
    const person = people.find(({ id }) => id === participant)
    return (
      <li key={participant} className="miss">
        <div className="a">
          <strong>{words.pairs.profile(person?.handle ?? '')}</strong>
          <small>
            {wanted.placeName}, {hoursText(wanted.hours, words)}
          </small>
        </div>
        <Line />
        <div className="b">
          {words.pairs.missing}
          <small>{words.pairs.around(hoursText(wanted.hours, words), wanted.placeName)}</small>
        </div>
        <span className="c note">{words.pairs.waits}</span>
      </li>
    )
  })
}

function LeftOver({ places, empty }: CohortPairsOf) {
  const language = useLanguage()
  const words = cohortWords[language]
  return empty.map(({ place: id, left }) => {
    const place = places.find((one) => one.id === id)
    if (!place) return null
    return (
      <li key={id} className="left">
        <div className="a">{words.pairs.nobody}</div>
        <Line />
        <div className="b">
          <strong>{place.organisationName}</strong>
          <small>
            {place.placeName}, {hoursText(place.hours, words)}
          </small>
        </div>
        <span className="c note">{words.pairs.staysOpen(words.page.seats(numberText(left, language), left === 1))}</span>
      </li>
    )
  })
}

function PairsTable({ people, places, pairs, unplaced, empty, isSettled }: CohortPairsOf) {
  const language = useLanguage()
  const words = cohortWords[language]
  const handle = (id: string): string => words.pairs.profile(people.find((one) => one.id === id)?.handle ?? '')
  const placeName = (id: string): string => {
    const place = places.find((one) => one.id === id)
    return place ? `${place.organisationName}, ${place.placeName}, ${hoursText(place.hours, words)}` : ''
  }
  const rows = [
    ...pairs.map((pair) => {
      const terms = conditionTexts(pair.conditions, words, language)
      return {
        key: `${pair.participant} ${pair.place}`,
        cells: [
          handle(pair.participant),
          placeName(pair.place),
          choiceText(pair, words),
          terms.length === 0 ? words.pairs.fits : terms.join('; '),
          ...(isSettled ? [answerText(pair, words)] : []),
        ],
      }
    }),
    ...unplaced.map(({ participant }) => ({
      key: participant,
      cells: [handle(participant), words.pairs.missing, words.pairs.waits, '', ...(isSettled ? [''] : [])],
    })),
    ...empty.map(({ place }) => ({
      key: place,
      cells: [words.pairs.nobody, placeName(place), '', '', ...(isSettled ? [''] : [])],
    })),
  ]
  const columns = [words.pairs.person, words.pairs.place, words.pairs.choice, words.pairs.terms]
  return (
    <StackedTable
      caption={words.pairs.caption}
      isCaptionHidden
      columns={[...columns, ...(isSettled ? [words.pairs.answer] : [])].map((title) => ({ title }))}
      rows={rows}
    />
  )
}
