import { Form, Link, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { isPermitted } from '../../modules/permissions/index.ts'
import { actorOf } from '../actor.ts'
import { Alert } from '../components/alert/alert.tsx'
import { siteContext } from '../context.ts'
import type { OrgWrong } from '../organisation/org-action.ts'
import { organisationAction } from '../organisation/page-action.ts'
import { Told } from '../organisation/told.tsx'
import { VerificationTag } from '../organisation/verification.tsx'
import { pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { introductionsWords, replyRateText } from '../words/introductions.ts'
import { organisationWords } from '../words/organisations.ts'
import { useLanguage } from '../words/use-words.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const { organisations, regions, introductions } = site.modules
  const id = params.organisation ?? ''
  const actor = await actorOf(site, request)
  const [organisation, ties, mine, replyRate] = await Promise.all([
    organisations.show(actor, id),
    organisations.ties(id),
    organisations.mine(actor),
    introductions.replyRate({ organisation: id }),
  ])
  const tiedTo = new Set([...ties.parents, ...ties.children].map((one) => one.id))
  return {
    organisation,
    regionName: organisation.region === undefined ? undefined : regions.find(organisation.region)?.name,
    replyRate,
    parents: ties.parents,
    children: ties.children,
    isMember: mine.some((one) => one.id === id),
    /** Those of mine that may ask this one to be a member. */
    mayAsk: organisation.isAwaited
      ? []
      : mine
          .filter((one) => one.id !== id && !tiedTo.has(one.id) && one.verification !== 'unverified')
          .filter((one) => isPermitted(actor, 'tie.propose', { kind: 'organisation', id: one.id, organisation: one.id }))
          .map((one) => ({ id: one.id, name: one.name })),
  }
}

export const action = organisationAction

type Loaded = Awaited<ReturnType<typeof loader>>

export const meta = pageMeta<(typeof organisationWords)['nl'], Loaded>(
  organisationWords,
  (words, loaded) => loaded?.organisation.name ?? words.title,
  (words, loaded) =>
    loaded &&
    `${loaded.organisation.name}. ${words.kinds[loaded.organisation.kind]}. ${words.verifications[loaded.organisation.verification]}.`,
)

export default function OrganisationPage() {
  const { organisation, regionName, replyRate, parents, children, isMember, mayAsk } = useLoaderData<typeof loader>()
  const wrong = useActionData<typeof action>() as OrgWrong | undefined
  const language = useLanguage()
  const words = organisationWords[language]
  const { page } = words
  const vacancies = `${pathTo('vacancies', language)}?${new URLSearchParams({ text: organisation.name })}`
  return (
    <div className="wrap">
      <div className="head">
        <Link className="crumb" to={pathTo('organisations', language)}>
          {words.title}
        </Link>
        <h1>{organisation.name}</h1>
        <p className="row">
          <span className="tag">{words.kinds[organisation.kind]}</span>
          <VerificationTag verification={organisation.verification} />
          {organisation.demo ? <span className="tag t-flat">{words.demo}</span> : null}
        </p>
      </div>
      <Told wrong={wrong} done={undefined} />
      <div className="stack-6">
        {organisation.isAwaited ? <Alert kind="info" title={words.awaited} /> : null}
        {isMember ? (
          <p>
            <Link className="btn" to={pathTo('orgDetails', language, { organisation: organisation.id })}>
              {page.toDesk}
            </Link>
          </p>
        ) : null}
        <dl className="org-facts">
          <Fact name={page.verification}>{words.verificationMeans[organisation.verification](organisation)}</Fact>
          {organisation.kind === 'employer' || organisation.kind === 'public' || replyRate.of > 0 ? (
            <Fact name={introductionsWords[language].asked.rate}>{replyRateText(replyRate, language)}</Fact>
          ) : null}
          <Fact name={page.place}>{organisation.placeName ?? <span className="unk">{page.unknown}</span>}</Fact>
          {regionName ? <Fact name={page.region}>{regionName}</Fact> : null}
          {organisation.website ? (
            <Fact name={page.website}>
              <a className="breaks" href={organisation.website} rel="nofollow noreferrer">
                {organisation.website}
              </a>
            </Fact>
          ) : null}
          {parents.length > 0 ? (
            <Fact name={page.memberOf}>
              <Names all={parents} />
            </Fact>
          ) : null}
        </dl>
        {organisation.about ? (
          <section aria-labelledby="about">
            <h2 id="about" className="h3">
              {page.about}
            </h2>
            <p className="mt4 breakable lines">{organisation.about}</p>
          </section>
        ) : null}
        <section aria-labelledby="vacancies">
          <h2 id="vacancies" className="h3">
            {page.vacancies}
          </h2>
          <p className="mt4">
            <Link to={vacancies}>{page.vacanciesLink(organisation.name)}</Link>
          </p>
        </section>
        {children.length > 0 ? (
          <section aria-labelledby="members">
            <h2 id="members" className="h3">
              {page.members}
            </h2>
            <div className="mt4">
              <Names all={children} />
            </div>
          </section>
        ) : null}
        {mayAsk.map((one) => (
          <Form method="post" key={one.id}>
            <input type="hidden" name="intent" value="proposeTie" />
            <input type="hidden" name="parent" value={one.id} />
            <button className="btn btn-2" type="submit">
              {page.proposeFor(one.name)}
            </button>
          </Form>
        ))}
      </div>
    </div>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt className="label">{name}</dt>
      <dd className="bare">{children}</dd>
    </div>
  )
}

function Names({ all }: { readonly all: readonly { readonly id: string; readonly name: string }[] }) {
  const language = useLanguage()
  return (
    <ul className="plain">
      {all.map(({ id, name }) => (
        <li key={id}>
          <Link to={pathTo('organisation', language, { organisation: id })}>{name}</Link>
        </li>
      ))}
    </ul>
  )
}
