import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { Alert } from '../components/alert/alert.tsx'
import { DeskState } from '../components/desk-state/desk-state.tsx'
import { Icon } from '../components/icon/icon.tsx'
import { OrgNav } from '../components/org-nav/org-nav.tsx'
import { PoolEffect } from '../components/pool-effect/pool-effect.tsx'
import { Advice } from '../components/vacancy-check-advice/advice.tsx'
import { CheckPeople } from '../components/vacancy-check-people/check-people.tsx'
import { MarkedText } from '../components/vacancy-check-text/marked-text.tsx'
import type { DeskWrong } from '../desk/desk-action.ts'
import { EndParts, HistoryPart } from '../desk/end-parts.tsx'
import { SkillsForm } from '../desk/skills-form.tsx'
import { TermsForm } from '../desk/terms-form.tsx'
import { DeskTold } from '../desk/told.tsx'
import { deskVacancyAction } from '../desk/vacancy-intents.ts'
import { vacancyLoader } from '../desk/vacancy-loader.ts'
import { Field } from '../organisation/field.tsx'
import { pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { deskWords } from '../words/desk.ts'
import { fundingWords } from '../words/funding.ts'
import { useLanguage } from '../words/use-words.ts'
import { vacancyCheckWords } from '../words/vacancy-check.ts'

export const loader = vacancyLoader
export const action = deskVacancyAction
export const headers = () => ({ 'cache-control': 'no-store' })

type Loaded = Awaited<ReturnType<typeof loader>>['data']

export const meta = pageMeta<(typeof deskWords)['nl'], Loaded>(deskWords, (words, loaded) =>
  loaded ? `${loaded.record.title}. ${words.crumb(loaded.organisation.name)}` : words.vacancy.crumb,
)

export default function DeskVacancyPage() {
  const loaded = useLoaderData<typeof loader>()
  const wrong = useActionData<typeof action>() as DeskWrong | undefined
  const { organisation, record, done, closed, mayWrite } = loaded
  const language = useLanguage()
  const words = deskWords[language]
  const isEnded = record.state === 'filled' || record.state === 'withdrawn'
  return (
    <div className="wrap">
      <div className="head">
        <OrgNav organisation={organisation} />
        <Link className="crumb" to={pathTo('desk', language, { organisation: organisation.id })}>
          <Icon name="left" />
          {words.vacancy.crumb}
        </Link>
        <h1 lang={record.language === language ? undefined : record.language}>{record.title}</h1>
        <p className="lead row">
          <DeskState state={record.state} />
          <span>
            {words.vacancy.lead[record.state]}{' '}
            {closed ? words.vacancy.closedBecause(words.vacancy.closeReasons[closed.reason]) : null}
          </span>
        </p>
      </div>
      <DeskTold wrong={wrong} done={done} />
      <Standing loaded={loaded} isRefused={wrong?.wrong === 'againstLaw'} />
      <TextAndPeople loaded={loaded} wrong={wrong} isEnded={isEnded} />
      {isEnded ? null : (
        <p className="mt4">
          <Link to={`${pathTo('money', language)}?who=employer`}>{fundingWords[language].place.title}</Link>
        </p>
      )}
      {loaded.view && !isEnded ? <Advice view={loaded.view} on={mayWrite ? {} : undefined} /> : null}
      {isEnded || !mayWrite ? null : (
        <div className="grid g-half mt7">
          <TermsForm loaded={loaded} wrong={wrong} />
          <SkillsForm loaded={loaded} wrong={wrong} />
        </div>
      )}
      {mayWrite ? <EndParts loaded={loaded} /> : null}
      <HistoryPart changes={loaded.changes} />
    </div>
  )
}

/** What can be done with it as it stands, or what stops it. */
function Standing({
  loaded: { organisation, record, pause, against, mayWrite, maySeePeople },
  isRefused,
}: {
  readonly loaded: Loaded
  /** What is against the law stands above already. */
  readonly isRefused: boolean
}) {
  const language = useLanguage()
  const words = deskWords[language].vacancy
  const at = { organisation: organisation.id, vacancy: record.id }
  const { state } = record
  return (
    <div className="stack-4">
      {pause ? (
        <Alert kind="warn" title={words.silence}>
          <p>{words.silenceText(pause.waiting)}</p>
          <p>
            <Link to={pathTo('desk', language, at)}>{words.toQueue}</Link>
          </p>
        </Alert>
      ) : null}
      {against > 0 && state === 'draft' && !isRefused ? (
        <Alert kind="error" title={words.againstTitle(against)}>
          <p>{words.againstText}</p>
        </Alert>
      ) : null}
      <div className="row">
        {mayWrite && (state === 'draft' || state === 'expired') ? (
          <MoveButton intent="publish" text={words.publish} isFirst />
        ) : null}
        {mayWrite && state === 'paused' && !pause ? <MoveButton intent="goOn" text={words.goOn} isFirst /> : null}
        {maySeePeople && state === 'published' ? (
          <Link className="btn" to={pathTo('deskPeople', language, at)}>
            {words.people}
          </Link>
        ) : null}
        {mayWrite && state === 'published' ? <MoveButton intent="pause" text={words.pause} /> : null}
        {state === 'draft' ? null : (
          <Link className="btn btn-3" to={pathTo('vacancy', language, { vacancy: record.id })}>
            {words.public}
          </Link>
        )}
      </div>
    </div>
  )
}

function MoveButton({
  intent,
  text,
  isFirst = false,
}: {
  readonly intent: string
  readonly text: string
  readonly isFirst?: boolean
}) {
  return (
    <Form method="post">
      <input type="hidden" name="intent" value={intent} />
      <button className={isFirst ? 'btn' : 'btn btn-2'} type="submit">
        {text}
      </button>
    </Form>
  )
}

function TextAndPeople({
  loaded,
  wrong,
  isEnded,
}: {
  readonly loaded: Loaded
  readonly wrong: DeskWrong | undefined
  readonly isEnded: boolean
}) {
  const { view, reach, record, place, mayWrite } = loaded
  const language = useLanguage()
  const words = deskWords[language].vacancy
  const check = vacancyCheckWords[language]
  return (
    <div className="grid g-half mt7">
      <section aria-labelledby="text">
        <h2 id="text" className="h3 mb4">
          {words.text}
        </h2>
        {view?.vacancy.placeUnknown && place ? <Alert kind="warn" title={words.placeUnknown(place)} /> : null}
        {view ? (
          <MarkedText view={view} />
        ) : (
          <p className="prose" lang={record.language === language ? undefined : record.language}>
            {record.description}
          </p>
        )}
        {mayWrite && !isEnded ? <TextForm loaded={loaded} wrong={wrong} /> : null}
      </section>
      {isEnded ? null : (
        <section className={reach ? 'pool' : 'pool card card-ink'} aria-labelledby="po">
          <h2 id="po" className="h3">
            {view?.counts || reach?.counts ? check.now : check.notCounted}
          </h2>
          {reach ? <PoolEffect view={reach} /> : view ? <CheckPeople view={view} /> : null}
        </section>
      )}
    </div>
  )
}

function TextForm({
  loaded: { record, place, version },
  wrong,
}: {
  readonly loaded: Loaded
  readonly wrong: DeskWrong | undefined
}) {
  const words = deskWords[useLanguage()]
  const given = wrong?.intent === 'text' ? wrong.given : undefined
  return (
    <details className="twin mt4" open={given !== undefined}>
      <summary>{words.vacancy.edit}</summary>
      <Form method="post" className="stack-4 mt4" noValidate>
        <input type="hidden" name="intent" value="text" />
        <input type="hidden" name="version" value={version} />
        <Field name="title" label={words.vacancy.titleLabel} value={given?.title ?? record.title} />
        <Field
          name="text"
          id="text-field"
          type="textarea"
          label={words.vacancy.textLabel}
          hint={words.vacancy.saveHint}
          value={given?.text ?? record.description}
          rows={14}
        />
        <Field name="place" label={words.place} hint={words.placeHint} value={given?.place ?? place ?? record.placeName ?? ''} />
        <button className="btn btn-s" type="submit">
          {words.vacancy.saveText}
        </button>
      </Form>
    </details>
  )
}
