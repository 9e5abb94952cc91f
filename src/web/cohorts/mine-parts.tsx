import { Form, Link } from 'react-router'
import type { PersonPlace, PersonView, SkillShown } from '../../modules/cohorts/index.ts'
import { Alert } from '../components/alert/alert.tsx'
import { pathTo } from '../paths.ts'
import { cohortWords } from '../words/cohorts.ts'
import { useLanguage } from '../words/use-words.ts'
import { AnswerForm, MetButton, OrderForm } from './order-form.tsx'
import { conditionTexts, hoursText, placeText } from './texts.ts'

/** What somebody can do of what the programme is about. */
export function Skills({ skills }: { readonly skills: readonly SkillShown[] }) {
  const words = cohortWords[useLanguage()]
  if (skills.length === 0) return <p className="small">{words.mine.noSkills}</p>
  const level = (one: SkillShown): string =>
    typeof one.level === 'number' ? words.skills.level(String(one.level)) : words.skills[one.level]
  return <p className="small">{skills.map((one) => `${one.label} (${level(one)})`).join(', ')}</p>
}

/** What employers see of this person. */
export function ShownPart({ self }: { readonly self: NonNullable<PersonView['self']> }) {
  const words = cohortWords[useLanguage()]
  return (
    <section aria-labelledby="shown">
      <h2 id="shown">{words.mine.shown}</h2>
      <div className="card mt4">
        <p>
          <strong>{words.pairs.profile(self.handle)}</strong>
        </p>
        <p>
          {self.placeName}, {hoursText(self.hours, words)}
        </p>
        <Skills skills={self.skills} />
      </div>
      <p className="note mt4">{words.mine.lot(String(self.lot).padStart(4, '0'))}</p>
    </section>
  )
}

/** All places, with whether they met. */
export function PlacesPart({ view }: { readonly view: PersonView }) {
  const language = useLanguage()
  const words = cohortWords[language]
  const mayNote = view.cohort.state === 'open' || view.cohort.state === 'ordering'
  // They meet an employer, so one button is enough for all its places.
  const first = new Set(
    view.places
      .filter(({ organisation }, at, all) => all.findIndex((one) => one.organisation === organisation) === at)
      .map(({ id }) => id),
  )
  return (
    <section aria-labelledby="places">
      <h2 id="places">{words.mine.places}</h2>
      {view.places.length === 0 ? <p className="mt4">{words.mine.placesNone}</p> : null}
      <ul className="find card mt4">
        {view.places.map((place) => (
          <li key={place.id}>
            <strong>{place.organisationName}</strong>, {place.placeName}, {hoursText(place.hours, words)}
            <p className="small">{place.tasks}</p>
            <Terms place={place} />
            <p className="small">{words.mine.met[place.met]}</p>
            {mayNote && first.has(place.id) && (place.met === 'no' || place.met === 'waitsForMe') ? (
              <MetButton name="employer" value={place.organisation} text={words.mine.metButton} about={place.organisationName} />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Terms({ place }: { readonly place: PersonPlace }) {
  const language = useLanguage()
  const words = cohortWords[language]
  const texts = conditionTexts(place.conditions, words, language)
  if (texts.length === 0) return null
  return (
    <p className="small">
      {words.pairs.terms}: {texts.join('; ')}
    </p>
  )
}

/** What this person would rather have. */
export function OrderPart({ view }: { readonly view: PersonView }) {
  const all = cohortWords[useLanguage()]
  const words = all.mine
  const met = view.places.filter((place) => place.met === 'yes')
  const { state } = view.cohort
  return (
    <section aria-labelledby="order">
      <h2 id="order">{words.order}</h2>
      {state === 'open' ? <p className="mt4">{words.orderLater}</p> : null}
      {state === 'ordering' ? (
        met.length === 0 ? (
          <p className="mt4">{words.orderNone}</p>
        ) : (
          <>
            <p className="mt4">{words.orderText}</p>
            <OrderForm of="mine" list={met.map((place) => ({ id: place.id, text: placeText(place, all), rank: place.rank }))} />
          </>
        )
      ) : null}
      {state !== 'open' && state !== 'ordering' ? (
        <>
          <p className="mt4">{words.orderClosed}</p>
          <ul className="textlist mt4">
            {met.map((place) => (
              <li key={place.id}>
                {placeText(place, all)}:{' '}
                {place.rank === null ? words.not : place.rank === undefined ? words.unsaid : words.choice(place.rank)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}

/** The place that was settled, and what was said of it. */
export function YoursPart({ view }: { readonly view: PersonView }) {
  const all = cohortWords[useLanguage()]
  const words = all.mine
  if (view.pairs.length === 0) return null
  return (
    <section aria-labelledby="yours">
      <h2 id="yours">{words.yours}</h2>
      <ul className="find card card-ink mt4">
        {view.pairs.map((pair) => {
          const place = view.places.find(({ id }) => id === pair.place)
          if (!place) return null
          const agreed = pair.personYesAt !== undefined && pair.employerYesAt !== undefined && !pair.noBy
          return (
            <li key={pair.place}>
              <strong>{placeText(place, all)}</strong>
              <p className="small">{place.tasks}</p>
              <Terms place={place} />
              <p>
                {pair.noBy
                  ? words.saidNo
                  : agreed
                    ? words.agreed
                    : pair.personYesAt !== undefined
                      ? words.saidYes
                      : words.yoursText}
              </p>
              {!pair.noBy && !agreed && pair.employerYesAt !== undefined ? <p className="small">{words.otherYes}</p> : null}
              {view.cohort.state === 'settled' && pair.placement === undefined ? (
                <AnswerForm fields={{ place: pair.place }} about={place.organisationName} />
              ) : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** What is missing for this person, and the next best plan. Nobody says no. */
export function MissingPart({ view }: { readonly view: PersonView }) {
  const language = useLanguage()
  const all = cohortWords[language]
  if (!view.missing) return null
  const { wanted } = view.missing
  return (
    <Alert kind="info" title={all.mine.missing}>
      <p>{all.mine.missingText}</p>
      <p>{all.mine.wanted(hoursText(wanted.hours, all), wanted.placeName)}</p>
      {view.nextPlan ? (
        <p>
          {all.mine.next}: <Link to={pathTo('plan', language, { plan: view.nextPlan.plan })}>{view.nextPlan.title}</Link>
          {view.nextPlan.employer === undefined ? '' : `, ${view.nextPlan.employer}`}
        </p>
      ) : null}
    </Alert>
  )
}

export function LeavePart() {
  const words = cohortWords[useLanguage()].mine
  return (
    <section aria-labelledby="leave" className="narrow">
      <h2 id="leave">{words.leave}</h2>
      <p className="mt4">{words.leaveText}</p>
      <Form method="post" className="mt4">
        <input type="hidden" name="intent" value="leave" />
        <button className="btn btn-d" type="submit">
          {words.leaveButton}
        </button>
      </Form>
    </section>
  )
}
