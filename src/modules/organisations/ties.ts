import { type ActingDatabase, actAs, asTask, NotFound } from '../../platform/index.ts'
import { type Actor, actingAs, isPermitted, permit } from '../permissions/index.ts'
import { type Context, onOrganisation, readOrganisation, signedIn } from './context.ts'
import type { Organisation } from './organisation.ts'
import { Refused } from './refused.ts'
import { createTieStore, type TieStore } from './tie-store.ts'

/** What is above and below an organisation. */
export interface Tied {
  readonly parents: readonly Organisation[]
  readonly children: readonly Organisation[]
}

/** The tree of branches, regions and the organisations in them. Proposed from above, agreed from below, left on either side. No circles. */
export interface Ties {
  /** Agreed ones, for everybody. */
  ties(organisation: string): Promise<Tied>
  /** Those that wait for the organisation below, for members of either side. */
  proposedTies(actor: Actor, organisation: string): Promise<Tied>
  /**
   * `at`: the page at which owners below agree, mailed to them.
   * @throws Refused `tieToItself`, `tieCircle`, `tieKnown`, `notVerified`; NotFound
   */
  proposeTie(
    actor: Actor,
    parent: string,
    child: string,
    mail: { readonly language: 'nl' | 'en'; readonly at: string },
  ): Promise<void>
  /** @throws Refused `tieGone` */
  agreeTie(actor: Actor, parent: string, child: string): Promise<void>
  /** Either side leaves, or says no. @throws Refused `tieGone` */
  endTie(actor: Actor, parent: string, child: string): Promise<void>
}

export interface TieWork extends Ties {
  /** Inside the transaction of an onboarding: ties it, and tells the owners of the child; nothing when it is tied. Whether it was new. */
  propose(
    inside: ActingDatabase,
    parent: Organisation,
    child: Organisation,
    mail: { readonly language: 'nl' | 'en'; readonly at: string },
  ): Promise<boolean>
  readonly store: TieStore
}

export function createTies(context: Context): TieWork {
  const { db, clock, ids, store, memberStore, writeMail } = context
  const ties = createTieStore()

  async function tied(inside: Parameters<TieStore['list']>[0], organisation: string, isAgreed: boolean): Promise<Tied> {
    const all = (await ties.list(inside, organisation)).filter((tie) => tie.isAgreed === isAgreed)
    const found = await store.findMany(
      inside,
      all.map(({ parent, child }) => (parent === organisation ? child : parent)),
    )
    const those = (side: 'parent' | 'child'): Organisation[] =>
      found.filter((one) => !one.closed && all.some((tie) => tie[side] === one.id && tie[side] !== organisation))
    return { parents: those('parent'), children: those('child') }
  }

  const propose: TieWork['propose'] = async (inside, parent, child, { language, at }) => {
    await ties.lockTree(inside)
    if (parent.id === child.id) throw new Refused('tieToItself')
    if (await ties.find(inside, parent.id, child.id)) return false
    if (await ties.isAbove(inside, child.id, parent.id)) throw new Refused('tieCircle')
    await ties.propose(inside, parent.id, child.id, clock.now())
    const owners = await asTask(inside, 'tell-owners', (task) => memberStore.owners(task, child.id))
    for (const account of owners) {
      await writeMail(inside, {
        template: 'tie-proposed',
        to: { account },
        language,
        data: { path: at, parent: parent.name, child: child.name },
        once: `tie-proposed/${ids.next()}`,
        kind: 'needed',
      })
    }
    return true
  }

  return {
    store: ties,
    propose,

    ties: (organisation) => tied(db, organisation, true),

    proposedTies: (actor, organisation) =>
      readOrganisation(context, actor, 'member.read', organisation, (inside) => tied(inside, organisation, false)),

    proposeTie: (actor, parentId, childId, mail) =>
      onOrganisation(context, actor, 'tie.propose', parentId, async (inside, parent) => {
        const child = await store.find(inside, childId)
        if (!child || child.closed || child.isAwaited) throw new NotFound('organisation', childId)
        if (parent.verification === 'unverified') throw new Refused('notVerified')
        if (!(await propose(inside, parent, child, mail))) throw new Refused('tieKnown')
      }),

    agreeTie: (actor, parent, child) =>
      onOrganisation(context, actor, 'tie.agree', child, async (inside) => {
        await ties.lockTree(inside)
        if (!(await ties.agree(inside, parent, child, clock.now()))) throw new Refused('tieGone')
      }),

    async endTie(actor, parent, child) {
      signedIn(actor)
      return actAs(db, actingAs(actor), async (inside) => {
        if (!(await ties.find(inside, parent, child))) throw new NotFound('tie', `${parent} ${child}`)
        const below = { kind: 'organisation', id: child, organisation: child }
        if (!isPermitted(actor, 'tie.end', below)) permit(actor, 'tie.end', { ...below, id: parent, organisation: parent })
        if (!(await ties.remove(inside, parent, child))) throw new Refused('tieGone')
      })
    },
  }
}
