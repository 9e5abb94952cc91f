import { type ActingDatabase, Invalid, NotFound } from '../../../platform/index.ts'
import { foldEmail } from '../../accounts/index.ts'
import { type Actor, isPermitted } from '../../permissions/index.ts'
import type { Language } from '../../skills/index.ts'
import { type AskedBadge, achievementSchema, parseBadge } from './achievement.ts'
import { badgeOfAward, badgeOfPractice, badgeOfProgramme } from './award-badge.ts'
import { type BadgeDesk, type Issuer, type Offer, revokeReasons } from './badge.ts'
import { findBadge, findHolder, listHolders, listIssued, revokeBadges } from './badge-store.ts'
import { type KeyAlgorithm, keyAlgorithms, type PublishedKey } from './issuer-documents.ts'
import { addOffer, listOffers, removeOffer } from './offer-store.ts'
import { BadgeRefused } from './refused.ts'
import { signAndKeep } from './sign-badge.ts'
import { didOf } from './site-address.ts'
import { accountOf, asProgram, checkMayIssue, forOrganisation, newBadgeId, type Work } from './work.ts'

const dayMs = 86_400_000
/** An offer waits so long for an answer. */
const offerDays = 60
const mostOffers = 500
const mostListed = 500
/** In the demo nobody's mailbox is reached. */
const demoDomain = '@demo.example'

export interface AskedIssue extends AskedBadge {
  readonly organisation: string
  /** Account of who gets it. */
  readonly person: string
}

export interface AskedOffer extends AskedBadge {
  readonly organisation: string
  readonly email: string
  /** Language of the mail. */
  readonly mailLanguage: Language
}

/** What an organisation does with its badges. */
export interface BadgesOnDesk {
  /**
   * Signs a badge for somebody whom the organisation knows here, as after an award. Nobody else sees it before that person says yes.
   * @throws Invalid at fields; NotFound; BadgeRefused
   */
  issue(actor: Actor, asked: AskedIssue): Promise<{ readonly id: string }>
  /**
   * The same, about the unit of an award of credits that stands. @throws NotFound; BadgeRefused, `twice` when there is one already
   */
  issueForAward(
    actor: Actor,
    asked: { readonly organisation: string; readonly placement: string; readonly award: string },
  ): Promise<{ readonly id: string }>
  /** The same, about a programme that somebody completed with this organisation. @throws NotFound; BadgeRefused */
  issueForProgramme(
    actor: Actor,
    asked: { readonly organisation: string; readonly enrolment: string },
  ): Promise<{ readonly id: string }>
  /** The same, about work while learning that ended well; by its employer or its school. @throws NotFound; BadgeRefused */
  issueForPractice(
    actor: Actor,
    asked: { readonly organisation: string; readonly placement: string },
  ): Promise<{ readonly id: string }>
  /**
   * Writes to an address that a badge waits. The answer is the same whether or not somebody has an account with it; nothing is signed before whoever
   * has the address says yes.
   * @throws Invalid at fields; BadgeRefused
   */
  offer(actor: Actor, asked: AskedOffer): Promise<{ readonly id: string }>
  /** @throws NotFound */
  withdraw(actor: Actor, organisation: string, offer: string): Promise<void>
  /** For good. @throws NotFound; Invalid `reason`; BadgeRefused `isRevoked` */
  revoke(actor: Actor, organisation: string, badge: string, reason: string): Promise<void>
  desk(actor: Actor, organisation: string): Promise<BadgeDesk>
  keysOf(actor: Actor, organisation: string): Promise<readonly PublishedKey[]>
  /** A new key signs from now on. @param algorithm left out: as the key before @throws Invalid `algorithm` */
  rotateKey(actor: Actor, organisation: string, algorithm?: string): Promise<void>
  /**
   * Somebody else may have had a key since a moment (milliseconds since 1970): our badges that it signed from then on are revoked.
   * @throws NotFound; Invalid `from` when it lies ahead
   */
  loseKey(actor: Actor, organisation: string, key: string, from: number): Promise<void>
}

