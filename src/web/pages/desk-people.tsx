import type { ReactNode } from 'react'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import type { PersonShown } from '../../modules/match-profiles/index.ts'
import { EmptyState } from '../components/empty-state/empty-state.tsx'
import { Folk } from '../components/folk/folk.tsx'
import { Icon } from '../components/icon/icon.tsx'
import { OrgNav } from '../components/org-nav/org-nav.tsx'
import { peopleText } from '../components/vacancy-check-people/people-text.ts'
import type { DeskWrong } from '../desk/desk-action.ts'
import { deskPeopleAction } from '../desk/people-intents.ts'
import { peopleLoader } from '../desk/people-loader.ts'
import { DeskTold } from '../desk/told.tsx'
import { Field } from '../organisation/field.tsx'
import { pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { conditionTitle } from '../words/conditions.ts'
import { deskWords } from '../words/desk.ts'
import { folkWords } from '../words/folk.ts'
import { useLanguage } from '../words/use-words.ts'

export const loader = peopleLoader
export const action = deskPeopleAction
export const headers = () => ({ 'cache-control': 'no-store' })

type Loaded = Awaited<ReturnType<typeof loader>>['data']

export const meta = pageMeta<(typeof deskWords)['nl'], Loaded>(deskWords, (words, loaded) =>
  words.peoplePage.title(loaded?.vacancy.title ?? ''),
)

export default function DeskPeoplePage() {
  const { organisation, vacancy, people, without, nudges, done } = useLoaderData<typeof loader>()
  const wrong = useActionData<typeof action>() as DeskWrong | undefined
  const language = useLanguage()
  const words = deskWords[language].peoplePage
  const at = { organisation: organisation.id, vacancy: vacancy.id }
  return (
    <div className="wrap">
      <div className="head">
        <OrgNav organisation={organisation} />
        <Link
          className="crumb"
          to={pathTo('deskVacancy', language, at)}
          lang={vacancy.language === language ? undefined : vacancy.language}
        >
          <Icon name="left" />
          {vacancy.title}
        </Link>
        <h1>{words.title(vacancy.title)}</h1>
        <p className="lead">{words.lead}</p>
      </div>
      <DeskTold wrong={wrong} done={done} />
      {people ? <Lists wrong={wrong} /> : <Without without={without ?? 'notOpen'} at={at} />}
      {nudges.length > 0 && people ? (
        <section className="sec" aria-labelledby="nudges">
          <h2 id="nudges">{words.nudges}</h2>
          <ul className="nudges mt4">
            {nudges.map((one) => (
              <li className="nudge alt" key={one.demand}>
                <span className="sw2">
                  <Icon name="minus" />
                  <span>{words.nudge(conditionTitle({ key: one.demand, label: one.label }, language))}</span>
                </span>
                <span className="g">{words.gain(peopleText(one.costs, language))}</span>
                <Link className="btn btn-2" to={`${pathTo('deskVacancy', language, at)}#terms`}>
                  {words.try}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {people ? (
        <p className="note mt5">
          {folkWords[language].order} {words.seen} <Link to={pathTo('howItWorks', language)}>{words.how}</Link>
        </p>
      ) : null}
    </div>
  )
}

function Lists({ wrong }: { readonly wrong: DeskWrong | undefined }) {
  const { people, open } = useLoaderData<typeof loader>()
  const words = deskWords[useLanguage()].peoplePage
  if (!people) return null
  const actionOf = (person: PersonShown) => {
    const going = open.find(({ handle }) => handle === person.handle)
    if (going) {
      return (
        <p className="bare">
          <span className="tag t-open">{going.isInvited ? words.invited : words.open}</span>
        </p>
      )
    }
    // Nobody is behind an invented number.
    return person.demo ? null : <Invite person={person} wrong={wrong} />
  }
  return (
    <>
      {[...people.now, ...people.oneTraining].some(({ demo }) => demo) ? <p className="note mb5">{words.invented}</p> : null}
      <div className="grid g2">
        <List id="now" title={words.now} people={people.now} more={people.more.now} actionOf={actionOf} />
        <List
          id="one-training"
          title={words.oneTraining}
          people={people.oneTraining}
          more={people.more.oneTraining}
          actionOf={actionOf}
        />
      </div>
    </>
  )
}

/** So many stand open; the rest is one step away, in the same order. */
const shownAtOnce = 10

function List({
  id,
  title,
  people,
  more,
  actionOf,
}: {
  readonly id: string
  readonly title: string
  readonly people: readonly PersonShown[]
  readonly more: boolean
  readonly actionOf: (person: PersonShown) => ReactNode
}) {
  const words = deskWords[useLanguage()].peoplePage
  const rest = people.slice(shownAtOnce)
  return (
    <section className="card" aria-labelledby={id}>
      <h2 className="h3 mb4" id={id}>
        {title}
      </h2>
      <Folk people={people.slice(0, shownAtOnce)} more={rest.length === 0 && more} actionOf={actionOf} heading="h3" />
      {rest.length > 0 ? (
        <details className="twin mt4">
          <summary>{words.rest(rest.length)}</summary>
          <Folk people={rest} more={more} actionOf={actionOf} heading="h3" />
        </details>
      ) : null}
    </section>
  )
}

/** The question to meet, with a message; to somebody who is one training away also: hired first, then trained. */
function Invite({
  person: { handle, training },
  wrong,
}: {
  readonly person: PersonShown
  readonly wrong: DeskWrong | undefined
}) {
  const language = useLanguage()
  const words = deskWords[language].peoplePage
  const given = wrong?.intent === 'invite' && wrong.given.handle === handle ? wrong.given : undefined
  return (
    <details className="twin" open={given !== undefined}>
      <summary>
        {words.invite}
        <span className="vh">{words.inviteWho(folkWords[language].profile(handle))}</span>
      </summary>
      <Form method="post" className="stack-4 mt4" noValidate>
        <input type="hidden" name="intent" value="invite" />
        <input type="hidden" name="handle" value={handle} />
        <Field
          name="message"
          id={`message-${handle}`}
          type="textarea"
          label={words.message}
          hint={words.messageHint}
          value={given?.message ?? ''}
        />
        {training ? (
          <label className="check">
            <input type="checkbox" name="hireThenTrain" value={training.offering} />
            <span>{words.offer(training.title)}</span>
          </label>
        ) : null}
        <button className="btn btn-2 btn-s" type="submit">
          {words.send}
        </button>
      </Form>
    </details>
  )
}

function Without({
  without,
  at,
}: {
  readonly without: NonNullable<Loaded['without']>
  readonly at: { organisation: string; vacancy: string }
}) {
  const language = useLanguage()
  const words = deskWords[language].peoplePage
  if (without === 'busy') return <EmptyState title={words.busy} />
  if (without === 'soon') {
    return (
      <EmptyState
        title={words.soon}
        actions={
          <Link className="btn" to={pathTo('deskPeople', language, at)}>
            {words.again}
          </Link>
        }
      >
        <p>{words.soonText}</p>
      </EmptyState>
    )
  }
  if (without === 'notOpen') {
    return (
      <EmptyState
        title={words.notOpen}
        actions={
          <Link className="btn" to={pathTo('deskVacancy', language, at)}>
            {words.try}
          </Link>
        }
      >
        <p>{words.notOpenText}</p>
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title={words.noList[without]}
      actions={
        without === 'notChecked' ? (
          <Link className="btn" to={pathTo('orgDetails', language, at)}>
            {words.toDetails}
          </Link>
        ) : undefined
      }
    >
      <p>{words.noListText[without]}</p>
    </EmptyState>
  )
}
