import type { LoaderFunctionArgs } from 'react-router'
import { type Actor, isPermitted } from '../../modules/permissions/index.ts'
import {
  type AgreementView,
  chosenEndReasons,
  endedWell,
  type PlacementView,
  pauseReasons,
  type State,
  weeksToNote,
  wholeText,
} from '../../modules/placements/index.ts'
import { NotFound, todayInAmsterdam } from '../../platform/index.ts'
import { actorOf, signInFirst } from '../actor.ts'
import { type SiteContext, siteContext } from '../context.ts'
import { maySeeCredits } from '../credits/may-see.ts'
import { languageOfPath, pageUrl } from '../paths.ts'
import { employerMoneyOf } from './employer-money.ts'

const mostWeeks = 12

/** What the pages of one placement show to who looks. Accounts stay here: the page shows names. */
export async function loadPlacement({ request, context, params }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const actor = await actorOf(site, request)
  signInFirst(actor, request)
  const search = pageUrl(request).searchParams
  const { qualifications } = site.modules.placements
  const view = await site.modules.placements.get(actor, params.placement ?? '', { week: search.get('week') ?? undefined })
  const { placement, agreements, steps } = view
  const { person: _person, supervisor, coach, ...shown } = placement
  return {
    ...view,
    placement: shown,
    /** Only to who may name others. */
    named: view.may.includes('people') ? { supervisor, coach } : {},
    agreements: agreements.map(shownAgreement),
    steps: steps.map((one) => ({ ...one, on: todayInAmsterdam(one.at) })),
    endedOn: placement.endedAt === undefined ? undefined : todayInAmsterdam(placement.endedAt),
    creboName: qualifications.find(({ code }) => code === placement.crebo)?.nl,
    crebos: qualifications.map(({ code, nl }) => `${code} ${nl}`),
    weeks: weeksToNote(placement, view.today, mostWeeks),
    badgeBy: badgeBy(actor, view),
    /** Who could guide as well: while the draft can change. */
    supporters: placement.state === 'draft' && view.may.includes('change') ? await supportersOf(site) : [],
    reasons: { end: chosenEndReasons, pause: pauseReasons },
    done: search.get('done') ?? undefined,
    seesCredits: hasBegun(placement.state) && maySeeCredits(actor, placement),
    employerMoney: await employerMoneyOf(site, view, languageOfPath(pageUrl(request).pathname)),
  }
}

const mostSupporters = 100

async function supportersOf(site: SiteContext) {
  const found = []
  for (const kind of ['region', 'branch', 'public'] as const)
    found.push(...(await site.modules.organisations.list({ kind, limit: mostSupporters })).items)
  return found.map(({ id, name }) => ({ id, name }))
}

/** Of a placement that ended well with confirmed hours: the organisation for which who looks may make a badge of it. */
function badgeBy(actor: Actor, { placement, hours }: PlacementView): string | undefined {
  if (!endedWell(placement) || !hours.some(({ isConfirmed }) => isConfirmed)) return undefined
  return [placement.employer, placement.school].find((organisation) =>
    isPermitted(actor, 'badge.issue', { kind: 'organisation', id: organisation, organisation }),
  )
}

/** Before it holds there is no work that counts. */
const hasBegun = (state: State): boolean => state !== 'draft' && state !== 'signing'

export type LoadedPlacement = Awaited<ReturnType<typeof loadPlacement>>
export type ShownAgreement = ReturnType<typeof shownAgreement>

/** Without accounts and sessions: who signed is said by name. */
function shownAgreement({ signatures, signedAt, withdrawnAt, reminded, ...one }: AgreementView) {
  return {
    ...one,
    signatures: signatures.map(({ role, name, at }) => ({ role, name, on: todayInAmsterdam(at), at: timeOf(at) })),
    reminded: reminded.map(({ role, at }) => ({ role, on: todayInAmsterdam(at) })),
    signedOn: signedAt === undefined ? undefined : todayInAmsterdam(signedAt),
    withdrawnOn: withdrawnAt === undefined ? undefined : todayInAmsterdam(withdrawnAt),
  }
}

const clockTime = new Intl.DateTimeFormat('nl-NL', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Amsterdam' })
/** '14:05', in Amsterdam. */
const timeOf = (at: number): string => clockTime.format(at)

/** One text of a placement, with the exact words that were signed. @throws NotFound */
export async function loadAgreement(args: LoaderFunctionArgs) {
  const loaded = await loadPlacement(args)
  const agreement = loaded.agreements.find(({ id }) => id === args.params.agreement)
  if (!agreement) throw new NotFound('agreement', args.params.agreement ?? '')
  return { ...loaded, agreement, whole: agreement.text && wholeText(agreement.text) }
}
