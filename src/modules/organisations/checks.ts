import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { type ActingDatabase, actAs, asTask } from '../../platform/index.ts'
import { type Actor, actingAs, permit } from '../permissions/index.ts'
import type { Check, Checklist } from './check.ts'
import { createCheckStore } from './check-store.ts'
import { type Context, onOrganisation, readOrganisation, signedIn } from './context.ts'
import { domainOf, hashOf, hostOf, isWithin, readEmail } from './email.ts'
import { refuseRealAddress } from './invitations.ts'
import { daysOf, linkTo } from './mail.ts'
import type { Organisation, ParsedFields } from './organisation.ts'
import { Refused } from './refused.ts'
import { mostMails, terms } from './terms.ts'
import { WrongField } from './wrong-field.ts'

/** What is checked of organisations. Who did it and when is kept. */
export interface Checks {
  /**
   * Mails a link to an address at the organisation's own domain; `openAt` is the page that opens it.
   * @throws Invalid at the field `email`; Refused `checksOften`
   */
  askDomainCheck(
    actor: Actor,
    organisation: string,
    asked: { readonly email: string; readonly language: 'nl' | 'en'; readonly openAt: string },
  ): Promise<void>
  /** What a link is about, for an owner. @throws Refused `linkGone`, SignInNeeded */
  openDomainCheck(
    actor: Actor,
    code: string,
  ): Promise<{ readonly organisation: string; readonly name: string; readonly domain: string }>
  /** An owner opened the link: the domain was checked. Gives the organisation. @throws Refused `linkGone` */
  confirmDomain(actor: Actor, code: string): Promise<string>
  /** An administrator looked the register number up. Refused: the number goes. @throws Refused `nothingToCheck` */
  verify(actor: Actor, organisation: string, outcome: 'checked' | 'refused'): Promise<void>
  /** What an administrator should look at. */
  checklist(actor: Actor): Promise<Checklist>
  /** What was checked of an organisation, the latest first, for its members. */
  checksOf(actor: Actor, organisation: string): Promise<readonly Check[]>
}

/** Inside the transaction of a change: what was checked and is changed now, is not checked any more. */
export type Lapse = (inside: ActingDatabase, account: string, before: Organisation, after: Changed) => Promise<void>

export interface CheckWork extends Checks {
  readonly lapse: Lapse
  removeLinks(inside: ActingDatabase, now: number): Promise<number>
}

type Changed = Pick<ParsedFields, 'name' | 'registerNumber' | 'website'>

const freeMailSchema = z.object({ about: z.string(), checkedOn: z.iso.date(), domains: z.array(z.string()).min(1) })
const listed = 50

