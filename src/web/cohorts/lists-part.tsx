import { Form } from 'react-router'
import type { EducatorView } from '../../modules/cohorts/index.ts'
import { StackedTable } from '../components/stacked-table/stacked-table.tsx'
import { Choice, Field } from '../organisation/field.tsx'
import { pathTo } from '../paths.ts'
import { cohortWords } from '../words/cohorts.ts'
import { numberText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'
import type { CohortWrong } from './cohort-action.ts'
import { hoursText, placeText } from './texts.ts'

/** Who takes part. */
export function PeoplePart({ view }: { readonly view: EducatorView }) {
  const language = useLanguage()
  const all = cohortWords[language]
  const words = all.people
  const share = pathTo('cohortMine', language, { cohort: view.cohort.id })
  return (
    <section aria-labelledby="people">
      <h2 id="people">{words.title}</h2>
      {view.people.length === 0 ? (
        <p className="mt4">
          {words.none} <a href={share}>{share}</a>
        </p>
      ) : (
        <div className="mt4">
          <StackedTable
            caption={words.caption}
            isCaptionHidden
            columns={[
              { title: words.profile },
              { title: words.name },
              { title: words.where },
              { title: all.places.hours },
              { title: words.met, look: 'r' },
              { title: words.ordered, look: 'r' },
              { title: words.orderedBy, look: 'r' },
              { title: words.lot, look: 'r' },
            ]}
            rows={view.people.map((one) => ({
              key: one.id,
              cells: [
                all.pairs.profile(one.handle),
                one.name ?? '',
                one.placeName,
                hoursText(one.hours, all),
                numberText(one.met, language),
                numberText(one.ordered, language),
                numberText(one.orderedBy, language),
                String(one.lot).padStart(4, '0'),
              ],
            }))}
          />
        </div>
      )}
    </section>
  )
}

/** Employers that were asked with their places, and asking another. */
export function PlacesPart({
  view,
  toAsk,
  wrong,
}: {
  readonly view: EducatorView
  readonly toAsk: readonly { readonly id: string; readonly name: string }[]
  readonly wrong: CohortWrong | undefined
}) {
  const language = useLanguage()
  const all = cohortWords[language]
  const words = all.places
  const rows = view.employers.flatMap((employer) => {
    const places = view.places.filter(({ organisation }) => organisation === employer.organisation)
    const answer = words.answer[employer.answer ?? 'none']
    if (places.length === 0) return [{ key: employer.organisation, cells: [employer.name, answer, '', '', ''] }]
    return places.map((place) => ({
      key: place.id,
      cells: [
        employer.name,
        answer,
        `${place.placeName}: ${place.tasks}`,
        numberText(place.seats, language),
        hoursText(place.hours, all),
      ],
    }))
  })
  return (
    <section aria-labelledby="places">
      <h2 id="places">{words.title}</h2>
      {rows.length === 0 ? (
        <p className="mt4">{words.none}</p>
      ) : (
        <div className="mt4">
          <StackedTable
            caption={words.title}
            isCaptionHidden
            columns={[
              { title: words.employer },
              { title: all.pairs.answer },
              { title: words.place },
              { title: words.seats, look: 'r' },
              { title: words.hours },
            ]}
            rows={rows}
          />
        </div>
      )}
      {view.cohort.endedAt === undefined && toAsk.length > 0 ? (
        <Form method="post" className="stack-4 mt4 narrow">
          <h3>{words.invite}</h3>
          <input type="hidden" name="intent" value="invite" />
          <Choice
            name="employer"
            label={words.inviteLabel}
            choices={toAsk.map(({ id, name }) => ({ value: id, text: name }))}
            error={wrong?.intent === 'invite' ? all.wrong[wrong.wrong] : undefined}
          />
          <button className="btn btn-2" type="submit">
            {words.inviteButton}
          </button>
        </Form>
      ) : null}
    </section>
  )
}

/** Who met, noted by the educator. */
export function MeetPart({ view }: { readonly view: EducatorView }) {
  const all = cohortWords[useLanguage()]
  const words = all.meet
  const offering = view.employers.filter(({ organisation }) => view.places.some((place) => place.organisation === organisation))
  const isOpen = view.cohort.state === 'open' || view.cohort.state === 'ordering'
  if (!isOpen || view.people.length === 0 || offering.length === 0) return null
  return (
    <section aria-labelledby="meet" className="narrow">
      <h2 id="meet">{words.title}</h2>
      <p className="mt4">{words.text}</p>
      <Form method="post" className="stack-4 mt4">
        <input type="hidden" name="intent" value="meet" />
        <Choice
          name="participant"
          label={words.person}
          choices={view.people.map(({ id, handle, name }) => ({
            value: id,
            text: name === undefined ? all.pairs.profile(handle) : `${all.pairs.profile(handle)}, ${name}`,
          }))}
        />
        <Choice
          name="employer"
          id="meet-employer"
          label={words.employer}
          choices={offering.map(({ organisation, name }) => ({ value: organisation, text: name }))}
        />
        <button className="btn btn-2" type="submit">
          {words.button}
        </button>
      </Form>
    </section>
  )
}

/** How many, and by when. */
export function SizePart({ view, wrong }: { readonly view: EducatorView; readonly wrong: CohortWrong | undefined }) {
  const all = cohortWords[useLanguage()]
  const { begin, size } = all
  if (view.cohort.endedAt !== undefined) return null
  const isThis = wrong?.intent === 'change'
  const value = (name: 'least' | 'most' | 'settleBy') => (isThis ? wrong.given[name] : String(view.cohort[name]))
  const error = (field: 'size' | 'settleBy') => (isThis && wrong.wrong === field ? all.wrong[field] : undefined)
  return (
    <section aria-labelledby="size" className="narrow">
      <h2 id="size">{size.title}</h2>
      <Form method="post" className="stack-4 mt4" noValidate>
        <input type="hidden" name="intent" value="change" />
        <Field name="least" label={begin.least} value={value('least')} error={error('size')} type="number" />
        <Field name="most" label={begin.most} value={value('most')} type="number" />
        <Field
          name="settleBy"
          label={begin.settleBy}
          hint={begin.settleByHint}
          value={value('settleBy')}
          error={error('settleBy')}
        />
        <button className="btn btn-2" type="submit">
          {size.button}
        </button>
      </Form>
    </section>
  )
}

/** Pairs to which both said yes, of which no placement was made by itself. */
export function PlacementPart({ view, wrong }: { readonly view: EducatorView; readonly wrong: CohortWrong | undefined }) {
  const all = cohortWords[useLanguage()]
  const words = all.placement
  const waiting = view.makesPlacements
    ? view.pairs.filter(
        (pair) =>
          pair.personYesAt !== undefined &&
          pair.employerYesAt !== undefined &&
          pair.noBy === undefined &&
          pair.placement === undefined,
      )
    : []
  if (waiting.length === 0) return null
  return (
    <section aria-labelledby="placement" className="narrow">
      <h2 id="placement">{words.title}</h2>
      <p className="mt4">{words.text}</p>
      <ul className="find card mt4">
        {waiting.map((pair) => {
          const person = view.people.find(({ id }) => id === pair.participant)
          const place = view.places.find(({ id }) => id === pair.place)
          if (!person || !place) return null
          const isThis = wrong?.intent === 'place' && wrong.given.participant === pair.participant
          return (
            <li key={`${pair.participant} ${pair.place}`}>
              <p>
                <strong>{all.pairs.profile(person.handle)}</strong>, {placeText(place, all)}
              </p>
              <Form method="post" className="stack-4 mt4">
                <input type="hidden" name="intent" value="place" />
                <input type="hidden" name="participant" value={pair.participant} />
                <input type="hidden" name="place" value={pair.place} />
                <Field
                  name="until"
                  id={`until-${pair.participant}`}
                  label={words.until}
                  value={isThis ? wrong.given.until : view.until}
                  error={isThis ? all.wrong[wrong.wrong] : undefined}
                />
                <button className="btn" type="submit">
                  {words.button} <span className="vh">{all.pairs.profile(person.handle)}</span>
                </button>
              </Form>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
