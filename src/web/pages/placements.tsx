import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { isPermitted } from '../../modules/permissions/index.ts'
import type { PlacementLine } from '../../modules/placements/index.ts'
import { NotFound } from '../../platform/index.ts'
import { actorOf, signInFirst } from '../actor.ts'
import { EmptyState } from '../components/empty-state/empty-state.tsx'
import { type ListedPlacement, PlacementList } from '../components/placement-list/placement-list.tsx'
import { siteContext } from '../context.ts'
import { pageUrl, pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { placementWords } from '../words/placement.ts'
import { placementNewWords } from '../words/placement-new.ts'
import { useLanguage } from '../words/use-words.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { modules } = context.get(siteContext)
  const actor = await actorOf(context.get(siteContext), request)
  signInFirst(actor, request)
  const asked = pageUrl(request).searchParams.get('organisation') ?? undefined
  const mine = await modules.organisations.mine(actor)
  const organisation = mine.find(({ id }) => id === asked)
  if (asked !== undefined && !organisation) throw new NotFound('organisation', asked)
  const may = (action: 'placement.read' | 'placement.school' | 'placement.propose', id: string): boolean =>
    isPermitted(actor, action, { kind: 'organisation', id, organisation: id })
  const lines = await modules.placements.list(actor, asked === undefined ? {} : { organisation: asked })
  const listed = lines.map((line) => toListed(line, asked !== undefined))
  return {
    organisation: organisation && {
      id: organisation.id,
      name: organisation.name,
      hasSchool: may('placement.school', organisation.id),
      mayDraft: may('placement.propose', organisation.id),
    },
    going: listed.filter(({ state }) => state !== 'ended'),
    over: listed.filter(({ state }) => state === 'ended'),
    organisations: mine.filter(({ id }) => id !== asked && may('placement.read', id)).map(({ id, name }) => ({ id, name })),
  }
}

function toListed({ placement, names, waits, signBy }: PlacementLine, withStudent: boolean): ListedPlacement {
  const { id, programmeTitle: programme, state, from, until } = placement
  return {
    ...{ id, programme, state, from, until, waits, signBy, school: names.school, employer: names.employer },
    ...(withStudent ? { student: names.student ?? null } : {}),
  }
}

export const headers = () => ({ 'cache-control': 'no-store' })

export const meta = pageMeta<(typeof placementWords)['nl'], Awaited<ReturnType<typeof loader>>>(
  placementWords,
  (words, loaded) => (loaded?.organisation ? words.titleOf(loaded.organisation.name) : words.title),
  (words) => words.description,
)

export default function PlacementsPage() {
  const { organisation, going, over, organisations } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = placementWords[language]
  const here = pathTo('placements', language)
  return (
    <div className="wrap">
      <div className="head">
        <h1>{organisation ? words.titleOf(organisation.name) : words.title}</h1>
        <p className="lead">{words.lead}</p>
      </div>
      <div className="stack-6">
        {going.length + over.length === 0 ? (
          <EmptyState title={words.none}>
            <p>{words.noneText}</p>
          </EmptyState>
        ) : null}
        <Part id="going" title={words.going} lines={going} />
        <Part id="over" title={words.over} lines={over} />
        {organisation?.mayDraft ? (
          <p>
            <Link className="btn" to={pathTo('placementNew', language, { organisation: organisation.id })}>
              {placementNewWords[language].link}
            </Link>
          </p>
        ) : null}
        {organisation?.hasSchool ? (
          <p>
            <Link to={pathTo('placementSchool', language, { organisation: organisation.id })}>{words.toSchool}</Link>
          </p>
        ) : null}
        {organisations.length > 0 || organisation ? (
          <section aria-labelledby="organisations">
            <h2 id="organisations" className="h3">
              {words.organisations}
            </h2>
            <ul className="plain mt4">
              {organisation ? (
                <li>
                  <Link to={here}>{words.toMine}</Link>
                </li>
              ) : null}
              {organisations.map(({ id, name }) => (
                <li key={id}>
                  <Link to={`${here}?${new URLSearchParams({ organisation: id })}`}>{words.titleOf(name)}</Link>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
    </div>
  )
}

function Part({ id, title, lines }: { readonly id: string; readonly title: string; readonly lines: readonly ListedPlacement[] }) {
  if (lines.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="h3">
        {title}
      </h2>
      <div className="mt4">
        <PlacementList lines={lines} />
      </div>
    </section>
  )
}
