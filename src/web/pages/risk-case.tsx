import { Form, Link, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { actorOf, signInFirst } from '../actor.ts'
import { Alert } from '../components/alert/alert.tsx'
import { Icon } from '../components/icon/icon.tsx'
import { siteContext } from '../context.ts'
import { Field } from '../organisation/field.tsx'
import { languageOfPath, pageUrl, pathTo } from '../paths.ts'
import { type CaseWrong, oneCaseAction } from '../risk-cases/case-action.ts'
import { OfferList } from '../risk-cases/offer-list.tsx'
import { PicturePart } from '../risk-cases/picture-part.tsx'
import { CaseTold, doneOf } from '../risk-cases/told.tsx'
import { pageMeta } from '../shell/page-meta.ts'
import { dateText, numberText } from '../words/format.ts'
import { riskCaseWords } from '../words/risk-cases.ts'
import { useLanguage } from '../words/use-words.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const actor = await actorOf(site, request)
  signInFirst(actor, request)
  const url = pageUrl(request)
  const one = await site.modules.riskCases.look(actor, params.group ?? '', languageOfPath(url.pathname))
  return { one, done: doneOf(url.searchParams) }
}

export const action = oneCaseAction
export const headers = () => ({ 'cache-control': 'no-store' })
// Others may see the title of a window: it names no group.
export const meta = pageMeta(riskCaseWords, (words) => words.title)

export default function RiskCasePage() {
  const { one, done } = useLoaderData<typeof loader>()
  const wrong = useActionData<typeof action>() as CaseWrong | undefined
  const language = useLanguage()
  const words = riskCaseWords[language]
  const isOpen = one.closedAt === undefined
  return (
    <div className="wrap">
      <div className="head">
        <Link className="crumb" to={pathTo('riskCases', language)}>
          <Icon name="left" />
          {words.back}
        </Link>
        <h1>{one.title}</h1>
        <p className="lead">{words.caseLead(one.organisationName, dateText(one.endsOn, language))}</p>
      </div>
      <CaseTold wrong={wrong} done={done} />
      {isOpen ? null : (
        <div className="mb5">
          <Alert kind="warn" title={words.isClosed} />
        </div>
      )}
      <div className="stack-6">
        <PicturePart picture={one.picture} />
        <section aria-labelledby="offers">
          <h2 id="offers">{words.offers.title}</h2>
          <OfferList offers={one.offers} mayTakeOff={isOpen} />
          {isOpen ? (
            <OneField intent="putOn" name="target" words={{ ...words.offers, button: words.offers.put }} wrong={wrong} />
          ) : null}
        </section>
        {isOpen && one.isLead ? <Invite wrong={wrong} /> : null}
        <Circle wrong={wrong} />
        {isOpen && one.isLead ? <Close wrong={wrong} /> : null}
      </div>
    </div>
  )
}

interface OneFieldProps {
  readonly intent: string
  readonly name: 'target' | 'email'
  readonly words: { readonly label: string; readonly hint: string; readonly button: string }
  readonly wrong: CaseWrong | undefined
}

function OneField({ intent, name, words, wrong }: OneFieldProps) {
  const all = riskCaseWords[useLanguage()]
  const isThis = wrong?.intent === intent
  return (
    <Form method="post" className="stack-4 mt4 narrow" noValidate>
      <input type="hidden" name="intent" value={intent} />
      <Field
        name={name}
        label={words.label}
        hint={words.hint}
        value={isThis ? wrong.given[name] : undefined}
        error={isThis ? all.wrong[wrong.wrong] : undefined}
        autoComplete="off"
      />
      <button className="btn btn-2" type="submit">
        {words.button}
      </button>
    </Form>
  )
}

function Invite({ wrong }: { readonly wrong: CaseWrong | undefined }) {
  const { one } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = riskCaseWords[language]
  const isThis = wrong?.intent === 'invite'
  return (
    <section className="narrow" aria-labelledby="invite">
      <h2 id="invite">{words.invite.title}</h2>
      <p className="mt4">{words.invite.text}</p>
      {one.asked > 0 ? <p className="mt4">{words.invite.sent(numberText(one.asked, language))}</p> : null}
      <Form method="post" className="stack-4 mt4" noValidate>
        <input type="hidden" name="intent" value="invite" />
        <Field
          name="addresses"
          type="textarea"
          rows={8}
          label={words.invite.label}
          hint={words.invite.hint}
          value={isThis ? wrong.given.addresses : undefined}
          error={isThis ? words.wrong[wrong.wrong] : undefined}
          autoComplete="off"
        />
        <button className="btn" type="submit">
          {words.invite.button}
        </button>
      </Form>
    </section>
  )
}

function Circle({ wrong }: { readonly wrong: CaseWrong | undefined }) {
  const { one } = useLoaderData<typeof loader>()
  const words = riskCaseWords[useLanguage()].seats
  const isOpen = one.closedAt === undefined
  return (
    <section aria-labelledby="circle">
      <h2 id="circle">{words.title}</h2>
      <ul className="find card mt4">
        {one.circle.map((seat) => (
          <li key={seat.id} className="row between">
            <div>
              {seat.name ?? words.noName}
              {seat.isSelf ? ` (${words.you})` : ''}
              <p className="small">
                {seat.organisationName}
                {seat.isLead ? `, ${words.lead}` : ''}
              </p>
            </div>
            {one.isLead && !seat.isSelf ? (
              <Form method="post">
                <input type="hidden" name="intent" value="unseat" />
                <input type="hidden" name="seat" value={seat.id} />
                <button className="btn btn-3 btn-s" type="submit">
                  {words.remove} <span className="vh">{words.removeWhich(seat.name ?? seat.organisationName)}</span>
                </button>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
      {isOpen && one.isLead ? (
        <OneField intent="seat" name="email" words={{ ...words, button: words.add }} wrong={wrong} />
      ) : null}
      {one.isLead ? null : (
        <Form method="post" className="mt4">
          <input type="hidden" name="intent" value="leaveCircle" />
          <button className="btn btn-d" type="submit">
            {words.leave}
          </button>
        </Form>
      )}
    </section>
  )
}

function Close({ wrong }: { readonly wrong: CaseWrong | undefined }) {
  const words = riskCaseWords[useLanguage()].close
  return (
    <section className="narrow" aria-labelledby="close">
      <h2 id="close">{words.title}</h2>
      <p className="mt4">{words.text}</p>
      <Form method="post" className="stack-4 mt4">
        <input type="hidden" name="intent" value="close" />
        <label className="check">
          <input type="checkbox" name="sure" value="yes" aria-invalid={wrong?.intent === 'close' ? true : undefined} />
          <span>{words.sure}</span>
        </label>
        <button className="btn btn-d" type="submit">
          {words.button}
        </button>
      </Form>
    </section>
  )
}
