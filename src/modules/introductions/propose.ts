import { type ActingDatabase, actAs, Invalid, NotFound, SignInNeeded, todayInAmsterdam } from '../../platform/index.ts'
import { type Actor, actingAs, type PermissionObject, permit } from '../permissions/index.ts'
import type { VacancyRecord } from '../vacancies/index.ts'
import type { Introduction } from './introduction.ts'
import { addStep, countOpen, hasOpen, insertIntroduction, lockProposals } from './introduction-store.ts'
import { NotNow } from './not-now.ts'
import { addReplyRecord } from './reply-store.ts'
import type { Proposer } from './steps.ts'
import { addMessage } from './talk-store.ts'
import { type Terms, termsOn } from './terms.ts'
import { asProgram, type IntroductionsParts, question } from './work.ts'

export interface Proposal {
  readonly vacancy: string
  /** A person without a name, by number. Left out: the actor. */
  readonly handle?: string | undefined
  readonly message?: string | undefined
  /** A training that is offered with it: hire, then train. */
  readonly offering?: string | undefined
  /** An educator or adviser suggests: their organisation, and whether the person agreed to their advice. */
  readonly suggestedBy?:
    | { readonly organisation: string; readonly as: 'educator' | 'adviser'; readonly isAdvised: boolean }
    | undefined
  /** Known to the caller where the actor may know it: an adviser's own person. */
  readonly person?: string | undefined
}

export const longestMessage = 2_000

/**
 * Asks to meet: a person asks an organisation about its vacancy, an organisation asks somebody without a name, an educator or adviser suggests
 * it to a person.
 * @returns the id of the introduction
 * @throws Conflict when one is open already, or as many are open as may be; Invalid; and as the permission table says
 */
export async function propose(parts: IntroductionsParts, actor: Actor, proposal: Proposal): Promise<string> {
  // Before anything is looked up: who is not signed in does not learn which vacancies there are.
  if (actor.kind === 'visitor') throw new SignInNeeded('Sign in to do this.')
  const now = parts.clock.now()
  const today = todayInAmsterdam(now)
  const terms = await termsOn(parts.rules, today)
  const message = readMessage(proposal.message)
  const offering = readOffering(proposal.offering)
  return actAs(parts.db, actingAs(actor), async (inside) => {
    const vacancy = await parts.vacancies.findAny(inside, proposal.vacancy)
    if (vacancy?.organisation === undefined || vacancy.state === 'draft') throw new NotFound('vacancy', proposal.vacancy)
    const person = await findPerson(parts, inside, actor, proposal)
    permit(actor, 'introduction.propose', objectOf(actor, vacancy, person, proposal))
    if (person === undefined) throw new NotFound('profile', proposal.handle ?? '')
    if (vacancy.state !== 'published') throw new NotNow('notOpen', 'This vacancy is not open now. Look at it again later.')
    const proposedBy: Proposer =
      proposal.suggestedBy?.as ?? (actor.kind === 'account' && actor.account === person ? 'person' : 'organisation')
    return asProgram(inside, async (program) => {
      await lockProposals(program, person, vacancy.id)
      await refuseTooMany(program, person, vacancy.id, proposedBy, terms)
      const state = proposal.suggestedBy ? 'suggested' : 'proposed'
      const one: Introduction = {
        id: parts.ids.next(),
        person,
        organisation: vacancy.organisation as string,
        vacancy: vacancy.id,
        vacancyTitle: vacancy.title,
        demo: vacancy.demo,
        proposedBy,
        proposerOrganisation: proposal.suggestedBy?.organisation,
        state,
        offering,
        ...(await sharedOf(parts, program, person)),
        ...question({ state, proposedBy }, today, terms),
        createdAt: now,
        changedAt: now,
      }
      const account = actor.kind === 'account' ? actor.account : undefined
      await insertIntroduction(program, one, { account })
      await addStep(
        program,
        one.id,
        { step: state === 'suggested' ? 'suggest' : 'propose', bySide: proposedBy, state, at: now },
        account,
      )
      if (message !== undefined && state === 'proposed') {
        const side = proposedBy === 'person' ? 'person' : 'organisation'
        await addMessage(program, one.id, { id: parts.ids.next(), side, text: message, at: now }, account)
      }
      await afterProposal(parts, program, one)
      return one.id
    })
  })
}

