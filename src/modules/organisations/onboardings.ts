import { type ActingDatabase, asTask, NotFound } from '../../platform/index.ts'
import type { Actor } from '../permissions/index.ts'
import { type Context, onOrganisation, readOrganisation, signedIn } from './context.ts'
import { createInvitationStore } from './invitation-store.ts'
import { demoDomain, type InvitationWork } from './invitations.ts'
import type { Onboarding, OnboardingLine, OnboardingOutcome, OnboardingSummary } from './onboarding.ts'
import { createOnboardingStore } from './onboarding-store.ts'
import type { Organisation } from './organisation.ts'
import { readOnboarding } from './read-onboarding.ts'
import { Refused } from './refused.ts'
import { onboardingLimits, terms } from './terms.ts'
import type { TieStore } from './tie-store.ts'
import type { TieWork } from './ties.ts'

/**
 * Small employers that a region or branch invites all at once, from a CSV. Nobody becomes a member by it: each gets an invitation of its own and
 * agrees to be a member itself.
 */
export interface Onboardings {
  /** Reads a file and keeps it for `terms.onboardingMs`; nothing is done yet. Gives its id. @throws Invalid, Refused `notVerified` */
  readOnboarding(
    actor: Actor,
    organisation: string,
    file: { readonly name: string; readonly bytes: Uint8Array; readonly language: 'nl' | 'en' },
  ): Promise<string>
  /** The newest first. */
  onboardings(actor: Actor, organisation: string): Promise<readonly OnboardingSummary[]>
  /** Line by line what was done, and of the rest what would be. @throws NotFound */
  onboarding(actor: Actor, organisation: string, id: string): Promise<Onboarding>
  /**
   * Does what is left of it, in batches that each stand or fall whole: after one that was cut off, ask again for the rest. `openAt` is the page
   * that opens invitations, `tiesAt` gives the page at which owners of an organisation agree.
   */
  runOnboarding(
    actor: Actor,
    organisation: string,
    id: string,
    pages: { readonly openAt: string; readonly tiesAt: (organisation: string) => string },
  ): Promise<void>
}

export interface OnboardingParts extends Pick<InvitationWork, 'write'>, Pick<TieWork, 'propose'> {
  readonly tieStore: TieStore
}

export interface OnboardingWork extends Onboardings {
  removeExpired(inside: ActingDatabase, now: number): Promise<number>
}