export function createOnDesk(work: Work, openAt: (language: Language, badge: string) => string): BadgesOnDesk {
  const { clock, keys, site } = work

  async function tell(
    inside: ActingDatabase,
    to: { readonly account: string } | { readonly email: string },
    language: Language,
    { id, organisation, title }: { readonly id: string; readonly organisation: string; readonly title: string },
  ): Promise<void> {
    await work.mail.write(inside, {
      template: 'badge-offered',
      to,
      language,
      kind: 'needed',
      once: `badge-offered/${id}`,
      data: { path: openAt(language, id), organisation, title },
    })
  }

  async function issueIn(
    inside: ActingDatabase,
    actor: Actor,
    issuer: Issuer,
    person: string,
    asked: AskedBadge,
  ): Promise<{ readonly id: string }> {
    const badge = parseBadge(asked, clock.now())
    checkMayIssue(issuer, badge.about.kind)
    // As who asks: the database gives the key to colleagues only.
    const key = await keys.signing(inside, issuer.id)
    return asProgram(inside, async (program) => {
      const holder = await findHolder(program, person)
      if (!holder) throw new NotFound('person', person)
      const { id } = await signAndKeep(work, program, {
        ...{ id: newBadgeId(), issuer, badge, key, person, email: holder.email },
        ...{ isAccepted: false, isPublic: false, issuedBy: accountOf(actor) },
      })
      const title = badge.title[holder.language]
      await tell(program, { account: person }, holder.language, { id, organisation: issuer.name, title })
      return { id }
    })
  }

  return {
    issue: (actor, asked) =>
      forOrganisation(work, actor, 'badge.issue', asked.organisation, (inside, issuer) =>
        issueIn(inside, actor, issuer, asked.person, asked),
      ),

    issueForAward: (actor, { organisation, placement, award }) =>
      forOrganisation(work, actor, 'badge.issue', organisation, async (inside, issuer) => {
        const given = await work.awardOf?.(inside, placement, award)
        if (given?.school !== organisation) throw new NotFound('award', award)
        return issueIn(inside, actor, issuer, given.person, badgeOfAward(given))
      }),

    issueForProgramme: (actor, { organisation, enrolment }) =>
      forOrganisation(work, actor, 'badge.issue', organisation, async (inside, issuer) => {
        const done = await work.completedOf?.(inside, enrolment)
        if (done?.school !== organisation) throw new NotFound('enrolment', enrolment)
        return issueIn(inside, actor, issuer, done.person, badgeOfProgramme(done))
      }),

    issueForPractice: (actor, { organisation, placement }) =>
      forOrganisation(work, actor, 'badge.issue', organisation, async (inside, issuer) => {
        const done = await work.practiceOf?.(inside, placement)
        if (!done || ![done.employer, done.school].includes(organisation)) throw new NotFound('placement', placement)
        return issueIn(inside, actor, issuer, done.person, badgeOfPractice(placement, done))
      }),

    offer: (actor, asked) =>
      forOrganisation(work, actor, 'badge.issue', asked.organisation, async (inside, issuer) => {
        const badge = parseBadge(asked, clock.now())
        checkMayIssue(issuer, badge.about.kind)
        const email = foldEmail(asked.email)
        if (email === undefined) throw new Invalid('email', 'Fill in an e-mail address, as naam@voorbeeld.nl.')
        if (issuer.demo && !email.endsWith(demoDomain)) throw new BadgeRefused('demoAddress')
        const now = clock.now()
        if ((await listOffers(inside, issuer.id, now)).length >= mostOffers) throw new BadgeRefused('offeredMany')
        const offer: Offer = {
          ...{ id: newBadgeId(), organisation: issuer.id, demo: issuer.demo, email, ...badge.about },
          achievement: achievementSchema.parse(badge),
          ...(badge.validUntil === undefined ? {} : { validUntil: badge.validUntil }),
          ...{ madeAt: now, expiresAt: now + offerDays * dayMs },
        }
        await addOffer(inside, offer, accountOf(actor))
        const told = { id: offer.id, organisation: issuer.name, title: badge.title[asked.mailLanguage] }
        await asProgram(inside, (program) => tell(program, { email }, asked.mailLanguage, told))
        return { id: offer.id }
      }),

    withdraw: (actor, organisation, offer) =>
      forOrganisation(work, actor, 'badge.revoke', organisation, async (inside) => {
        if (!(await removeOffer(inside, organisation, offer))) throw new NotFound('badge', offer)
      }),

    revoke: (actor, organisation, id, asked) =>
      forOrganisation(work, actor, 'badge.revoke', organisation, async (inside) => {
        const badge = await findBadge(inside, id, true)
        if (badge?.organisation !== organisation) throw new NotFound('badge', id)
        const reason = revokeReasons.find((one) => one === asked)
        if (!reason) throw new Invalid('reason', `Choose a reason: ${revokeReasons.join(', ')}.`)
        if (badge.revoked) throw new BadgeRefused('isRevoked')
        await revokeBadges(inside, organisation, { id }, { at: clock.now(), reason })
      }),

    desk: (actor, organisation) =>
      forOrganisation(work, actor, 'badge.read', organisation, async (inside, issuer) => {
        const may = (action: 'badge.issue' | 'badge.revoke' | 'key.read') =>
          isPermitted(actor, action, { kind: 'organisation', id: organisation, organisation })
        const badges = await listIssued(inside, organisation, mostListed)
        const people = badges.map(({ person }) => person)
        const holders = new Map((await asProgram(inside, (program) => listHolders(program, people))).map((one) => [one.id, one]))
        return {
          badges: badges.map((one) => ({ ...one, holder: nameOf(holders.get(one.person)) })),
          offers: await listOffers(inside, organisation, clock.now()),
          keys: may('key.read') ? await keys.list(inside, organisation) : undefined,
          mayIssue: may('badge.issue'),
          mayRevoke: may('badge.revoke'),
          ...(issuer.verification === 'unverified' ? { refusal: 'notVerified' as const } : {}),
          isReachable: site.isPublic,
          did: didOf(site, organisation),
        }
      }),

    keysOf: (actor, organisation) =>
      forOrganisation(work, actor, 'key.read', organisation, (inside) => keys.list(inside, organisation)),

    rotateKey: (actor, organisation, algorithm) =>
      forOrganisation(work, actor, 'key.change', organisation, (inside) =>
        keys.rotate(inside, organisation, algorithm === undefined ? undefined : readAlgorithm(algorithm)),
      ),

    loseKey: (actor, organisation, key, from) =>
      forOrganisation(work, actor, 'key.change', organisation, async (inside) => {
        const now = clock.now()
        if (!(from <= now))
          throw new Invalid('from', 'Fill in the day since when somebody else may have had it: today or before.')
        await keys.lose(inside, organisation, key, from)
        await revokeBadges(inside, organisation, { signedWith: key, from }, { at: now, reason: 'key' })
      }),
  }
}

function readAlgorithm(text: string): KeyAlgorithm {
  const found = keyAlgorithms.find((one) => one === text)
  if (!found) throw new Invalid('algorithm', `Choose how the key signs: ${keyAlgorithms.join(' or ')}.`)
  return found
}

const nameOf = (holder: { readonly name: string | null; readonly email: string } | undefined): string =>
  holder?.name?.trim() || (holder?.email ?? '')
