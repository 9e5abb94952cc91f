import { type ActingDatabase, actAs, Invalid, NotFound, todayInAmsterdam } from '../../platform/index.ts'
import { type Actor, actingAs, permit } from '../permissions/index.ts'
import { type ReadFile, readFile } from './baking/index.ts'
import { type Checks, checkCredential, readKey } from './checks/index.ts'
import { jsonIn } from './document/index.ts'
import { putDemoHeld } from './held/demo.ts'
import { evidenceBySkill, type ProvenState, provenStates, type SkillEvidence } from './held/evidence.ts'
import { type CredentialFacts, factsOf } from './held/facts.ts'
import type { HeldCredential, TrainingRecord } from './held/held-credential.ts'
import { listHeld, removeHeld } from './held/held-store.ts'
import { holderOf, importHeld, type LookedAt, lookAt } from './held/import-held.ts'
import { type HeldTurn, keepAgain, keepHeld } from './held/keep-house.ts'
import { listReleases } from './held/training-record-store.ts'
import { registerOf, release, takeBack } from './held/training-records.ts'
import type { HeldParts } from './held/work.ts'

export interface CheckedFile extends ReadFile {
  readonly facts: CredentialFacts
  readonly checks: Checks
}

/** What somebody who checks gives along: it counts for their answer only. */
interface GivenAlong {
  /** A public key that they know to be the issuer's: multibase, or a JWK. Left out or empty: none. */
  readonly key?: string
  /** A status list as it was downloaded. Left out or empty: none. */
  readonly statusList?: string
}

export interface OwnCredential extends HeldCredential {
  /** Organisations that have it in their training register. */
  readonly releasedTo: readonly string[]
}

/** Credentials: checked for everybody, and kept by people as evidence. */
export interface Credentials {
  /** Every check of the credential in a file. Nothing is kept. @throws UnreadableCredential; Invalid `key` */
  check(actor: Actor, bytes: Uint8Array, along: GivenAlong, language: 'nl' | 'en'): Promise<CheckedFile>
  /** The same for its person, with the skills it speaks of, to be confirmed. Nothing is kept. @throws UnreadableCredential */
  look(actor: Actor, bytes: Uint8Array, language: 'nl' | 'en'): Promise<LookedAt & { readonly form: ReadFile['form'] }>
  /** @throws UnreadableCredential; ImportRefused with the reason */
  import: (actor: Actor, given: Parameters<typeof importHeld>[2]) => Promise<{ readonly id: string }>
  /** The newest first. */
  list(actor: Actor): Promise<readonly OwnCredential[]>
  /** It goes, and with it what it made of skills. @throws NotFound */
  remove(actor: Actor, id: string): Promise<void>
  /** What stands behind the actor's skills, or stood. */
  evidence(actor: Actor): Promise<ReadonlyMap<string, SkillEvidence>>
  /** What a kept profile may say of its skills now: in the transaction of that person or of a task. */
  statesOf(inside: ActingDatabase, account: string): Promise<Readonly<Record<string, ProvenState>>>
  /** Days before its end from which a credential is marked as about to expire; undefined without a rule. */
  soonDays(): Promise<number | undefined>
  release(actor: Actor, given: Parameters<typeof release>[2]): Promise<void>
  takeBack(actor: Actor, of: Parameters<typeof takeBack>[2]): Promise<void>
  register(actor: Actor, organisation: string): Promise<readonly TrainingRecord[]>
  /** What ended counts no more, and what was not looked at for long is checked again. Called by a timer. */
  keepHouse(): Promise<HeldTurn>
  /** In the transaction of the demo, after its accounts. */
  putDemo(inside: ActingDatabase): Promise<void>
}

export function createCredentials(parts: HeldParts): Credentials {
  const { db, clock, checks, rules } = parts
  return {
    async check(actor, bytes, along, language) {
      permit(actor, 'credential.check', { kind: 'credential', id: 'any' })
      const file = readFile(bytes)
      const asked = {
        emails: actor.kind === 'account' ? [(await parts.accountOf(actor)).email] : undefined,
        keys: along.key?.trim() ? [keyFrom(along.key)] : [],
        statusLists: along.statusList?.trim() ? [along.statusList.trim()] : [],
      }
      return { ...file, facts: factsOf(file, language), checks: await checkCredential(file, asked, checks) }
    },
    async look(actor, bytes, language) {
      holderOf(actor, 'credential.read')
      const { form, ...document } = readFile(bytes)
      return { ...(await lookAt(parts, actor, document, language)), form }
    },
    import: (actor, given) => importHeld(parts, actor, given),
    async list(actor) {
      const { account } = holderOf(actor, 'credential.read')
      return actAs(db, actingAs(actor), async (inside) => {
        const releases = await listReleases(inside, account)
        return (await listHeld(inside, account)).map((held) => ({
          ...held,
          releasedTo: releases.filter(({ credential }) => credential === held.id).map(({ organisation }) => organisation),
        }))
      })
    },
    async remove(actor, id) {
      const { account } = holderOf(actor, 'credential.remove')
      await actAs(db, actingAs(actor), async (inside) => {
        if (!(await removeHeld(inside, account, id))) throw new NotFound('credential', id)
        await keepAgain(parts, inside, account)
      })
    },
    async evidence(actor) {
      const { account } = holderOf(actor, 'credential.read')
      return actAs(db, actingAs(actor), (inside) => evidenceBySkill(inside, account, clock.now()))
    },
    statesOf: (inside, account) => provenStates(inside, account, clock.now()),
    async soonDays() {
      const value = (await rules.find('credential-expires-soon-days', todayInAmsterdam(clock.now())))?.value
      return typeof value === 'number' ? value : undefined
    },
    release: (actor, given) => release(parts, actor, given),
    takeBack: (actor, of) => takeBack(parts, actor, of),
    register: (actor, organisation) => registerOf(parts, actor, organisation),
    keepHouse: () => keepHeld(parts),
    putDemo: (inside) => putDemoHeld(parts, inside),
  }
}

function keyFrom(text: string) {
  const key = readKey(jsonIn(text) ?? text)
  if (!key) throw new Invalid('key', 'This is no public key of Ed25519, P-256 or RSA, in multibase (z6Mk…) or as a JWK.')
  return key
}