export function createChecks(context: Context): CheckWork {
  const { db, clock, ids, store, writeMail } = context
  const checks = createCheckStore()
  const file = new URL('../../../data/organisations/free-mail.json', import.meta.url)
  const freeMail = freeMailSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).domains

  /** @throws Invalid when mail at this domain says nothing of the organisation */
  function readDomain(organisation: Organisation, email: string): string {
    const domain = domainOf(email)
    if (freeMail.some((free) => isWithin(domain, free))) {
      throw new WrongField(
        'email',
        'freeMail',
        'Anybody can get an address there. Use one at a domain of the organisation itself.',
      )
    }
    const host = hostOf(organisation.website)
    if (host !== undefined && !isWithin(host, domain) && !isWithin(domain, host)) {
      throw new WrongField(
        'email',
        'otherWebsite',
        `The website of the organisation is at ${host}. Use an address there, or change the website first.`,
      )
    }
    return domain
  }

  const log = (inside: ActingDatabase, account: string, check: Pick<Check, 'organisation' | 'what' | 'outcome' | 'subject'>) =>
    checks.log(inside, { id: ids.next(), account, at: clock.now(), ...check })

  return {
    askDomainCheck: (actor, id, { email, language, openAt }) =>
      onOrganisation(context, actor, 'organisation.change', id, async (inside, organisation) => {
        const address = readEmail(email)
        refuseRealAddress(organisation, address)
        const domain = readDomain(organisation, address)
        const now = clock.now()
        if ((await checks.countLinksSince(inside, id, now - terms.windowMs)) >= mostMails.domainChecks) {
          throw new Refused('checksOften')
        }
        const code = ids.token()
        const tokenHash = hashOf(code)
        const { account } = signedIn(actor)
        await checks.addLink(inside, { tokenHash, organisation: id, domain, account, now, expiresAt: now + terms.domainCheckMs })
        await writeMail(inside, {
          template: 'domain-check',
          to: { email: address },
          language,
          data: { path: linkTo(openAt, code), organisation: organisation.name, domain, days: daysOf(terms.domainCheckMs) },
          once: `domain-check/${tokenHash}`,
          kind: 'needed',
        })
      }),

    async openDomainCheck(actor, code) {
      signedIn(actor)
      return actAs(db, actingAs(actor), async (inside) => {
        const link = await checks.findLink(inside, hashOf(code), clock.now())
        const organisation = link && (await store.find(inside, link.organisation))
        if (!link || !organisation) throw new Refused('linkGone')
        permit(actor, 'organisation.change', { kind: 'organisation', id: link.organisation, organisation: link.organisation })
        return { organisation: organisation.id, name: organisation.name, domain: link.domain }
      })
    },

    async confirmDomain(actor, code) {
      const { account } = signedIn(actor)
      return actAs(db, actingAs(actor), async (inside) => {
        const link = await checks.findLink(inside, hashOf(code), clock.now())
        if (!link) throw new Refused('linkGone')
        const { organisation, domain } = link
        permit(actor, 'organisation.change', { kind: 'organisation', id: organisation, organisation })
        await store.lock(inside, organisation)
        if (!(await checks.useLink(inside, hashOf(code), clock.now()))) throw new Refused('linkGone')
        await checks.setDomain(inside, organisation, domain, clock.now())
        await log(inside, account, { organisation, what: 'domain', outcome: 'checked', subject: domain })
        return organisation
      })
    },

    verify: (actor, id, outcome) =>
      onOrganisation(context, actor, 'organisation.verify', id, async (inside, organisation) => {
        const { registerNumber, verification, closed } = organisation
        if (registerNumber === undefined || verification === 'register' || closed) throw new Refused('nothingToCheck')
        if (outcome === 'checked') await checks.setRegisterChecked(inside, id, true, clock.now())
        else await checks.removeRegisterNumber(inside, id)
        // The administrator is no member, and writes in its log all the same.
        await asTask(inside, 'log-check', (task) =>
          log(task, signedIn(actor).account, { organisation: id, what: 'register', outcome, subject: registerNumber }),
        )
      }),

    async checklist(actor) {
      permit(actor, 'organisation.verify', { kind: 'page', id: 'admin' })
      return actAs(db, actingAs(actor), (inside) =>
        asTask(inside, 'checklist', async (task) => {
          const newest = await checks.newest(task, listed)
          const [waiting, withoutOwner] = [await checks.waiting(task, listed), await checks.withoutOwner(task, listed)]
          const found = await store.findMany(task, [...waiting, ...withoutOwner, ...newest.map(({ id }) => id)])
          const byId = new Map(found.map((one) => [one.id, one]))
          const those = (all: readonly string[]): Organisation[] => all.flatMap((id) => byId.get(id) ?? [])
          return {
            waiting: those(waiting),
            withoutOwner: those(withoutOwner),
            newest: newest.flatMap(({ id, createdAt }) => those([id]).map((one) => ({ ...one, createdAt }))),
            done: await checks.list(task, undefined, listed),
          }
        }),
      )
    },

    checksOf: (actor, id) => readOrganisation(context, actor, 'member.read', id, (inside) => checks.list(inside, id, listed)),

    async lapse(inside, account, before, after) {
      const { id, domain, registerNumber, verification } = before
      const isOther = after.registerNumber !== registerNumber || after.name !== before.name
      if (verification === 'register' && registerNumber !== undefined && isOther) {
        await checks.setRegisterChecked(inside, id, false, clock.now())
        await log(inside, account, { organisation: id, what: 'register', outcome: 'lapsed', subject: registerNumber })
      }
      const host = hostOf(after.website)
      if (domain !== undefined && host !== undefined && !isWithin(host, domain) && !isWithin(domain, host)) {
        await checks.setDomain(inside, id, undefined, clock.now())
        await log(inside, account, { organisation: id, what: 'domain', outcome: 'lapsed', subject: domain })
      }
    },

    removeLinks: (inside, now) => checks.removeLinks(inside, now),
  }
}
