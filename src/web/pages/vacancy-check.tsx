import { useState } from 'react'
import { Form, Link, type MetaDescriptor, useActionData, useLoaderData } from 'react-router'
import type { VacancyCheckView } from '../../modules/vacancy-checks/index.ts'
import { Alert } from '../components/alert/alert.tsx'
import { Advice } from '../components/vacancy-check-advice/advice.tsx'
import { AdviceForm } from '../components/vacancy-check-advice/advice-form.tsx'
import { CheckForm } from '../components/vacancy-check-form/check-form.tsx'
import { CheckPeople } from '../components/vacancy-check-people/check-people.tsx'
import { peopleText } from '../components/vacancy-check-people/people-text.ts'
import { MarkedText } from '../components/vacancy-check-text/marked-text.tsx'
import { Choice } from '../organisation/field.tsx'
import { pathTo, vacancyFilePath } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { useFocusOnChange } from '../use-focus-on-change.ts'
import { useRested } from '../use-rested.ts'
import { type CheckAnswer, checkAction } from '../vacancy-check/check-action.ts'
import { type CheckLoaded, checkLoader } from '../vacancy-check/check-loader.ts'
import { deskWords } from '../words/desk.ts'
import { useLanguage } from '../words/use-words.ts'
import { vacancyCheckWords } from '../words/vacancy-check.ts'

export const action = checkAction
export const loader = checkLoader

const titles = pageMeta(
  vacancyCheckWords,
  (words) => words.title,
  (words) => words.lead,
)

/** A text that is checked is of one browser, or is found as a vacancy already. */
export function meta(given: Parameters<typeof titles>[0]): MetaDescriptor[] {
  const { view } = (given.loaderData ?? {}) as Partial<CheckLoaded>
  return [...titles(given), ...(view ? [{ name: 'robots', content: 'noindex' }] : [])]
}

export default function VacancyCheckPage() {
  const loaded = useLoaderData<typeof loader>() as CheckLoaded
  const answer = useActionData<CheckAnswer>()
  const words = vacancyCheckWords[useLanguage()]
  return (
    <div className="wrap">
      <div className="head">
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
      </div>
      {loaded.isEdit || answer || !loaded.view ? (
        <Writing loaded={loaded} answer={answer} />
      ) : (
        <Checked loaded={loaded} view={loaded.view} />
      )}
    </div>
  )
}

/** The text to be written or changed; what it reaches stands beside it as soon as that is known. */
function Writing({ loaded, answer }: { readonly loaded: CheckLoaded; readonly answer: CheckAnswer | undefined }) {
  const language = useLanguage()
  const words = vacancyCheckWords[language]
  const { draft, limits, wrong } = loaded
  const [live, setLive] = useState<VacancyCheckView>()
  const view = live ?? loaded.view
  const given = answer?.given ?? { text: draft?.text ?? '', place: draft?.place ?? '', employer: draft?.employer ?? '' }
  const problem: CheckAnswer | undefined = answer ?? (wrong && { field: 'text', wrong, given })
  const form = <CheckForm {...given} answer={problem} limits={limits} onLive={setLive} isChange={loaded.view !== undefined} />
  if (!view) {
    return (
      <div className="grid g-half">
        <div>{form}</div>
        <aside className="card">
          <h2 className="h3">{words.openOther}</h2>
          <p className="mt4">
            <Link to={pathTo('vacancies', language)}>{words.openOtherLink}</Link>
          </p>
        </aside>
      </div>
    )
  }
  return (
    <>
      <div className="grid g-half">
        <div>{form}</div>
        <People view={view} />
      </div>
      {live ? (
        <section className="mt7" aria-labelledby="pv">
          <h2 id="pv">{words.preview}</h2>
          <MarkedText view={live} />
        </section>
      ) : null}
      <Advice view={view} />
    </>
  )
}

