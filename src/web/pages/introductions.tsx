import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { Introduction } from '../../modules/introductions/index.ts'
import { isPermitted } from '../../modules/permissions/index.ts'
import { todayInAmsterdam } from '../../platform/index.ts'
import { actorOf, signInFirst } from '../actor.ts'
import { EmptyState } from '../components/empty-state/empty-state.tsx'
import { type IntroductionLine, IntroductionList } from '../components/introduction-list/introduction-list.tsx'
import { siteContext } from '../context.ts'
import { languageOfPath, pageUrl, pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { introductionsWords } from '../words/introductions.ts'
import { useLanguage } from '../words/use-words.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { modules } = context.get(siteContext)
  const actor = await actorOf(context.get(siteContext), request)
  signInFirst(actor, request)
  const words = introductionsWords[languageOfPath(pageUrl(request).pathname)]
  const [all, mine] = await Promise.all([modules.introductions.list(actor, {}), modules.organisations.mine(actor)])
  const organisations = await modules.organisations.findMany([...new Set(all.map(({ organisation }) => organisation))])
  const names = new Map(organisations.map(({ id, name }) => [id, name]))
  const line = (one: Omit<Introduction, 'person'>): IntroductionLine => {
    const other = names.get(one.organisation) ?? words.gone
    return {
      id: one.id,
      about: words.about(one.vacancyTitle, other),
      state: one.state,
      other,
      ...(one.waitsFor === undefined ? {} : { waits: one.waitsFor === 'person' ? 'me' : 'other' }),
      dueOn: one.dueOn,
      changedOn: todayInAmsterdam(one.changedAt),
    }
  }
  return {
    open: all.filter(({ endedAt }) => endedAt === undefined).map(line),
    ended: all.filter(({ endedAt }) => endedAt !== undefined).map(line),
    desks: mine
      .filter(({ id }) => isPermitted(actor, 'introduction.read', { kind: 'organisation', id, organisation: id }))
      .map(({ id, name }) => ({ id, name })),
  }
}

export const headers = () => ({ 'cache-control': 'no-store' })

export const meta = pageMeta(
  introductionsWords,
  (words) => words.title,
  (words) => words.description,
)

export default function IntroductionsPage() {
  const { open, ended, desks } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = introductionsWords[language]
  return (
    <div className="wrap">
      <div className="head">
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
      </div>
      <div className="stack-6">
        {open.length + ended.length === 0 ? (
          <EmptyState
            title={words.none}
            actions={
              <Link className="btn" to={pathTo('vacancies', language)}>
                {words.toVacancies}
              </Link>
            }
          >
            <p>{words.noneText}</p>
          </EmptyState>
        ) : null}
        {open.length > 0 ? (
          <section aria-labelledby="open">
            <h2 id="open" className="h3">
              {words.open}
            </h2>
            <div className="mt4">
              <IntroductionList lines={open} />
            </div>
          </section>
        ) : null}
        {ended.length > 0 ? (
          <section aria-labelledby="ended">
            <h2 id="ended" className="h3">
              {words.ended}
            </h2>
            <div className="mt4">
              <IntroductionList lines={ended} />
            </div>
          </section>
        ) : null}
        {desks.length > 0 ? (
          <section aria-labelledby="desks">
            <h2 id="desks" className="h3">
              {words.desks}
            </h2>
            <ul className="plain mt4">
              {desks.map(({ id, name }) => (
                <li key={id}>
                  <Link to={pathTo('desk', language, { organisation: id })}>{words.deskLink(name)}</Link>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
    </div>
  )
}
