import { Link, useActionData, useLoaderData } from 'react-router'
import { todayInAmsterdam } from '../../platform/calendar.ts'
import type { BadgeWrong } from '../badges/badge-action.ts'
import { BadgeFacts } from '../badges/badge-facts.tsx'
import { Downloads, Elsewhere } from '../badges/badge-files.tsx'
import { BadgeTold } from '../badges/badge-told.tsx'
import { credentialAction } from '../badges/credential-action.ts'
import { HolderPart } from '../badges/holder-part.tsx'
import { loadCredential } from '../badges/load-credential.ts'
import { Alert } from '../components/alert/alert.tsx'
import { BadgeChecks } from '../components/badge-checks/badge-checks.tsx'
import { VerificationTag } from '../organisation/verification.tsx'
import { credentialPath, pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { badgeWords } from '../words/badges.ts'
import { dateText } from '../words/format.ts'
import { organisationWords } from '../words/organisations.ts'
import { useLanguage } from '../words/use-words.ts'

export const loader = loadCredential
export const action = credentialAction
export const headers = () => ({ 'cache-control': 'private, no-cache', vary: 'accept, cookie', 'x-robots-tag': 'noindex' })

type Loaded = Awaited<ReturnType<typeof loader>>['data']

export const meta = pageMeta<(typeof badgeWords)['nl'], Loaded>(
  badgeWords,
  (words, loaded, language) => loaded?.badge?.achievement.title[language] ?? words.title,
  (words, loaded) => loaded?.badge && words.about(loaded.badge.issuer.name),
)

export default function CredentialPage() {
  const { badge, done, signInAt, listAt, keysAt } = useLoaderData<typeof loader>()
  const wrong = useActionData<typeof action>() as BadgeWrong | undefined
  const language = useLanguage()
  const words = badgeWords[language]
  if (!badge) {
    return (
      <div className="wrap">
        <div className="head">
          <h1>{done === 'removed' ? words.title : words.hidden.title}</h1>
        </div>
        <BadgeTold wrong={wrong} done={done} />
        {done === 'removed' ? null : <p>{words.hidden.text}</p>}
        {signInAt === undefined ? null : (
          <p>
            <Link className="btn" to={signInAt}>
              {words.hidden.signIn}
            </Link>
          </p>
        )}
      </div>
    )
  }
  const { issuer, achievement, revoked } = badge
  const title = achievement.title[language]
  const isSigned = badge.state !== 'offered'
  return (
    <div className="wrap">
      <div className="head badge-head">
        <div>
          <p className="eyebrow">{words.eyebrow(issuer.name)}</p>
          <h1>{title}</h1>
          <p className="row">
            <Link to={pathTo('organisation', language, { organisation: issuer.id })}>{issuer.name}</Link>
            <VerificationTag verification={issuer.verification} />
            {issuer.demo ? <span className="tag t-flat">{organisationWords[language].demo}</span> : null}
          </p>
          <p className="lead">{achievement.description[language]}</p>
        </div>
        {isSigned ? (
          <img
            className="badge-picture"
            src={`${credentialPath(badge.id)}/badge.svg?language=${language}`}
            alt={words.picture(title, issuer.name)}
            width="220"
            height="220"
          />
        ) : null}
      </div>
      <BadgeTold wrong={wrong} done={done} />
      <div className="stack-6">
        {revoked ? (
          <Alert kind="error" title={words.revoked(dateText(todayInAmsterdam(revoked.at), language))}>
            <p>{words.revokedWhy[revoked.reason]}</p>
          </Alert>
        ) : null}
        {badge.as === 'issuer' ? <Alert kind="info" title={words.issuerSees} /> : null}
        {badge.as === 'holder' ? <HolderPart of={badge} /> : null}
        <BadgeFacts of={badge} />
        {isSigned ? (
          <>
            <section aria-labelledby="checks">
              <h2 id="checks" className="h3">
                {words.checks.title}
              </h2>
              <p className="mt4 mb4">{words.checks.lead}</p>
              <BadgeChecks checks={badge.checks} />
              <p className="note mt4">{words.checks.whose}</p>
            </section>
            <Downloads badge={badge.id} />
            <Elsewhere of={badge} listAt={listAt} keysAt={keysAt} />
          </>
        ) : null}
      </div>
    </div>
  )
}
