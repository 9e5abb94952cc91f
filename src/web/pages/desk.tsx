import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { Alert } from '../components/alert/alert.tsx'
import { DeskQueue } from '../components/desk-queue/desk-queue.tsx'
import { DeskTable } from '../components/desk-table/desk-table.tsx'
import { OrgNav } from '../components/org-nav/org-nav.tsx'
import type { DeskWrong } from '../desk/desk-action.ts'
import { deskPageAction } from '../desk/desk-intents.ts'
import { deskLoader } from '../desk/desk-loader.ts'
import { DeskTold } from '../desk/told.tsx'
import { Field } from '../organisation/field.tsx'
import { pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { deskWords } from '../words/desk.ts'
import { numberText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'

export const loader = deskLoader
export const action = deskPageAction
export const headers = () => ({ 'cache-control': 'no-store' })

type Loaded = Awaited<ReturnType<typeof loader>>['data']

export const meta = pageMeta<(typeof deskWords)['nl'], Loaded>(deskWords, (words, loaded) =>
  words.crumb(loaded?.organisation.name ?? ''),
)

export default function DeskPage() {
  const { organisation, queue, lines, mayWrite, mayAnswer, replyDays, done } = useLoaderData<typeof loader>()
  const wrong = useActionData<typeof action>() as DeskWrong | undefined
  const words = deskWords[useLanguage()]
  // Who can have no vacancies, and has none, is asked nothing either.
  const isDesk = mayWrite || lines.length > 0 || queue.length > 0
  const answers = isDesk && mayAnswer
  return (
    <div className="wrap">
      <div className="head">
        <OrgNav organisation={organisation} />
        <h1>{answers ? words.title(queue.length) : words.crumb(organisation.name)}</h1>
        <p className="lead">{answers ? words.lead(replyDays) : isDesk ? words.leadRead : words.leadOther}</p>
      </div>
      <DeskTold wrong={wrong} done={done} />
      <div className="stack-6">
        {queue.length > 0 ? (
          <section aria-labelledby="queue">
            <h2 id="queue" className="vh">
              {words.queue}
            </h2>
            <DeskQueue lines={queue} />
          </section>
        ) : null}
        {answers ? <Replies /> : null}
        {isDesk ? <Vacancies /> : null}
        {mayWrite ? <MakeForm wrong={wrong} /> : null}
        {mayWrite && organisation.kind === 'employer' ? null : <Other />}
      </div>
    </div>
  )
}

/** What silence does, and how often this organisation answers: people see that too. */
function Replies() {
  const { replyDays, rate } = useLoaderData<typeof loader>()
  const words = deskWords[useLanguage()]
  return (
    <div className="grid g2">
      <Alert kind="warn" title={words.silenceTitle}>
        <p className="small">{words.silenceText(replyDays)}</p>
      </Alert>
      {rate.known ? (
        <Alert kind="ok" title={words.rateTitle(rate.answered, rate.of)}>
          <p className="small">{words.rateText(rate.medianWorkingDays)}</p>
        </Alert>
      ) : (
        <Alert kind="info" title={words.rateUnknownTitle}>
          <p className="small">{words.rateUnknownText(rate.of)}</p>
        </Alert>
      )}
    </div>
  )
}

function Vacancies() {
  const { organisation, lines, leastPool, mayWrite } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = deskWords[language]
  return (
    <section aria-labelledby="vacancies">
      <div className="row between">
        <h2 id="vacancies">{words.vacancies}</h2>
        {mayWrite ? (
          <a className="btn btn-2" href="#new">
            {words.new}
          </a>
        ) : null}
      </div>
      {lines.length === 0 ? (
        <p className="mt4">{words.none}</p>
      ) : (
        <div className="mt4">
          <DeskTable organisation={organisation} lines={lines} />
          <p className="note mt4">
            {words.reachNote} {leastPool === undefined ? null : words.cannotCountNote(numberText(leastPool, language))}
          </p>
        </div>
      )}
    </section>
  )
}

function MakeForm({ wrong }: { readonly wrong: DeskWrong | undefined }) {
  const words = deskWords[useLanguage()]
  const given = wrong?.intent === 'create' ? wrong.given : {}
  return (
    <section className="narrow" aria-labelledby="new">
      <h2 id="new">{words.new}</h2>
      <p className="mt4">{words.newText}</p>
      <Form method="post" className="stack-4 mt4" noValidate>
        <input type="hidden" name="intent" value="create" />
        <Field name="text" type="textarea" label={words.newTextLabel} hint={words.newHint} value={given.text} rows={10} />
        <Field name="place" label={words.place} hint={words.placeHint} value={given.place} />
        <button className="btn" type="submit">
          {words.make}
        </button>
      </Form>
    </section>
  )
}

/** What can be done here by who makes no vacancies, and what is not there yet. */
function Other() {
  const { organisation, mayWrite } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = deskWords[language].other
  const at = { organisation: organisation.id }
  const isOwner = organisation.roles.includes('owner')
  const mayOnboard =
    (organisation.kind === 'region' || organisation.kind === 'branch') && (isOwner || organisation.roles.includes('coordinator'))
  const links = [
    ...(mayOnboard ? [{ to: pathTo('orgOnboarding', language, at), text: words.links.onboard }] : []),
    ...(isOwner ? [{ to: pathTo('orgPeople', language, at), text: words.links.people }] : []),
    ...(isOwner && organisation.verification === 'unverified'
      ? [{ to: pathTo('orgDetails', language, at), text: words.links.details }]
      : []),
    { to: pathTo('vacancyCheck', language), text: words.links.check },
    { to: pathTo('vacancies', language), text: words.links.vacancies },
    { to: pathTo('programmes', language), text: words.links.programmes },
  ]
  return (
    <section aria-labelledby="other">
      <h2 id="other">{words.title}</h2>
      <ul className="find card mt4">
        {links.map(({ to, text }) => (
          <li key={to}>
            <Link to={to}>{text}</Link>
          </li>
        ))}
      </ul>
      {mayWrite && organisation.kind === 'public' ? null : <p className="note mt4">{words.kinds[organisation.kind]}</p>}
    </section>
  )
}
