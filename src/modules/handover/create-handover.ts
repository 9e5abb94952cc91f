import { type ActingDatabase, actAs, asTask, Invalid, NotFound } from '../../platform/index.ts'
import { type Actor, actingAs } from '../permissions/index.ts'
import { type CopyView, changeCopy, chooseFields, toProgramme, viewCopy } from './copies.ts'
import { putDemoHandover } from './demo.ts'
import {
  addContact,
  addVersion,
  countCopies,
  findVersion,
  listContacts,
  listCopies,
  listKits,
  listPublished,
  lockTakingOver,
  removeContact,
  removeCopy,
  removeKit,
  saveCopy,
  saveKit,
} from './handover-store.ts'
import { emptyKit, type Kit, type KitCopy, languagesOf, type PublishedKit } from './kit.ts'
import type { Chosen } from './kit-fields.ts'
import { type AtOne, onCopy, onKit, openFor } from './on-desk.ts'
import { type AgreementKind, type HandoverParts, handoverTask } from './parts.ts'
import { readContent } from './read-content.ts'
import { HandoverRefusal } from './refusal.ts'

/** What a kit is about, beside its content. */
export interface KitAbout {
  readonly initiative?: string | undefined
  readonly programme?: string | undefined
}

export interface KitView {
  readonly kit: Kit
  /** What can be chosen as what it is about. */
  readonly choices: {
    readonly initiatives: readonly string[]
    readonly programmes: readonly { readonly id: string; readonly title: { readonly nl: string; readonly en: string } }[]
  }
  readonly contacts: readonly { readonly account: string; readonly name: string; readonly email: string }[]
  /** Whether it says something else than its last version. */
  readonly isAhead: boolean
}

/** Handover kits, and the copies that others made of them. All throw SignInNeeded, Forbidden or NotFound by the permission table. */
export interface Handover {
  /** Texts of agreements that a kit can name. */
  readonly agreements: readonly AgreementKind[]
  /** Public: the newest first. */
  published(where?: { readonly initiative?: string }): Promise<readonly Omit<PublishedKit, 'contacts'>[]>
  /** Public. @throws NotFound also when it was withdrawn */
  get(id: string): Promise<PublishedKit & { readonly copies: number }>

  kits(actor: Actor, organisation: string): Promise<readonly Kit[]>
  copies(actor: Actor, organisation: string): Promise<readonly KitCopy[]>
  /** A draft with a title. Gives its id. @throws Invalid */
  create(actor: Actor, organisation: string, title: { readonly nl?: string; readonly en?: string }): Promise<string>
  kit(actor: Actor, at: AtOne): Promise<KitView>
  /** @throws Invalid at a field; HandoverRefusal `changedMeanwhile` */
  change(actor: Actor, at: AtOne, content: unknown, about: KitAbout): Promise<void>
  /** A new version, which everybody sees. @throws HandoverRefusal `notComplete` */
  publish(actor: Actor, at: AtOne): Promise<number>
  /** Nobody can take it over any more; copies stay. */
  withdraw(actor: Actor, at: AtOne): Promise<void>
  /** Throws a draft away that was never published. @throws HandoverRefusal `wrongState` */
  remove(actor: Actor, at: AtOne): Promise<void>
  /** The actor puts themselves down as somebody to ask, or takes that back. Nobody does so for another. */
  beContact(actor: Actor, at: AtOne, isContact: boolean): Promise<void>

  /** Gives the id of the copy. @throws HandoverRefusal `ownKit`, `copyThere` */
  takeOver(actor: Actor, organisation: string, kit: string): Promise<string>
  copy(actor: Actor, at: AtOne): Promise<CopyView>
  changeCopy(actor: Actor, at: AtOne, content: unknown): Promise<void>
  /** Takes over what the original changed, field by field, or leaves it. */
  choose(actor: Actor, at: AtOne, chosen: Chosen): Promise<void>
  removeCopy(actor: Actor, at: AtOne): Promise<void>
  /** A draft on the desk of the educator that has the copy. Gives the id of the programme. @throws HandoverRefusal `notEducator` */
  toProgramme(actor: Actor, at: AtOne): Promise<string>

  organisationCloses(inside: ActingDatabase, organisation: string): Promise<void>
  putDemo(inside: ActingDatabase): Promise<void>
}