export function createOnboardings(context: Context, { write, propose, tieStore }: OnboardingParts): OnboardingWork {
  const { store, clock, ids, regions } = context
  const onboardingStore = createOnboardingStore()
  const invitationStore = createInvitationStore()

  /** What becomes of these lines, in order, when they are done now. Looks only. */
  async function foresee(
    task: ActingDatabase,
    parent: Organisation,
    lines: readonly OnboardingLine[],
  ): Promise<OnboardingOutcome[]> {
    const known = await store.findByRegisters(
      task,
      lines.map(({ registerNumber }) => registerNumber),
    )
    const byNumber = new Map(known.map((one) => [one.registerNumber, one]))
    const mine = new Set((await tieStore.list(task, parent.id)).map(({ child }) => child))
    const quiet = new Set(
      await invitationStore.invitedSince(
        task,
        lines.map(({ email }) => email),
        clock.now() - terms.quietMs,
      ),
    )
    const outcomes: OnboardingOutcome[] = []
    for (const { registerNumber, email } of lines) {
      const one = byNumber.get(registerNumber)
      const isQuiet = quiet.has(email)
      const outcome = await outcomeOf(task, parent, one, { isMine: one !== undefined && mine.has(one.id), isQuiet })
      if (outcome === 'invited' || outcome === 'invitedAgain') quiet.add(email)
      outcomes.push(outcome)
    }
    return outcomes
  }

  async function outcomeOf(
    task: ActingDatabase,
    parent: Organisation,
    one: Organisation | undefined,
    { isMine, isQuiet }: { readonly isMine: boolean; readonly isQuiet: boolean },
  ): Promise<OnboardingOutcome> {
    if (!one) return isQuiet ? 'quiet' : 'invited'
    if (one.id === parent.id || (!isMine && (await tieStore.isAbove(task, one.id, parent.id)))) return 'circle'
    if (!one.isAwaited) return isMine ? 'known' : 'tied'
    // Nobody of it accepted: another invitation, but only to who was not written to of late.
    if (isQuiet) return isMine ? 'known' : 'quiet'
    return 'invitedAgain'
  }

  async function doLine(
    inside: ActingDatabase,
    parent: Organisation,
    line: OnboardingLine,
    how: {
      readonly account: string
      readonly language: 'nl' | 'en'
      readonly openAt: string
      readonly tiesAt: (organisation: string) => string
    },
  ): Promise<OnboardingOutcome> {
    return asTask(inside, 'onboarding', async (task) => {
      const [outcome = 'known'] = await foresee(task, parent, [line])
      if (outcome === 'known' || outcome === 'circle') return outcome
      const child = (await store.findByRegister(task, line.registerNumber)) ?? (await makeAwaited(task, parent, line))
      await propose(task, parent, child, { language: how.language, at: how.tiesAt(child.id) })
      if (outcome === 'invited' || outcome === 'invitedAgain') {
        const { account, language, openAt } = how
        await write(task, child, { email: line.email, roles: ['owner'], language, openAt, account, invitedBy: parent.name })
      }
      return outcome
    })
  }

  async function makeAwaited(task: ActingDatabase, parent: Organisation, line: OnboardingLine): Promise<Organisation> {
    const { name, registerNumber, placeName, website } = line
    const region = placeName === undefined ? undefined : regions.findMunicipality(placeName)?.region
    const id = ids.next()
    await store.insert(
      task,
      { id, name, kind: 'employer', demo: parent.demo, registerNumber, placeName, region, website, about: undefined },
      { now: clock.now(), isOpen: false },
    )
    const made = await store.find(task, id)
    if (!made) throw new NotFound('organisation', id)
    return made
  }

  return {
    readOnboarding: (actor, id, { name, bytes, language }) =>
      onOrganisation(context, actor, 'organisation.onboard', id, async (inside, organisation) => {
        if (organisation.verification === 'unverified') throw new Refused('notVerified')
        const { lines, refused } = await readOnboarding({ name, bytes }, organisation.demo ? { domain: demoDomain } : undefined)
        const [onboarding, now] = [ids.next(), clock.now()]
        await onboardingStore.insert(inside, {
          id: onboarding,
          organisation: id,
          account: signedIn(actor).account,
          language,
          createdAt: now,
          expiresAt: now + terms.onboardingMs,
          lines,
          refused,
        })
        return onboarding
      }),

    onboardings: (actor, id) =>
      readOrganisation(context, actor, 'organisation.onboard', id, (inside) => onboardingStore.list(inside, id)),

    onboarding: (actor, id, onboarding) =>
      readOrganisation(context, actor, 'organisation.onboard', id, async (inside, organisation) => {
        const kept = await onboardingStore.find(inside, id, onboarding)
        if (!kept) throw new NotFound('onboarding', onboarding)
        const done = kept.outcomes.length
        const rest = await asTask(inside, 'onboarding', (task) => foresee(task, organisation, kept.lines.slice(done)))
        const outcomes = [...kept.outcomes, ...rest]
        const { createdAt, expiresAt, refused, isEnded } = kept
        const lines = kept.lines.map((line, at) => ({ ...line, outcome: outcomes[at] ?? 'known', isDone: at < done }))
        return { id: onboarding, createdAt, expiresAt, lines, refused, done, isEnded }
      }),

    async runOnboarding(actor, id, onboarding, pages) {
      for (let isEnded = false; !isEnded; ) {
        isEnded = await onOrganisation(context, actor, 'organisation.onboard', id, async (inside, organisation) => {
          const kept = await onboardingStore.lock(inside, id, onboarding)
          if (!kept) throw new NotFound('onboarding', onboarding)
          if (kept.isEnded) return true
          if (organisation.verification === 'unverified') throw new Refused('notVerified')
          const done = kept.outcomes.length
          const batch = kept.lines.slice(done, done + onboardingLimits.linesPerBatch)
          const outcomes: OnboardingOutcome[] = []
          for (const line of batch) {
            outcomes.push(
              await doLine(inside, organisation, line, { account: signedIn(actor).account, language: kept.language, ...pages }),
            )
          }
          const isLast = done + batch.length >= kept.lines.length
          await onboardingStore.addOutcomes(inside, onboarding, outcomes, isLast ? clock.now() : undefined)
          return isLast
        })
        // The site's requests get their turn.
        await new Promise((resolve) => setImmediate(resolve))
      }
    },

    removeExpired: (inside, now) => onboardingStore.removeExpired(inside, now),
  }
}
