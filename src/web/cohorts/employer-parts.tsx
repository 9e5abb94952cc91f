import { Form } from 'react-router'
import type { EmployerView } from '../../modules/cohorts/index.ts'
import { Choice, Field } from '../organisation/field.tsx'
import { cohortWords } from '../words/cohorts.ts'
import { useLanguage } from '../words/use-words.ts'
import type { CohortWrong } from './cohort-action.ts'
import { levels } from './join-form.tsx'
import { Skills } from './mine-parts.tsx'
import { AnswerForm, MetButton, OrderForm } from './order-form.tsx'
import { conditionTexts, hoursText } from './texts.ts'

interface Part {
  readonly view: EmployerView
  readonly wrong: CohortWrong | undefined
}

const isEnded = ({ cohort }: EmployerView): boolean => cohort.endedAt !== undefined

/** Places of this employer: changed or taken away. */
export function YourPlacesPart({ view, wrong }: Part) {
  const all = cohortWords[useLanguage()]
  const words = all.employer
  if (view.places.length === 0) return null
  return (
    <section aria-labelledby="yourPlaces">
      <h2 id="yourPlaces">{words.yourPlaces}</h2>
      <ul className="find card mt4">
        {view.places.map((place) => {
          const isThis = wrong?.intent === 'changePlace' && wrong.given.place === place.id
          const given = isThis
            ? wrong.given
            : { seats: String(place.seats), hoursFrom: String(place.hours[0]), hoursTo: String(place.hours[1]) }
          const error = (field: 'seats' | 'hours') => (isThis && wrong.wrong === field ? all.wrong[field] : undefined)
          return (
            <li key={place.id}>
              <strong>{place.tasks}</strong>
              <p className="small">
                {place.placeName}, {hoursText(place.hours, all)}
              </p>
              {isEnded(view) ? null : (
                <details className="mt4">
                  <summary>
                    {words.change} <span className="vh">{words.changeWhich(place.tasks)}</span>
                  </summary>
                  <Form method="post" className="stack-4 mt4 narrow" noValidate>
                    <input type="hidden" name="intent" value="changePlace" />
                    <input type="hidden" name="place" value={place.id} />
                    <Field
                      name="seats"
                      id={`seats-${place.id}`}
                      label={words.seats}
                      value={given.seats}
                      error={error('seats')}
                      type="number"
                    />
                    <Field
                      name="hoursFrom"
                      id={`from-${place.id}`}
                      label={words.hoursFrom}
                      value={given.hoursFrom}
                      error={error('hours')}
                      type="number"
                    />
                    <Field name="hoursTo" id={`to-${place.id}`} label={words.hoursTo} value={given.hoursTo} type="number" />
                    <button className="btn btn-2" type="submit">
                      {words.change} <span className="vh">{words.changeWhich(place.tasks)}</span>
                    </button>
                  </Form>
                  <Form method="post" className="mt4">
                    <input type="hidden" name="intent" value="removePlace" />
                    <input type="hidden" name="place" value={place.id} />
                    <button className="btn btn-3 btn-s" type="submit">
                      {words.remove} <span className="vh">{words.changeWhich(place.tasks)}</span>
                    </button>
                  </Form>
                </details>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** A place more. */
export function OfferPart({ view, wrong }: Part) {
  const all = cohortWords[useLanguage()]
  const words = all.employer
  if (isEnded(view)) return null
  const isThis = wrong?.intent === 'offer'
  const given: Readonly<Record<string, string | undefined>> = isThis
    ? wrong.given
    : { seats: '1', place: view.organisation.placeName }
  const error = (field: 'seats' | 'hours' | 'place' | 'dutch' | 'tasks') =>
    isThis && wrong.wrong === field ? all.wrong[field] : undefined
  return (
    <section aria-labelledby="offer" className="narrow">
      <h2 id="offer">{words.offer}</h2>
      <Form method="post" className="stack-4 mt4" noValidate>
        <input type="hidden" name="intent" value="offer" />
        <Field
          name="tasks"
          label={words.tasks}
          hint={words.tasksHint}
          value={given.tasks}
          error={error('tasks')}
          type="textarea"
          rows={2}
        />
        <Field name="seats" label={words.seats} value={given.seats} error={error('seats')} type="number" />
        <Field name="hoursFrom" label={words.hoursFrom} value={given.hoursFrom} error={error('hours')} type="number" />
        <Field name="hoursTo" label={words.hoursTo} value={given.hoursTo} type="number" />
        <Field name="place" label={words.place} value={given.place} error={error('place')} />
        <Choice
          name="dutch"
          label={words.dutch}
          value={given.dutch ?? ''}
          error={error('dutch')}
          choices={levels(words.dutchNone)}
        />
        <button className="btn" type="submit">
          {words.button}
        </button>
      </Form>
    </section>
  )
}

/** People without a name, and whether they met. */
export function PeoplePart({ view }: { readonly view: EmployerView }) {
  const language = useLanguage()
  const all = cohortWords[language]
  const words = all.employer
  const mayNote = view.cohort.state === 'open' || view.cohort.state === 'ordering'
  return (
    <section aria-labelledby="people">
      <h2 id="people">{words.people}</h2>
      {view.places.length === 0 ? (
        <p className="mt4">{words.peopleLater}</p>
      ) : view.people.length === 0 ? (
        <p className="mt4">{words.peopleNone}</p>
      ) : (
        <>
          <p className="mt4">{words.peopleText}</p>
          <ul className="find card mt4">
            {view.people.map((person) => {
              const misfits = view.places.flatMap((place) => {
                const texts = conditionTexts(person.conditions[place.id] ?? [], all, language)
                return texts.length === 0 ? [] : [`${place.tasks}: ${texts.join('; ')}`]
              })
              return (
                <li key={person.id}>
                  <strong>{all.pairs.profile(person.handle)}</strong>, {person.placeName}, {hoursText(person.hours, all)}
                  <Skills skills={person.skills} />
                  {misfits.length > 0 ? (
                    <p className="small">
                      {all.pairs.terms}: {misfits.join('. ')}
                    </p>
                  ) : null}
                  <p className="small">{words.met[person.met]}</p>
                  {mayNote && (person.met === 'no' || person.met === 'waitsForMe') ? (
                    <MetButton
                      name="participant"
                      value={person.id}
                      text={words.metButton}
                      about={all.pairs.profile(person.handle)}
                    />
                  ) : null}
                </li>
              )
            })}
          </ul>
        </>
      )}
    </section>
  )
}

/** For each place: whom this employer would rather have, of those it met. */
export function OrdersPart({ view }: { readonly view: EmployerView }) {
  const all = cohortWords[useLanguage()]
  const words = all.employer
  const met = view.people.filter((person) => person.met === 'yes')
  if (view.cohort.state !== 'ordering' || met.length === 0) return null
  return view.places.map((place) => (
    <section key={place.id} aria-labelledby={`order-${place.id}`}>
      <h2 id={`order-${place.id}`}>{words.order(place.tasks)}</h2>
      <p className="mt4">{words.orderText}</p>
      <OrderForm
        of={place.id}
        place={place.id}
        list={met.map((person) => ({
          id: person.id,
          text: `${all.pairs.profile(person.handle)}, ${person.placeName}, ${hoursText(person.hours, all)}`,
          rank: person.ranks[place.id],
        }))}
      />
    </section>
  ))
}

/** People that the educator settled on places of this employer. */
export function AnswersPart({ view }: { readonly view: EmployerView }) {
  const all = cohortWords[useLanguage()]
  const words = all.employer
  if (view.pairs.length === 0) return null
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">{words.choose}</h2>
      <p className="mt4">{words.chooseText}</p>
      <ul className="find card card-ink mt4">
        {view.pairs.map((pair) => {
          const person = view.people.find(({ id }) => id === pair.participant)
          const place = view.places.find(({ id }) => id === pair.place)
          if (!person || !place) return null
          const agreed = pair.personYesAt !== undefined && pair.employerYesAt !== undefined && !pair.noBy
          return (
            <li key={`${pair.participant} ${pair.place}`}>
              <strong>{all.pairs.profile(person.handle)}</strong>, {person.placeName}, {hoursText(person.hours, all)}
              <p className="small">{place.tasks}</p>
              <p>
                {pair.noBy
                  ? all.mine.saidNo
                  : agreed
                    ? all.mine.agreed
                    : pair.employerYesAt !== undefined
                      ? all.mine.saidYes
                      : ''}
              </p>
              {!pair.noBy && !agreed && pair.personYesAt !== undefined ? <p className="small">{words.otherYes}</p> : null}
              {view.cohort.state === 'settled' && pair.placement === undefined ? (
                <AnswerForm
                  fields={{ participant: pair.participant, place: pair.place }}
                  about={all.pairs.profile(person.handle)}
                />
              ) : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

export function DeclinePart({ view }: { readonly view: EmployerView }) {
  const words = cohortWords[useLanguage()].employer
  if (isEnded(view) || view.answer === 'declined') return null
  return (
    <section aria-labelledby="decline" className="narrow">
      <h2 id="decline">{words.decline}</h2>
      <p className="mt4">{words.declineText}</p>
      <Form method="post" className="mt4">
        <input type="hidden" name="intent" value="decline" />
        <button className="btn btn-d" type="submit">
          {words.declineButton}
        </button>
      </Form>
    </section>
  )
}
