import type { LoaderFunctionArgs } from 'react-router'
import { isPermitted } from '../../modules/permissions/index.ts'
import { openOrganisation } from '../organisation/org-loader.ts'

const mostPeople = 200
const mostListed = 100
/** States in which somebody can work while learning, or is about to. */
const going: ReadonlySet<string> = new Set(['applied', 'admitting', 'waiting', 'admitted', 'enrolled', 'started'])

/** What a school or an employer chooses from to draft a placement by hand. */
export async function loadNewPlacement(args: LoaderFunctionArgs) {
  const { site, actor, id, organisation, done } = await openOrganisation(args)
  const { placements, enrolments, organisations } = site.modules
  const { side, starts } = await placements.drafting(actor, id)
  const listed = async (...kinds: readonly ('employer' | 'public' | 'region' | 'branch')[]) => {
    const found = []
    for (const kind of kinds) found.push(...(await organisations.list({ kind, limit: mostListed })).items)
    return found.map((one) => ({ id: one.id, name: one.name }))
  }
  const isSchool = side === 'school'
  const people = isSchool ? (await enrolments.systems.page(actor, { organisation: id, limit: mostPeople })).items : []
  return {
    ...{ side, organisation: { id, name: organisation.name }, done },
    mayInvite: isPermitted(actor, 'placement.invite', { kind: 'organisation', id, organisation: id }),
    students: people
      .filter(({ state }) => going.has(state))
      .map((one) => ({ enrolment: one.id, called: one.called, programme: one.programmeTitle, startsOn: one.startsOn })),
    employers: isSchool ? await listed('employer', 'public') : [],
    supporters: await listed('region', 'branch', 'public'),
    starts,
    crebos: placements.qualifications.map(({ code, nl }) => `${code} ${nl}`),
  }
}

export type LoadedNew = Awaited<ReturnType<typeof loadNewPlacement>>