export function createHandover(parts: HandoverParts): Handover {
  const { db, clock, ids } = parts
  return {
    agreements: parts.agreements,
    published: (where = {}) => actAs(db, handoverTask, (task) => listPublished(task, where)),
    get: (id) =>
      actAs(db, handoverTask, async (task) => {
        const [found] = await listPublished(task, { id })
        if (!found) throw new NotFound('kit', id)
        const contacts = (await listContacts(task, id)).map(({ name, email }) => ({ name, email }))
        return { ...found, contacts, copies: await countCopies(task, id) }
      }),

    async kits(actor, organisation) {
      await openFor(parts, actor, 'kit.write', organisation)
      return actAs(db, actingAs(actor), (inside) => listKits(inside, organisation))
    },
    async copies(actor, organisation) {
      await openFor(parts, actor, 'kit.write', organisation)
      return actAs(db, actingAs(actor), (inside) => listCopies(inside, organisation))
    },
    async create(actor, organisation, title) {
      const { demo } = await openFor(parts, actor, 'kit.write', organisation)
      const content = await readContent(parts, { ...emptyKit, title })
      if (Object.keys(content.title).length === 0) throw new Invalid('title', 'Fill in a title.')
      const kit: Kit = {
        ...{ id: ids.next(), organisation, demo, state: 'draft', content, version: 1, published: 0, changedAt: clock.now() },
      }
      await actAs(db, actingAs(actor), (inside) => saveKit(inside, kit))
      return kit.id
    },
    async kit(actor, at) {
      const kit = await onKit(parts, actor, at, async (_inside, one) => one)
      const initiatives = await parts.runBy(at.organisation)
      return actAs(db, handoverTask, async (task) => {
        const last = await findVersion(task, kit.id)
        return {
          ...{ kit, contacts: await listContacts(task, kit.id) },
          choices: {
            initiatives,
            programmes: (await parts.trainings.ofOrganisation(task, at.organisation)).map(({ id, title }) => ({ id, title })),
          },
          isAhead: JSON.stringify(last?.content) !== JSON.stringify(kit.content),
        }
      })
    },
    async change(actor, at, given, about) {
      const { kit, choices } = await this.kit(actor, at)
      const content = await readContent(parts, given, kit.content)
      const { initiative, programme } = about
      if (initiative !== undefined && !choices.initiatives.includes(initiative))
        throw new Invalid('initiative', 'Your organisation does not run this initiative.')
      if (programme !== undefined && !choices.programmes.some(({ id }) => id === programme))
        throw new Invalid('programme', 'This programme is not on your desk.')
      if (Object.keys(content.title).length === 0) throw new Invalid('title', 'Fill in a title.')
      await onKit(parts, actor, { ...at, seen: at.seen ?? kit.version }, (inside, one) =>
        saveKit(inside, { ...one, content, initiative, programme, version: one.version + 1, changedAt: clock.now() }),
      )
    },
    publish: (actor, at) =>
      onKit(parts, actor, at, async (inside, kit) => {
        if (languagesOf(kit.content).length === 0) throw new HandoverRefusal('notComplete')
        const number = kit.published + 1
        const now = clock.now()
        await addVersion(inside, kit.id, number, kit.content, now)
        await saveKit(inside, { ...kit, state: 'published', published: number, version: kit.version + 1, changedAt: now })
        return number
      }),
    withdraw: (actor, at) =>
      onKit(parts, actor, at, async (inside, kit) => {
        if (kit.state !== 'published') throw new HandoverRefusal('wrongState')
        await saveKit(inside, { ...kit, state: 'withdrawn', version: kit.version + 1, changedAt: clock.now() })
      }),
    remove: (actor, at) =>
      onKit(parts, actor, at, async (inside, kit) => {
        if (kit.published > 0) throw new HandoverRefusal('wrongState')
        await removeKit(inside, kit.id)
      }),
    beContact: (actor, at, isContact) =>
      onKit(parts, actor, at, async (inside, kit) => {
        if (actor.kind !== 'account') throw new HandoverRefusal('wrongState')
        const { account } = actor
        if (isContact) await addContact(inside, { kit: kit.id, organisation: kit.organisation, account }, clock.now())
        else await removeContact(inside, kit.id, account)
      }),

    async takeOver(actor, organisation, id) {
      const { demo } = await openFor(parts, actor, 'kit.takeOver', organisation)
      const [kit] = await actAs(db, handoverTask, (task) => listPublished(task, { id }))
      if (!kit) throw new NotFound('kit', id)
      if (kit.organisation === organisation) throw new HandoverRefusal('ownKit')
      const now = clock.now()
      const copy: KitCopy = {
        ...{ id: ids.next(), organisation, demo, kit: id, fromOrganisation: kit.organisation, fromName: kit.organisationName },
        ...{ baseNumber: kit.number, base: kit.content, content: kit.content, version: 1, takenAt: now, changedAt: now },
      }
      await actAs(db, actingAs(actor), async (inside) => {
        await lockTakingOver(inside, organisation)
        if ((await listCopies(inside, organisation)).some((one) => one.kit === id)) throw new HandoverRefusal('copyThere')
        await saveCopy(inside, copy)
      })
      return copy.id
    },
    copy: (actor, at) => viewCopy(parts, actor, at),
    changeCopy: (actor, at, content) => changeCopy(parts, actor, at, content),
    choose: (actor, at, chosen) => chooseFields(parts, actor, at, chosen),
    removeCopy: (actor, at) => onCopy(parts, actor, at, (inside, copy) => removeCopy(inside, copy.id)),
    toProgramme: (actor, at) => toProgramme(parts, actor, at),

    organisationCloses: (inside, organisation) =>
      asTask(inside, 'handover', async (task) => {
        for (const kit of await listKits(task, organisation)) {
          if (kit.state !== 'published') continue
          await saveKit(task, { ...kit, state: 'withdrawn', version: kit.version + 1, changedAt: clock.now() })
        }
      }),
    putDemo: (inside) => putDemoHandover(parts, inside),
  }
}
