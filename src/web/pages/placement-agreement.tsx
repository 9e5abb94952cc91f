import { Form, Link, useActionData, useLoaderData } from 'react-router'
import type { AgreementCheck } from '../../modules/placements/index.ts'
import { Alert } from '../components/alert/alert.tsx'
import { Icon } from '../components/icon/icon.tsx'
import { Field } from '../organisation/field.tsx'
import { pathTo } from '../paths.ts'
import { Signatures } from '../placement/agreements-part.tsx'
import { loadAgreement } from '../placement/load-placement.ts'
import { isWrong, type PlacementAnswer } from '../placement/placement-action.ts'
import { agreementAction } from '../placement/placement-buttons.ts'
import { RepaymentWarning } from '../placement/repayment-warning.tsx'
import { PlacementTold, useFormWrong } from '../placement/told.tsx'
import { pageMeta } from '../shell/page-meta.ts'
import { dateText } from '../words/format.ts'
import { placementWords } from '../words/placement.ts'
import { placementFormWords } from '../words/placement-forms.ts'
import { useLanguage } from '../words/use-words.ts'

export const loader = loadAgreement
export const action = agreementAction
export const headers = () => ({ 'cache-control': 'no-store' })

type Loaded = Awaited<ReturnType<typeof loader>>

const nameOf = ({ number }: Loaded['agreement'], language: 'nl' | 'en'): string => {
  const words = placementWords[language].agreements
  return number === 1 ? words.agreement : words.addendum(number - 1)
}

export const meta = pageMeta<(typeof placementFormWords)['nl'], Loaded>(placementFormWords, (words, loaded, language) =>
  words.text.title(loaded ? nameOf(loaded.agreement, language) : ''),
)

export default function PlacementAgreementPage() {
  const loaded = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const language = useLanguage()
  const words = placementFormWords[language].text
  const { placement, agreement } = loaded
  const wrong = isWrong(answered) ? answered : undefined
  const check =
    !answered || isWrong(answered) || !('answer' in answered) ? undefined : (answered as PlacementAnswer<AgreementCheck>).answer
  return (
    <div className="wrap">
      <div className="head">
        <Link className="crumb" to={pathTo('placement', language, { placement: placement.id })}>
          <Icon name="left" />
          {words.back}
        </Link>
        <h1>{words.title(nameOf(agreement, language))}</h1>
        {agreement.waits.length > 0 ? <p className="lead">{words.lead}</p> : null}
      </div>
      <PlacementTold wrong={wrong} done={undefined} />
      <div className="stack-6">
        <RepaymentWarning found={agreement.repayment} />
        <Texts loaded={loaded} />
        <Sign loaded={loaded} error={useFormWrong(wrong, 'sign').error('read')} />
        <section aria-labelledby="signatures">
          <h2 id="signatures">{placementWords[language].agreements.title}</h2>
          <div className="mt4">
            <Signatures agreement={agreement} caption={nameOf(agreement, language)} />
          </div>
          <p className="mt4 agreement-mark">
            {words.hash}: <span className="num">{agreement.hash}</span>
          </p>
        </section>
        <Check loaded={loaded} check={check} />
      </div>
    </div>
  )
}

/** The text in both languages: first that of the page. Only the Dutch one holds. */
function Texts({ loaded: { agreement } }: { readonly loaded: Loaded }) {
  const language = useLanguage()
  const words = placementFormWords[language].text
  const { text } = agreement
  if (!text) return <Alert kind="info" title={words.gone} />
  const other = language === 'nl' ? 'en' : 'nl'
  const titles = { nl: words.dutch, en: words.english } as const
  return (
    <section aria-labelledby="text">
      <h2 id="text">{titles[language]}</h2>
      <div className="card mt4">
        <div className="agreement-text">{text[language]}</div>
      </div>
      <details className="mt4">
        <summary lang={other === 'en' ? 'en' : undefined}>{titles[other]}</summary>
        <div className="agreement-text mt4" lang={other}>
          {text[other]}
        </div>
      </details>
    </section>
  )
}

function Sign({ loaded, error }: { readonly loaded: Loaded; readonly error: string | undefined }) {
  const language = useLanguage()
  const words = placementFormWords[language].text
  const { agreement, maySignFor, may, placement } = loaded
  if (agreement.waits.length === 0) return null
  const [role] = maySignFor
  const isOpen = placement.state !== 'ended'
  return (
    <section className="narrow" aria-labelledby="sign">
      <h2 id="sign">{words.sign}</h2>
      <p className="mt4">{placementWords[language].signBefore(dateText(agreement.signBy, language))}.</p>
      {role === undefined ? (
        <p className="mt4">{words.mine}</p>
      ) : (
        <Form method="post" className="stack-4 mt4" noValidate>
          <input type="hidden" name="intent" value="sign" />
          <input type="hidden" name="hash" value={agreement.hash} />
          <input type="hidden" name="role" value={role} />
          <p>{words.signFor(placementWords[language].sides[role])}</p>
          <label className="check">
            <input type="checkbox" name="read" value="yes" aria-invalid={error ? true : undefined} />
            <span>{words.read}</span>
          </label>
          <p className="hint">{words.evidence}</p>
          <button className="btn" type="submit">
            {words.sign}
          </button>
        </Form>
      )}
      {isOpen && may.includes('sign') ? (
        <Form method="post" className="stack-3 mt5">
          <input type="hidden" name="intent" value="withdraw" />
          <p className="small">{words.withdrawText}</p>
          <button className="btn btn-d" type="submit">
            {words.withdraw}
          </button>
        </Form>
      ) : null}
    </section>
  )
}

/** Anybody of the parties holds a text against its mark and the signatures. */
function Check({ loaded: { whole, agreement }, check }: { readonly loaded: Loaded; readonly check: AgreementCheck | undefined }) {
  const language = useLanguage()
  const words = placementFormWords[language].text
  const { roles } = placementWords[language]
  return (
    <section aria-labelledby="check">
      <h2 id="check">{words.check}</h2>
      <p className="mt4">{words.checkText}</p>
      {check ? (
        <div className="stack-3 mt4" role="status">
          {check.kept === undefined ? null : (
            <Alert kind={check.kept ? 'ok' : 'error'} title={check.kept ? words.kept : words.notKept} />
          )}
          {check.given === undefined ? null : (
            <Alert kind={check.given ? 'ok' : 'error'} title={check.given ? words.given : words.notGiven} />
          )}
          <ul>
            {check.signatures.map(({ role, isOfText }) => (
              <li key={role}>
                {roles[role]}: {isOfText ? words.signatureOk : words.signatureNot}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <Form method="post" className="stack-4 mt4 narrow">
        <input type="hidden" name="intent" value="check" />
        <Field id="check-text" name="text" type="textarea" rows={6} label={words.checkLabel} hint={words.checkHint} />
        <button className="btn btn-2" type="submit">
          {words.checkButton}
        </button>
      </Form>
      {whole === undefined ? null : (
        <details className="mt4">
          <summary>{words.whole}</summary>
          <pre className="org-example" lang={agreement.text ? 'nl' : undefined}>
            {whole}
          </pre>
        </details>
      )}
    </section>
  )
}
