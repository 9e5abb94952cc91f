import { type ActingDatabase, actAs, asTask, Forbidden, NotFound } from '../../platform/index.ts'
import { type Actor, actingAs, permit, type Role } from '../permissions/index.ts'
import { type Context, onOrganisation, readOrganisation, signedIn } from './context.ts'
import { domainOf, hashOf, readEmail } from './email.ts'
import type { Invitation, OpenedInvitation } from './invitation.ts'
import { createInvitationStore, type KeptInvitation } from './invitation-store.ts'
import { daysOf, linkTo } from './mail.ts'
import { readRoles } from './members.ts'
import type { Organisation } from './organisation.ts'
import { Refused } from './refused.ts'
import { roleWords } from './role-words.ts'
import { mostMails, terms } from './terms.ts'
import { WrongField } from './wrong-field.ts'

/** Invitations by mail: for one address, used once, within `terms.invitationMs`. */
export interface Invitations {
  /** Mails an invitation; `openAt` is the page that opens links. An open one to the same address is withdrawn. @throws Invalid at a field, Refused `invitedOften` */
  invite(
    actor: Actor,
    organisation: string,
    asked: { readonly email: string; readonly roles: readonly Role[]; readonly language: 'nl' | 'en'; readonly openAt: string },
  ): Promise<void>
  /** Those that can still be accepted, the newest first. */
  invitations(actor: Actor, organisation: string): Promise<readonly Invitation[]>
  /** @throws NotFound when it cannot be accepted any more */
  withdrawInvitation(actor: Actor, organisation: string, invitation: string): Promise<void>
  /** What a link is about. @throws Refused `invitationGone`, SignInNeeded */
  openInvitation(actor: Actor, code: string): Promise<OpenedInvitation>
  /**
   * Who is signed in with the address that was invited becomes a member; gives the organisation.
   * @throws Refused `invitationGone`; Forbidden for another address
   */
  accept(actor: Actor, code: string): Promise<string>
}

/** Beside what the module shows: for the other parts of it. */
export interface InvitationWork extends Invitations {
  /** Writes one invitation and its mail, in the transaction of its cause. */
  write(
    inside: ActingDatabase,
    organisation: Pick<Organisation, 'id' | 'name'>,
    asked: {
      readonly email: string
      readonly roles: readonly Role[]
      readonly language: 'nl' | 'en'
      readonly openAt: string
      readonly account: string
      /** What the mail names as who asks; left out: the organisation itself. */
      readonly invitedBy?: string
    },
  ): Promise<void>
}

/** Addresses of the demo: mail to them goes nowhere. */
export const demoDomain = 'demo.example'

/** @throws Invalid at the field `email`: who plays in the demo cannot send mail to real people. */
export function refuseRealAddress(organisation: Pick<Organisation, 'demo'>, email: string): void {
  if (!organisation.demo || domainOf(email) === demoDomain) return
  throw new WrongField('email', 'demoAddress', `In the demo only addresses at ${demoDomain} can be used.`)
}

export function createInvitations(context: Context): InvitationWork {
  const { db, clock, ids, store, memberStore, writeMail } = context
  const invitationStore = createInvitationStore()

  const write: InvitationWork['write'] = async (inside, organisation, { email, roles, language, openAt, account, invitedBy }) => {
    const [id, code, now] = [ids.next(), ids.token(), clock.now()]
    const expiresAt = now + terms.invitationMs
    const kept: KeptInvitation = {
      id,
      organisation: organisation.id,
      email,
      emailFolded: email,
      roles,
      createdAt: now,
      expiresAt,
    }
    await invitationStore.withdrawAll(inside, organisation.id, now, kept.emailFolded)
    await invitationStore.insert(inside, { ...kept, tokenHash: hashOf(code), invitedBy: account })
    await writeMail(inside, {
      template: 'organisation-invitation',
      to: { email },
      language,
      data: {
        path: linkTo(openAt, code),
        organisation: organisation.name,
        ...(invitedBy === undefined ? {} : { invitedBy }),
        roles: roles.map((role) => roleWords[language][role]),
        days: daysOf(terms.invitationMs),
      },
      once: `organisation-invitation/${id}`,
      kind: 'needed',
    })
  }

  /** The invitation behind a code with its organisation, and whether it is for this account. */
  async function open(inside: ActingDatabase, account: string, code: string) {
    const own = await invitationStore.findAccount(inside, account)
    return asTask(inside, 'open-invitation', async (task) => {
      // The organisation first, as everywhere: two that lock in different orders would wait for each other.
      const of = await invitationStore.organisationOf(task, hashOf(code))
      const organisation = of === undefined ? undefined : await store.lock(task, of)
      const invitation = await invitationStore.lockOpen(task, hashOf(code), clock.now())
      if (!invitation || !organisation || organisation.closed) throw new Refused('invitationGone')
      return { invitation, organisation, isForYou: own?.emailFolded === invitation.emailFolded }
    })
  }

  return {
    write,

    invite: (actor, id, { email, roles, language, openAt }) =>
      onOrganisation(context, actor, 'member.invite', id, async (inside, organisation) => {
        const address = readEmail(email)
        const wanted = readRoles(roles)
        refuseRealAddress(organisation, address)
        const sent = await invitationStore.countSince(inside, id, address, clock.now() - terms.windowMs)
        const most =
          organisation.verification === 'unverified' ? mostMails.invitationsOfUnverified : mostMails.invitationsOfVerified
        if (sent.all >= most || sent.toAddress >= mostMails.invitationsToOneAddress) throw new Refused('invitedOften')
        await write(inside, organisation, { email: address, roles: wanted, language, openAt, account: signedIn(actor).account })
      }),

    invitations: (actor, id) =>
      readOrganisation(context, actor, 'member.read', id, async (inside) => {
        const found = await invitationStore.listOpen(inside, id, clock.now())
        return found.map(({ organisation: _organisation, emailFolded: _folded, ...shown }) => shown)
      }),

    withdrawInvitation: (actor, id, invitation) =>
      onOrganisation(context, actor, 'member.invite', id, async (inside) => {
        const wasOpen = await invitationStore.withdraw(inside, id, invitation, clock.now())
        if (!wasOpen) throw new NotFound('invitation', invitation)
      }),

    async openInvitation(actor, code) {
      const { account } = signedIn(actor)
      return actAs(db, actingAs(actor), async (inside) => {
        const { invitation, organisation, isForYou } = await open(inside, account, code)
        return { organisation: organisation.id, organisationName: organisation.name, roles: invitation.roles, isForYou }
      })
    },

    async accept(actor, code) {
      const { account } = signedIn(actor)
      permit(actor, 'invitation.accept', { kind: 'account', id: 'own', person: account })
      return actAs(db, actingAs(actor), async (inside) => {
        const { invitation, organisation, isForYou } = await open(inside, account, code)
        if (!isForYou) {
          throw new Forbidden('This invitation is for another address. Sign in with the address to which it was mailed.')
        }
        await asTask(inside, 'accept-invitation', async (task) => {
          await invitationStore.accept(task, invitation.id, clock.now())
          await memberStore.add(task, { organisation: organisation.id, account, roles: invitation.roles }, clock.now())
          await store.open(task, organisation.id, clock.now())
        })
        return organisation.id
      })
    },
  }
}
