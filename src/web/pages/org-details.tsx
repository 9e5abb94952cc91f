import { Form, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { todayInAmsterdam } from '../../platform/index.ts'
import { OrgNav } from '../components/org-nav/org-nav.tsx'
import { CheckedList } from '../organisation/checked-list.tsx'
import { detailsAction } from '../organisation/details-action.ts'
import { ClosePart, LeavePart } from '../organisation/ending-parts.tsx'
import { Field } from '../organisation/field.tsx'
import { OrganisationForm } from '../organisation/fields-form.tsx'
import type { OrgWrong } from '../organisation/org-action.ts'
import { openOrganisation } from '../organisation/org-loader.ts'
import { TiesPart } from '../organisation/ties-part.tsx'
import { Told, useFieldWrong } from '../organisation/told.tsx'
import { VerificationTag } from '../organisation/verification.tsx'
import { pageMeta } from '../shell/page-meta.ts'
import { orgDeskWords } from '../words/org-desk.ts'
import { organisationWords } from '../words/organisations.ts'
import { useLanguage } from '../words/use-words.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { site, actor, id, organisation, done } = await openOrganisation(args)
  const { organisations } = site.modules
  const [ties, proposed, checks] = await Promise.all([
    organisations.ties(id),
    organisations.proposedTies(actor, id),
    organisations.checksOf(actor, id),
  ])
  return {
    organisation,
    isOwner: organisation.roles.includes('owner'),
    ties,
    proposed,
    checks: checks.map((one) => ({ ...one, at: todayInAmsterdam(one.at) })),
    done,
  }
}

export const action = detailsAction
export const headers = () => ({ 'cache-control': 'no-store' })

type Loaded = Awaited<ReturnType<typeof loader>>

export const meta = pageMeta<(typeof orgDeskWords)['nl'], Loaded>(orgDeskWords, (words, loaded) =>
  words.details.title(loaded?.organisation.name ?? ''),
)

export default function OrgDetailsPage() {
  const { organisation, isOwner, ties, proposed, checks, done } = useLoaderData<typeof loader>()
  const wrong = useActionData<typeof action>() as OrgWrong | undefined
  const words = orgDeskWords[useLanguage()].details
  const told: Readonly<Record<string, string>> = {
    saved: words.saved,
    domainAsked: words.domainAsked,
    agreed: words.agreed,
    ended: words.ended,
  }
  return (
    <div className="wrap">
      <div className="head">
        <OrgNav organisation={organisation} />
        <h1>{words.title(organisation.name)}</h1>
        <p className="lead">{words.lead}</p>
      </div>
      <Told wrong={wrong} done={done !== undefined && Object.hasOwn(told, done) ? told[done] : undefined} />
      <div className="stack-6">
        <CheckPart organisation={organisation} isOwner={isOwner} wrong={wrong} />
        <CheckedList checks={checks} />
        <TiesPart organisation={organisation} isOwner={isOwner} ties={ties} proposed={proposed} />
        {isOwner ? (
          <section className="narrow" aria-labelledby="change">
            <h2 id="change" className="h3">
              {words.change}
            </h2>
            <p className="mt4 mb4">{words.changeNote}</p>
            <OrganisationForm intent="change" organisation={organisation} wrong={wrong} button={words.save} />
          </section>
        ) : null}
        <LeavePart />
        {isOwner ? <ClosePart /> : null}
      </div>
    </div>
  )
}

/** What was checked, what that means, and how to have more of it checked. */
function CheckPart({
  organisation,
  isOwner,
  wrong,
}: Pick<Loaded, 'organisation' | 'isOwner'> & { readonly wrong: OrgWrong | undefined }) {
  const language = useLanguage()
  const words = orgDeskWords[language].details
  const { error, given } = useFieldWrong(wrong, 'askDomain')
  const { registerNumber, verification } = organisation
  const register =
    registerNumber === undefined ? words.registerNone : verification === 'register' ? words.registerDone : words.registerWaits
  return (
    <section className="narrow" aria-labelledby="check">
      <h2 id="check" className="h3">
        {words.check}
      </h2>
      <p className="row mt4">
        <VerificationTag verification={verification} />
      </p>
      <p className="mt4">{organisationWords[language].verificationMeans[verification](organisation)}</p>
      {isOwner ? (
        <div className="stack-4 mt4">
          <div>
            <h3 className="h4">{words.register}</h3>
            <p>{register}</p>
          </div>
          <div>
            <h3 className="h4">{words.domain}</h3>
            <p>{words.domainText}</p>
          </div>
          <Form method="post" className="stack-3" noValidate>
            <input type="hidden" name="intent" value="askDomain" />
            <Field
              name="email"
              type="email"
              label={words.domainEmail}
              value={given('email')}
              error={error('email')}
              autoComplete="off"
            />
            <button className="btn btn-2" type="submit">
              {words.askDomain}
            </button>
          </Form>
        </div>
      ) : null}
    </section>
  )
}