/** The question goes to who must answer it; of one to an organisation it is counted whether it does. */
export async function afterProposal(parts: IntroductionsParts, program: ActingDatabase, one: Introduction): Promise<void> {
  const { askedOn, dueOn } = one
  if (one.waitsFor === 'organisation' && askedOn !== undefined && dueOn !== undefined) {
    await addReplyRecord(program, {
      id: one.id,
      organisation: one.organisation,
      vacancy: one.vacancy,
      demo: one.demo,
      askedOn,
      dueOn,
    })
    return parts.tell(program, 'asked', 'organisation', one, '')
  }
  return parts.tell(program, one.state === 'suggested' ? 'suggested' : 'invited', 'person', one, '')
}

async function findPerson(
  parts: IntroductionsParts,
  inside: ActingDatabase,
  actor: Actor,
  { handle, person }: Proposal,
): Promise<string | undefined> {
  if (person !== undefined) return person
  if (handle === undefined) return actor.kind === 'account' ? actor.account : undefined
  return asProgram(inside, (program) => parts.matchProfiles.accountOf(program, handle))
}

function objectOf(
  actor: Actor,
  vacancy: VacancyRecord,
  person: string | undefined,
  { suggestedBy, handle }: Proposal,
): PermissionObject {
  const isSelf = actor.kind === 'account' && person === actor.account && handle === undefined
  return {
    kind: 'vacancy',
    id: vacancy.id,
    ...(isSelf ? { person } : {}),
    ...(suggestedBy ? { isAdvised: suggestedBy.isAdvised } : { organisation: vacancy.organisation }),
  }
}

/** @throws Conflict, saying which of the limits stands in the way */
async function refuseTooMany(
  program: ActingDatabase,
  person: string,
  vacancy: string,
  proposedBy: Proposer,
  terms: Terms,
): Promise<void> {
  if (await hasOpen(program, person, vacancy))
    throw new NotNow('openAlready', 'There is an open introduction about this vacancy already.')
  if ((await countOpen(program, { person })) >= terms.openPerPerson) {
    const reason = proposedBy === 'person' ? 'manyOpen' : 'manyOpenOther'
    throw new NotNow(
      reason,
      proposedBy === 'person'
        ? `You have ${terms.openPerPerson} introductions open. End one first.`
        : 'This person has as many introductions open as somebody can have. Try again later.',
    )
  }
  if (proposedBy === 'person') await refuseFull(program, vacancy, terms)
}

/** @throws Conflict when as many people wait at this vacancy as may */
export async function refuseFull(program: ActingDatabase, vacancy: string, { openPerVacancy }: Terms): Promise<void> {
  if ((await countOpen(program, { waitingAt: vacancy })) >= openPerVacancy) {
    throw new NotNow(
      'vacancyFull',
      `${openPerVacancy} people wait for an answer about this vacancy. Try again when some have one.`,
    )
  }
}

/** The profile without a name, as it is shared with this one organisation: that of the lists, or of somebody who is in none a rougher one. */
async function sharedOf(
  parts: IntroductionsParts,
  program: ActingDatabase,
  person: string,
): Promise<Pick<Introduction, 'handle' | 'shown'>> {
  const handle = await parts.matchProfiles.handleOf(program, person)
  const found = handle === undefined ? undefined : await parts.matchProfiles.find(program, handle)
  if (found) return { handle: found.handle, shown: found.shown }
  const profile = await parts.profileOf(program, person)
  if (!profile)
    throw new Invalid('profile', 'Fill in a profile first: it is what an organisation sees of you, without your name.')
  return { handle: numberOf(parts.ids.token()), shown: parts.withoutName(profile) }
}

/** Seven digits, by chance: one more than the numbers in lists have, so the two never mean different people. */
function numberOf(token: string): string {
  const drawn = Buffer.from(token, 'base64url').readUIntBE(0, 6)
  return String(1_000_000 + (drawn % 9_000_000))
}

const longestOffering = 300

/** The training that comes with it: the id of an offering, or its name. @throws Invalid */
export function readOffering(offering: string | undefined): string | undefined {
  const text = offering?.trim()
  if (!text) return undefined
  if (text.length > longestOffering)
    throw new Invalid('offering', `The name of a training has at most ${longestOffering} characters.`)
  return text
}

/** @throws Invalid */
export function readMessage(message: string | undefined): string | undefined {
  const text = message?.trim()
  if (!text) return undefined
  if (text.length > longestMessage)
    throw new Invalid('message', `A message has at most ${longestMessage} characters. Make it shorter.`)
  return text
}