function Checked({ loaded, view }: { readonly loaded: CheckLoaded; readonly view: VacancyCheckView }) {
  const language = useLanguage()
  const words = vacancyCheckWords[language]
  const { from, draft } = loaded
  useFocusOnChange('po', view.text)
  const query = new URLSearchParams({ ...(from ? { vacancy: from.id } : {}), edit: '' })
  return (
    <>
      {from ? <Alert kind="info" title={words.fromVacancy(from.title)} /> : null}
      {view.vacancy.placeUnknown && draft?.place ? <Alert kind="warn" title={words.placeUnknown(draft.place)} /> : null}
      <div className="grid g-half">
        <section aria-labelledby="vt">
          <div className="row between mb4">
            <h2 id="vt" className="h3">
              {words.text}
            </h2>
            <Link className="btn btn-2 btn-s" to={`?${query}`}>
              {words.edit}
            </Link>
          </div>
          <MarkedText view={view} />
          {draft?.before === undefined || from ? null : (
            <AdviceForm intent="undo" on={{}}>
              <button className="btn btn-3" type="submit">
                {words.undo}
              </button>
            </AdviceForm>
          )}
        </section>
        <People view={view} />
      </div>
      <Advice view={view} on={{ from: from?.id }} />
      {from ? null : <KeepAtDesk loaded={loaded} />}
      <Take loaded={loaded} />
      {view.counts ? (
        <div className="mob noprint">
          <span>{words.mobile(peopleText(view.counts.now, language))}</span>
          <a className="btn btn-s" href="#po">
            {words.mobileLink}
          </a>
        </div>
      ) : null}
    </>
  )
}

/** The counts, and the new number said once when they change. */
function People({ view }: { readonly view: VacancyCheckView }) {
  const language = useLanguage()
  const words = vacancyCheckWords[language]
  const said = useRested(view.counts ? words.said(peopleText(view.counts.now, language)) : '')
  return (
    <section className="pool card card-ink" aria-labelledby="po">
      <h2 id="po" className="h3" tabIndex={-1}>
        {view.counts ? words.now : words.notCounted}
      </h2>
      <div role="status" className="vh">
        {said}
      </div>
      <CheckPeople view={view} />
    </section>
  )
}

/** To the desk of an organisation, as it is. */
function KeepAtDesk({ loaded: { desks } }: { readonly loaded: CheckLoaded }) {
  const language = useLanguage()
  const words = deskWords[language]
  if (desks === undefined) {
    const back = new URLSearchParams({ back: pathTo('vacancyCheck', language) })
    return (
      <p className="mt7">
        <Link to={`${pathTo('signIn', language)}?${back}`}>{words.keepSignIn}</Link>
      </p>
    )
  }
  if (desks.length === 0) return null
  return (
    <section className="mt7 narrow" aria-labelledby="kd">
      <h2 id="kd">{words.keep}</h2>
      <p className="mt4">{words.keepText}</p>
      <Form method="post" action="?" encType="multipart/form-data" className="stack-4 mt4">
        <input type="hidden" name="intent" value="keep" />
        <Choice name="organisation" label={words.keepAt} choices={desks.map(({ id, name }) => ({ value: id, text: name }))} />
        <button className="btn" type="submit">
          {words.keep}
        </button>
      </Form>
    </section>
  )
}

/** The vacancy as a file, written anew, or thrown away. */
function Take({ loaded: { from } }: { readonly loaded: CheckLoaded }) {
  const language = useLanguage()
  const words = vacancyCheckWords[language]
  const query = from ? `?${new URLSearchParams({ vacancy: from.id })}` : ''
  return (
    <section className="mt7" aria-labelledby="ta">
      <h2 id="ta">{words.take}</h2>
      <p className="mt4">{words.takeText}</p>
      <p className="row mt4">
        <a className="btn btn-2" href={`${vacancyFilePath(language, 'jobposting.json')}${query}`} download>
          {words.takeJson}
        </a>
        <a className="btn btn-2" href={`${vacancyFilePath(language, 'vacancy.txt')}${query}`} download>
          {words.takeText2}
        </a>
      </p>
      <p className="mt7">{words.generateText}</p>
      <div className="row mt4">
        <AdviceForm intent="generate" on={{ from: from?.id }}>
          <button className="btn btn-2" type="submit">
            {words.generate}
          </button>
        </AdviceForm>
        {from ? null : (
          <AdviceForm intent="remove" on={{}}>
            <button className="btn btn-3" type="submit">
              {words.remove}
            </button>
          </AdviceForm>
        )}
      </div>
    </section>
  )
}
