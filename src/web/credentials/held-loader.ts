import type { LoaderFunctionArgs } from 'react-router'
import { credentialLimits, type KeptChecks, type Lapsed, type OwnCredential } from '../../modules/credentials/index.ts'
import { type DateText, todayInAmsterdam } from '../../platform/index.ts'
import { actorOf, signInFirst } from '../actor.ts'
import { siteContext } from '../context.ts'
import { languageOfPath, pageUrl } from '../paths.ts'

export interface NamedOrganisation {
  readonly id: string
  readonly name: string
}

/** A credential that somebody keeps, as its page shows it. */
export interface ShownHeld {
  readonly id: string
  readonly title: string
  readonly issuerName: string
  readonly issuedOn?: DateText
  readonly until?: DateText
  readonly checkedOn: DateText
  readonly conclusion: OwnCredential['conclusion']
  readonly checks: KeptChecks
  readonly lapsed?: Lapsed
  /** It ends within so many days as a rule says. */
  readonly isSoon: boolean
  readonly skills: readonly string[]
  readonly releasedTo: readonly NamedOrganisation[]
}

export const doneOf = ['kept', 'removed', 'released', 'takenBack'] as const
const dayMs = 86_400_000

export async function heldLoader({ request, context }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const actor = await actorOf(site, request)
  signInFirst(actor, request)
  const { accounts, badges, credentials, organisations, skills } = site.modules
  const url = pageUrl(request)
  const language = languageOfPath(url.pathname)
  const [account, own, held, mine, catalogue, soonDays] = await Promise.all([
    accounts.find(actor),
    badges.mine(actor),
    credentials.list(actor),
    organisations.mine(actor),
    skills.catalogue(),
    credentials.soonDays(),
  ])
  const named = mine.map(({ id, name }) => ({ id, name }))
  const now = site.clock.now()
  const shown = held.map((one): ShownHeld => {
    const { issuedAt, validUntil } = one
    const isOver = validUntil !== undefined && validUntil <= now
    const lapsed = one.lapsed ?? (isOver ? 'expired' : undefined)
    return {
      ...{ id: one.id, title: one.title, issuerName: one.issuerName, conclusion: one.conclusion, checks: one.checks },
      ...(issuedAt === undefined ? {} : { issuedOn: todayInAmsterdam(issuedAt) }),
      ...(validUntil === undefined ? {} : { until: todayInAmsterdam(validUntil) }),
      ...(lapsed === undefined ? {} : { lapsed }),
      checkedOn: todayInAmsterdam(one.checkedAt),
      isSoon: lapsed === undefined && validUntil !== undefined && soonDays !== undefined && validUntil - now <= soonDays * dayMs,
      skills: one.skills.map(({ concept }) => catalogue.label(concept, language)),
      releasedTo: one.releasedTo.map((id) => named.find((organisation) => organisation.id === id) ?? { id, name: id }),
    }
  })
  return {
    name: account.name ?? '',
    own,
    held: shown,
    organisations: named,
    megabytes: credentialLimits.fileBytes / 1_000_000,
    done: doneOf.find((one) => one === url.searchParams.get('done')),
  }
}
