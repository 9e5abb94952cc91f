import { createHash } from 'node:crypto'
import { actAs, NotFound } from '../../../platform/index.ts'
import { type Profile, parseProfile } from '../../people/index.ts'
import { type AccountActor, type Action, type Actor, actingAs, permit } from '../../permissions/index.ts'
import type { FileForm } from '../baking/index.ts'
import { type Checks, type Conclusion, checkCredential, conclude } from '../checks/index.ts'
import { type CredentialDocument, parseDocument } from '../document/index.ts'
import { type CredentialFacts, factsOf, mayKeepDocument } from './facts.ts'
import { type FoundSkill, findSkills } from './find-skills.ts'
import { keptChecks } from './held-credential.ts'
import { countHeld, insertHeld, lockHeld } from './held-store.ts'
import { ImportRefused } from './import-refusal.ts'
import type { HeldParts } from './work.ts'

/** A credential as it was looked at, for its person: nothing of it is kept yet. */
export interface LookedAt {
  readonly document: CredentialDocument
  readonly facts: CredentialFacts
  readonly checks: Checks
  readonly conclusion: Conclusion
  readonly skills: readonly FoundSkill[]
  /** Whether the document itself would be kept, or its facts only. */
  readonly keepsDocument: boolean
}

/** Few enough to look at all of them again. */
export const mostHeld = 100

/** The actor as a person with credentials of their own. @throws SignInNeeded, NotFound */
export function holderOf(actor: Actor, action: Action): AccountActor {
  permit(actor, action, { kind: 'credential', id: 'own', person: actor.kind === 'account' ? actor.account : undefined })
  if (actor.kind !== 'account') throw new NotFound('credential', 'own')
  return actor
}

/** Every check of it, as its person; and the skills it speaks of. What they give along (keys, lists) does not count here: nobody proves for themselves. */
export async function lookAt(
  parts: HeldParts,
  actor: Actor,
  document: CredentialDocument,
  language: 'nl' | 'en',
): Promise<LookedAt> {
  holderOf(actor, 'credential.read')
  const { email } = await parts.accountOf(actor)
  const checks = await checkCredential(document, { emails: [email] }, parts.checks)
  const facts = factsOf(document, language)
  const catalogue = await parts.skills.catalogue()
  const skills = findSkills(facts, catalogue, parts.finderOf(catalogue))
  return { document, facts, checks, conclusion: conclude(checks), skills, keepsDocument: mayKeepDocument(document) }
}

/**
 * Takes it into the papers of the actor, as evidence of the skills they chose of those it speaks of. All is checked anew: what a form carried along is not
 * believed.
 * @throws UnreadableCredential; ImportRefused with the reason
 */
export async function importHeld(
  parts: HeldParts,
  actor: Actor,
  given: {
    readonly text: string
    readonly form: FileForm
    readonly concepts: readonly string[]
    readonly language: 'nl' | 'en'
  },
): Promise<{ readonly id: string }> {
  const { account } = holderOf(actor, 'credential.import')
  const looked = await lookAt(parts, actor, parseDocument(given.text), given.language)
  if (looked.conclusion === 'refused') throw new ImportRefused('refused')
  const chosen = looked.skills.filter(({ concept }) => given.concepts.includes(concept))
  const now = parts.clock.now()
  const id = parts.ids.next()
  await actAs(parts.db, actingAs(actor), async (inside) => {
    await lockHeld(inside, account)
    if ((await countHeld(inside, account)) >= mostHeld) throw new ImportRefused('full')
    const isNew = await insertHeld(inside, {
      ...rowOf(looked, given.text),
      ...{ id, person: account, demo: false, form: given.form, importedAt: now, checkedAt: now },
      skills: chosen.map(({ concept, how }) => ({ concept, how })),
    })
    if (!isNew) throw new ImportRefused('twice')
    const profile = (await parts.profileOf(inside, account)) ?? parseProfile({})
    await parts.keepProfile(inside, account, withSkills(profile, chosen))
  })
  return { id }
}

/** What is kept of it. */
export function rowOf({ document, facts, checks, conclusion }: Omit<LookedAt, 'skills' | 'keepsDocument'>, text: string) {
  return {
    kind: document.kind,
    document: mayKeepDocument(document) ? text.trim() : undefined,
    documentHash: createHash('sha256').update(text.trim()).digest('base64url'),
    ...{ title: facts.title, issuer: facts.issuer, issuerName: facts.issuerName },
    ...{ issuedAt: facts.issuedAt, validUntil: facts.validUntil, conclusion, checks: keptChecks(checks) },
  }
}

/** Who confirms a skill says that they have it. An own answer with a level stays. */
function withSkills(profile: Profile, chosen: readonly FoundSkill[]): Profile {
  const missing = chosen.filter(({ concept }) => {
    const answer = profile.answers[concept]
    return answer === undefined || answer === 'no'
  })
  return { ...profile, answers: { ...profile.answers, ...Object.fromEntries(missing.map(({ concept }) => [concept, 'yes'])) } }
}
