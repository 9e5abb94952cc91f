import { data, type LoaderFunctionArgs } from 'react-router'
import type { NoListReason, PeopleShown } from '../../modules/match-profiles/index.ts'
import type { PoolCounts } from '../../modules/pool-effects/index.ts'
import { fromTo } from '../components/pool-effect/pair-text.ts'
import { openOrganisation } from '../organisation/org-loader.ts'
import { languageOfPath, pageUrl } from '../paths.ts'
import { deskWords } from '../words/desk.ts'
import { mayOn } from './may-on.ts'
import { reachOf } from './reach.ts'

const mostNudges = 2

/** Why there is no list now. */
export type WithoutList = NoListReason | 'notOpen' | 'soon' | 'busy'

/** People without names for one vacancy, what could bring more, and with whom something is going on. */
export async function peopleLoader(args: LoaderFunctionArgs) {
  const { site, actor, id, organisation, done } = await openOrganisation(args)
  const { request, params } = args
  const language = languageOfPath(pageUrl(request).pathname)
  const vacancy = params.vacancy ?? ''
  const { vacancyDesk, matchProfiles, introductions } = site.modules
  const { record } = await vacancyDesk.get(actor, { organisation: id, vacancy })
  const list = async (): Promise<{ readonly people?: PeopleShown; readonly without?: WithoutList }> => {
    if (record.state !== 'published') return { without: 'notOpen' }
    try {
      return { people: await matchProfiles.forVacancy(actor, vacancy, language, { organisation: id, signal: request.signal }) }
    } catch (error) {
      const without = withoutOf(error)
      if (!without) throw error
      return { without }
    }
  }
  const [shown, open, reach] = await Promise.all([
    list(),
    mayOn(actor, 'introduction.read', id) ? introductions.list(actor, { organisation: id, vacancy, open: true }) : [],
    record.state === 'published' ? reachOf(site, record, language, request.signal) : undefined,
  ])
  return data(
    {
      organisation,
      vacancy: { id: vacancy, title: record.title, language: record.language },
      ...shown,
      open: open.map(({ handle, proposedBy }) => ({ handle, isInvited: proposedBy === 'organisation' })),
      nudges: nudgesOf(reach?.counts?.demands ?? []),
      done,
    },
    { headers: { 'cache-control': 'no-store' } },
  )
}

/** The demands that by themselves cost most, where that can be said: never without a number. */
function nudgesOf(demands: PoolCounts['demands']): PoolCounts['demands'] {
  return demands
    .filter(({ costs }) => fromTo(costs)[1] > 0)
    .toSorted((a, b) => fromTo(b.costs)[1] - fromTo(a.costs)[1])
    .slice(0, mostNudges)
}

/** Errors of the modules are other classes in the build of the site: their names and reasons tell what they are. */
function withoutOf(error: unknown): WithoutList | undefined {
  if (!(error instanceof Error)) return undefined
  const { reason, kind } = error as Partial<{ reason: string; kind: string }>
  if (error.name === 'Forbidden' && isNoList(reason)) return reason
  if (error.name === 'Busy') return 'busy'
  // Published this moment: no engine knows it yet.
  return error.name === 'NotFound' && kind === 'published vacancy' ? 'soon' : undefined
}

const isNoList = (reason: string | undefined): reason is NoListReason =>
  reason !== undefined && Object.hasOwn(deskWords.nl.peoplePage.noList, reason)
