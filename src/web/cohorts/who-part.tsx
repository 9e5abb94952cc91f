import { Form } from 'react-router'
import type { EducatorView } from '../../modules/cohorts/index.ts'
import { Alert } from '../components/alert/alert.tsx'
import { CohortPairs } from '../components/cohort-pairs/cohort-pairs.tsx'
import { Choice } from '../organisation/field.tsx'
import { cohortWords } from '../words/cohorts.ts'
import { useLanguage } from '../words/use-words.ts'
import { placeText } from './texts.ts'

/** Who goes where, whether that is stable, how it came about, and choosing otherwise. */
export function WhoPart({ view }: { readonly view: EducatorView }) {
  const words = cohortWords[useLanguage()].page
  const isSettled = view.cohort.state === 'settled' || view.cohort.state === 'started'
  return (
    <section aria-labelledby="who">
      <h2 id="who">{words.who}</h2>
      <p className="mt4">{words.whoText}</p>
      {view.proposal ? (
        <>
          {view.proposal.isStale && view.cohort.endedAt === undefined ? (
            <div className="mt4">
              <Alert kind="warn" title={words.stale}>
                <p className="small">{words.staleText}</p>
              </Alert>
            </div>
          ) : null}
          <CohortPairs {...view} isSettled={isSettled} />
          <Stable view={view} />
        </>
      ) : (
        <p className="mt4">{words.noProposal}</p>
      )}
      <p className="note mt4">{words.decides}</p>
      <How view={view} />
    </section>
  )
}

function Stable({ view }: { readonly view: EducatorView }) {
  const all = cohortWords[useLanguage()]
  const words = all.page
  const person = (id: string): string => all.pairs.profile(view.people.find((one) => one.id === id)?.handle ?? '')
  const place = (id: string): string => view.places.find((one) => one.id === id)?.organisationName ?? ''
  return (
    <>
      {view.blocking.length === 0 ? (
        <p className="mt4">
          <strong>{words.stable}</strong> {words.stableText}
        </p>
      ) : (
        <div className="mt4">
          <Alert kind="warn" title={words.blocking}>
            <p>{words.blockingText}</p>
            <ul className="textlist">
              {view.blocking.map((one) => (
                <li key={`${one.person} ${one.place}`}>
                  {words.blockingLine(person(one.person), place(one.place))}:{' '}
                  {one.personGivesUp === undefined && one.placeGivesUp === undefined
                    ? words.free
                    : [
                        ...(one.personGivesUp === undefined ? [] : [words.givesUp(place(one.personGivesUp))]),
                        ...(one.placeGivesUp === undefined ? [] : [words.givesUp(person(one.placeGivesUp))]),
                      ].join(', ')}
                </li>
              ))}
            </ul>
          </Alert>
        </div>
      )}
      {view.proposal?.byHand ? <p className="note mt4">{words.byHand}</p> : null}
      {view.nonPairs.length > 0 ? (
        <details className="mt4">
          <summary>{words.notTogether}</summary>
          <ul className="textlist mt4">
            {view.nonPairs.map((one) => (
              <li key={`${one.person} ${one.place}`}>
                {words.blockingLine(person(one.person), place(one.place))}:{' '}
                {[
                  ...(one.personHas
                    ? [words.personHas(person(one.person), place(one.personHas.place)), ...tieOf(one.personHas.tie, words.tie)]
                    : []),
                  ...(one.placeHas ? [words.placeHas(place(one.place)), ...tieOf(one.placeHas.tie, words.tie)] : []),
                ].join('; ') || words.free}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  )
}

const tieOf = (
  tie: 'alternatives' | 'lot' | 'id' | undefined,
  words: Readonly<Record<'alternatives' | 'lot' | 'id', string>>,
): string[] => (tie === undefined ? [] : [words[tie]])

function How({ view }: { readonly view: EducatorView }) {
  const words = cohortWords[useLanguage()].page
  return (
    <details className="mt4">
      <summary>{words.how}</summary>
      {words.howText.map((text) => (
        <p key={text} className="mt4">
          {text}
        </p>
      ))}
      <p className="note mt4">{words.seed(view.cohort.seed)}</p>
    </details>
  )
}

/** The educator chooses otherwise: a place for each person. */
export function ChoosePart({ view }: { readonly view: EducatorView }) {
  const all = cohortWords[useLanguage()]
  const words = all.choose
  if (view.cohort.state !== 'proposed' || view.people.length === 0) return null
  const choices = [
    { value: '', text: words.none },
    ...view.places.map((place) => ({ value: place.id, text: placeText(place, all) })),
  ]
  return (
    <section aria-labelledby="choose" className="narrow">
      <h2 id="choose">{words.title}</h2>
      <p className="mt4">{words.text}</p>
      <Form method="post" className="stack-4 mt4">
        <input type="hidden" name="intent" value="choose" />
        <input type="hidden" name="seen" value={view.cohort.proposal ?? ''} />
        {view.people.map(({ id, handle }) => (
          <Choice
            key={id}
            name={`place:${id}`}
            id={`place-${id}`}
            label={all.pairs.profile(handle)}
            choices={choices}
            value={view.pairs.find((pair) => pair.participant === id && pair.noBy === undefined)?.place ?? ''}
          />
        ))}
        <button className="btn btn-2" type="submit">
          {words.button}
        </button>
      </Form>
    </section>
  )
}
