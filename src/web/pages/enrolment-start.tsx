import { Link, useActionData, useLoaderData } from 'react-router'
import { Alert } from '../components/alert/alert.tsx'
import { EmptyState } from '../components/empty-state/empty-state.tsx'
import { OrgNav } from '../components/org-nav/org-nav.tsx'
import { PlaceBar } from '../components/place-bar/place-bar.tsx'
import type { EnrolmentWrong } from '../enrolments/act.ts'
import { loadStart } from '../enrolments/load.ts'
import { PeopleTables } from '../enrolments/people-tables.tsx'
import { AdmissionForm, PlacesForm } from '../enrolments/start-forms.tsx'
import { startAction } from '../enrolments/start-intents.ts'
import { EnrolmentTold } from '../enrolments/told.tsx'
import { pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { enrolmentRollingWords } from '../words/enrolment-rolling.ts'
import { enrolmentStartWords } from '../words/enrolment-start.ts'
import { dateText, monthText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'

export const loader = loadStart
export const action = startAction
export const headers = () => ({ 'cache-control': 'no-store' })

type Loaded = Awaited<ReturnType<typeof loader>>

export const meta = pageMeta<(typeof enrolmentStartWords)['nl'], Loaded>(enrolmentStartWords, (words, loaded) =>
  loaded ? words.title(loaded.title) : words.people.title,
)

export default function EnrolmentStartPage() {
  const { view, done, organisation, title, kinds, appliedOn } = useLoaderData<typeof loader>()
  const wrong = useActionData<typeof action>() as EnrolmentWrong | undefined
  const language = useLanguage()
  const words = enrolmentStartWords[language]
  const { start, isOnline, placeName, people, isOffered, isRolling } = view
  const wish = people.find(({ wishedMonth }) => wishedMonth !== undefined)?.wishedMonth
  const where = isOnline ? words.online : (placeName ?? words.unknownPlace)
  return (
    <div className="wrap">
      <div className="head">
        <OrgNav organisation={organisation} />
        <h1>{words.title(title)}</h1>
        <p className="lead">
          {wish === undefined
            ? words.lead(dateText(start.startsOn, language), where)
            : enrolmentRollingWords[language].start(monthText(wish, language))}
        </p>
      </div>
      <EnrolmentTold wrong={wrong} done={done} />
      {isOffered || isRolling ? null : (
        <div className="mb5">
          <Alert kind="warn" title={words.notOffered}>
            <p>{words.notOfferedText}</p>
          </Alert>
        </div>
      )}
      <div className="grid g-main">
        <div className="stack-6">
          <section aria-labelledby="people">
            <h2 id="people">{words.people.title}</h2>
            {people.length === 0 ? (
              <div className="mt4">
                <EmptyState
                  title={words.people.none}
                  level="h3"
                  actions={
                    <Link className="btn btn-2" to={pathTo('programme', language, { programme: start.programme })}>
                      {words.people.toProgramme}
                    </Link>
                  }
                >
                  <p>{words.people.noneText}</p>
                </EmptyState>
              </div>
            ) : (
              <PeopleTables people={people} appliedOn={appliedOn} />
            )}
          </section>
          <AdmissionForm view={view} kinds={kinds} wrong={wrong} />
        </div>
        <aside className="stack-5">
          <Places />
          <PlacesForm view={view} wrong={wrong} />
        </aside>
      </div>
    </div>
  )
}

function Places() {
  const { view } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = enrolmentStartWords[language]
  const { start, people, window } = view
  const said =
    window === 'open'
      ? `${words.window.open}${start.enrolUntil ? `, ${words.window.until(dateText(start.enrolUntil, language))}` : ''}`
      : window === 'notYet'
        ? words.window.notYet(dateText(start.enrolFrom ?? start.startsOn, language))
        : words.window.closed
  return (
    <section className="card card-ink stack" aria-labelledby="places">
      <h2 id="places" className="h3">
        {words.places.title}
      </h2>
      <PlaceBar
        places={start.places}
        taken={start.taken}
        held={start.held}
        waiting={people.filter(({ state }) => state === 'waiting').length}
      />
      <p className="small">{said}.</p>
    </section>
  )
}
