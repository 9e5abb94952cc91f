import { createHash } from 'node:crypto'
import { type ActingDatabase, nextDay } from '../../platform/index.ts'
import type { Actor } from '../permissions/index.ts'
import type { Language } from '../skills/index.ts'
import { addSignature, insertAgreement, listAgreements, listSignatures, markSigned, withdrawOpen } from './agreement-store.ts'
import {
  dayInWords,
  type Facts,
  guidanceInWords,
  hashOfText,
  hashOfWhole,
  hoursInWords,
  textOfAgreement,
  wageInWords,
  weekInWords,
} from './agreement-text.ts'
import { drawGuides, freeGuides, guideMinutes, holdMore, letGoHeld } from './guides.ts'
import type { PlacementsParts } from './parts.ts'
import { namesOf } from './people-store.ts'
import type { Agreement, Change, Placement } from './placement.ts'
import { updatePlacement } from './placement-store.ts'
import { checkTerms } from './propose.ts'
import { NotNow, wrong } from './refusal.ts'
import type { Side } from './steps.ts'
import { tell } from './tell.ts'
import { templateOn } from './templates.ts'
import { phasesUntil } from './week.ts'
import { type AtWork, asProgram, note, organisationOf, takeStep, withPlacement } from './work.ts'

/** Who signs: all parties there are. */
export const rolesOf = ({ supporter }: Placement): Side[] => [
  'student',
  'school',
  'employer',
  ...(supporter === undefined ? [] : ['supporter' as const]),
]

/** The agreement or addendum that waits for signatures. */
export const openOf = (agreements: readonly Agreement[]): Agreement | undefined =>
  agreements.find(({ signedAt, withdrawnAt }) => signedAt === undefined && withdrawnAt === undefined)

/** Makes the text of a draft: from here on it is signed, and no more changed. @throws NotNow */
export async function offer(parts: PlacementsParts, actor: Actor, id: string): Promise<void> {
  await withPlacement(parts, actor, 'placement.change', id, async (at) => {
    const { inside, one, account, today, terms } = at
    if (one.supervisor === undefined || one.coach === undefined)
      throw new NotNow('people', 'Name the supervisor and the coach first: they stand in the agreement.')
    const template = templateOn(parts.templates, one.crebo === undefined ? 'other' : 'bbl', today)
    // What guiding takes is agreed with the rest: a rule that changes later does not change it.
    const minutes = guideMinutes(one, terms)
    const text = textOfAgreement(template, await factsOf(parts, inside, { ...one, ...minutes }))
    const after = await takeStep(at, 'offer', { side: 'school', account }, minutes)
    // Held while it is signed: who signs last cannot be told that there is no room.
    await drawGuides(parts, inside, after, terms)
    const signBy = nextDay(today, terms.signDays)
    await writeAgreement(parts, at, { number: 1, template: template.id, templateVersion: template.version, text, signBy })
    await tell(parts, inside, 'to-sign', after, rolesOf(after), { mark: '1', signBy })
  })
}

/**
 * What holds is changed by an addendum only: a text of its own, signed by all. Until then the agreement stands as it is.
 * @throws Invalid when it changes nothing, or to something that cannot be; NotNow while another one waits
 */
export async function addAddendum(parts: PlacementsParts, actor: Actor, id: string, change: Change): Promise<void> {
  await withPlacement(parts, actor, 'placement.change', id, async (at) => {
    const { inside, one, account, today, terms, now } = at
    if (one.state !== 'active' && one.state !== 'interrupted')
      throw new NotNow('moved', `This placement is ${one.state}: an addendum is to one that holds.`)
    const agreements = await listAgreements(inside, id)
    if (openOf(agreements)) throw new NotNow('addendumOpen', 'An addendum waits for signatures already.')
    const wanted = changesOf(one, change)
    if (Object.keys(wanted).length === 0) throw wrong('change', 'This addendum changes nothing.')
    checkTerms(changed(one, wanted))
    if (wanted.until !== undefined && wanted.until < today) throw wrong('period', 'The new last day lies in the past.')
    await holdMore(parts, inside, one, changed(one, wanted), { terms, today })
    const template = templateOn(parts.templates, 'all', today)
    const facts = await factsOf(parts, inside, one)
    const agreed = agreements.find(({ number }) => number === 1)?.hash ?? ''
    const text = textOfAgreement(template, {
      nl: { ...facts.nl, agreed, changes: changesInWords(wanted, 'nl') },
      en: { ...facts.en, agreed, changes: changesInWords(wanted, 'en') },
    })
    const number = Math.max(...agreements.map((agreement) => agreement.number), 0) + 1
    const signBy = nextDay(today, terms.signDays)
    await writeAgreement(parts, at, {
      number,
      template: template.id,
      templateVersion: template.version,
      text,
      signBy,
      change: wanted,
    })
    const isRenewal = wanted.until !== undefined && wanted.until > one.until
    await note({ inside, one, now }, 'addendum', { side: 'school', account, detail: isRenewal ? 'renewal' : 'change' })
    await tell(parts, inside, 'to-sign', one, rolesOf(one), { mark: String(number), signBy })
  })
}

async function writeAgreement(
  parts: PlacementsParts,
  { inside, one, now, account }: AtWork,
  made: Required<Pick<Agreement, 'number' | 'template' | 'templateVersion' | 'signBy'>> & {
    readonly text: NonNullable<Agreement['text']>
    readonly change?: Change
  },
): Promise<void> {
  await insertAgreement(
    inside,
    { ...made, id: parts.ids.next(), placement: one.id, hash: hashOfText(made.text), roles: rolesOf(one), madeAt: now },
    account,
  )
}

/** Only what differs. */
function changesOf(one: Placement, { until, hoursPerWeek, wageCents, phases, ...guided }: Change): Change {
  const { supervisorMinutes, coachMinutes } = guided
  return {
    ...(supervisorMinutes === undefined || supervisorMinutes === one.supervisorMinutes ? {} : { supervisorMinutes }),
    ...(coachMinutes === undefined || coachMinutes === one.coachMinutes ? {} : { coachMinutes }),
    ...(until === undefined || until === one.until ? {} : { until }),
    ...(hoursPerWeek === undefined || hoursPerWeek === one.hoursPerWeek ? {} : { hoursPerWeek }),
    ...(wageCents === undefined || wageCents === one.wageCents ? {} : { wageCents }),
    ...(phases === undefined || JSON.stringify(phases) === JSON.stringify(one.phases) ? {} : { phases }),
  }
}

/** A placement with an addendum that holds. */
function changed(one: Placement, change: Change): Placement {
  const phases = change.phases ?? (change.until === undefined ? one.phases : phasesUntil(one.phases, change.until))
  return { ...one, ...change, phases }
}

function changesInWords({ until, hoursPerWeek, wageCents, phases, ...guided }: Change, language: Language): string {
  const isDutch = language === 'nl'
  return [
    guidanceInWords(guided, language) ?? '',
    until === undefined
      ? ''
      : isDutch
        ? `De laatste dag wordt ${dayInWords(until, 'nl')}.`
        : `The last day becomes ${dayInWords(until, 'en')}.`,
    hoursPerWeek === undefined
      ? ''
      : isDutch
        ? `De student werkt en leert ${hoursInWords(hoursPerWeek, 'nl')} uur per week.`
        : `The student works and learns ${hoursInWords(hoursPerWeek, 'en')} hours a week.`,
    wageCents === undefined
      ? ''
      : isDutch
        ? `Het loon wordt ${wageInWords(wageCents, 'nl')} per uur, voor belasting.`
        : `The wage becomes ${wageInWords(wageCents, 'en')} an hour, before tax.`,
    phases === undefined ? '' : weekInWords(phases, language),
  ]
    .filter(Boolean)
    .join(' ')
}

/** The facts of a placement in words, for a text. @throws NotNow when the student has no name yet */
export async function factsOf(parts: PlacementsParts, inside: ActingDatabase, one: Placement): Promise<Record<Language, Facts>> {
  const { person, supervisor = '', coach = '' } = one
  const names = await asProgram(inside, (program) => namesOf(program, [person, supervisor, coach]))
  const student = names.get(person)
  if (student === undefined) throw new NotNow('name', 'The student has no name in their account yet.')
  const nameOf = async (id: string | undefined) =>
    id === undefined ? undefined : (await parts.organisations.find(id, inside))?.name
  const [school, employer, supporter] = [await nameOf(one.school), await nameOf(one.employer), await nameOf(one.supporter)]
  const crebo =
    one.crebo && [one.crebo, parts.qualifications.find(({ code }) => code === one.crebo)?.nl].filter(Boolean).join(', ')
  const facts = (language: Language): Facts =>
    withoutMissing({
      ...{ student, school, employer, supporter, crebo, supervisor: names.get(supervisor), coach: names.get(coach) },
      programme: one.programmeTitle[language],
      from: dayInWords(one.from, language),
      until: dayInWords(one.until, language),
      hours: hoursInWords(one.hoursPerWeek, language),
      week: weekInWords(one.phases, language),
      wage: one.wageCents === undefined ? undefined : wageInWords(one.wageCents, language),
      guidance: guidanceInWords(one, language),
    })
  return { nl: facts('nl'), en: facts('en') }
}

const withoutMissing = (facts: Record<string, string | undefined>): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))

/** What somebody says when signing: which text they read, by its hash, and for whom they sign. */
export interface Signing {
  readonly agreement: string
  readonly hash: string
  /** Left out: the only side, or the first that has not signed. */
  readonly role?: string | undefined
}

/**
 * Signs. Kept are account, role, organisation, moment, a hash of the session, and the hash of the text that was read. With the last signature it holds.
 * @throws NotNow when it was signed, is late, or the text is another one
 */
export async function sign(parts: PlacementsParts, actor: Actor, id: string, signing: Signing): Promise<void> {
  await withPlacement(parts, actor, 'placement.sign', id, async (at) => {
    const { inside, one, allowed, account, today, now } = at
    const agreements = await listAgreements(inside, id)
    const agreement = agreements.find((each) => each.id === signing.agreement)
    if (!agreement || openOf(agreements)?.id !== agreement.id) throw new NotNow('moved', 'This is not waiting for signatures.')
    checkText(agreement, signing.hash)
    if (today > agreement.signBy) throw new NotNow('late', `The last day to sign was ${agreement.signBy}.`)
    const signed = new Set(
      (await listSignatures(inside, id)).filter((each) => each.agreement === agreement.id).map(({ role }) => role),
    )
    const mine = allowed.filter((side) => agreement.roles.includes(side))
    const role = mine.find((side) =>
      signing.role === undefined || signing.role === '' ? !signed.has(side) : side === signing.role,
    )
    if (role === undefined || signed.has(role)) throw new NotNow('signedAlready', 'You have signed this.')
    const session = actor.kind === 'account' ? actor.session : ''
    const isNew = await addSignature(inside, {
      ...{ agreement: agreement.id, role, account, organisation: organisationOf(one, role), hash: agreement.hash, at: now },
      sessionHash: createHash('sha256').update(`schakel signature ${session}`).digest('hex'),
    })
    if (!isNew) throw new NotNow('signedAlready', 'You have signed this.')
    await note({ inside, one, now }, 'sign', { side: role, account, detail: String(agreement.number) })
    if (agreement.roles.every((each) => each === role || signed.has(each))) await complete(parts, at, agreement, role)
  })
}

/** The text that was read must be the one that is kept, and that one what its hash says. */
function checkText(agreement: Agreement, hash: string): void {
  if (hash !== agreement.hash) throw new NotNow('otherText', 'The text that you read is not the one to sign: open it again.')
  if (agreement.text === undefined || hashOfText(agreement.text) !== agreement.hash)
    throw new NotNow('damaged', `The text of agreement ${agreement.id} is not what its hash says: nobody can sign it.`)
}

/** Everybody has signed: the agreement holds, or the addendum does. */
async function complete(parts: PlacementsParts, at: AtWork, agreement: Agreement, side: Side): Promise<void> {
  const { inside, one, account, now, terms, today } = at
  await markSigned(inside, agreement.id, now)
  if (agreement.number === 1) {
    const after = await takeStep(at, 'complete', { side, account })
    await drawGuides(parts, inside, after, terms)
    await tell(parts, inside, 'signed', after, rolesOf(after), { mark: '1' })
    return
  }
  const after = { ...changed(one, agreement.change ?? {}), changedAt: now }
  await updatePlacement(inside, after)
  await letGoHeld(parts, inside, one.id)
  await drawGuides(parts, inside, after, terms, today)
  await note({ inside, one, now }, 'addendumSigned', { side, account, detail: String(agreement.number) })
  await tell(parts, inside, 'signed', after, rolesOf(after), { mark: String(agreement.number) })
}

/** Takes back what not all have signed: the placement itself, or the addendum that waits. @throws NotNow */
export async function withdraw(parts: PlacementsParts, actor: Actor, id: string): Promise<void> {
  await withPlacement(parts, actor, 'placement.sign', id, async (at) => {
    const { inside, one, allowed, account, now } = at
    const [side] = allowed
    const open = openOf(await listAgreements(inside, id))
    if (one.state === 'draft' || one.state === 'signing') {
      const after = await takeStep(at, 'withdraw', { side, account }, { endReason: 'withdrawn' })
      await withdrawOpen(inside, id, now)
      await freeGuides(parts, inside, id)
      await tell(parts, inside, 'stopped', after, rolesOf(after), { mark: 'withdrawn', reason: 'withdrawn' })
      return
    }
    if (!open || one.state === 'ended') throw new NotNow('nothingOpen', 'Nothing waits for signatures.')
    await withdrawOpen(inside, id, now)
    await letGoHeld(parts, inside, id)
    await note({ inside, one, now }, 'addendumWithdrawn', { side, account, detail: String(open.number) })
  })
}

/** Whether texts are what was signed. */
export interface AgreementCheck {
  /** The kept text is what its hash says; undefined where the text is gone. */
  readonly kept?: boolean
  /** Each signature is of this text. */
  readonly signatures: readonly { readonly role: Side; readonly isOfText: boolean }[]
  /** A text that somebody gave is letter for letter the signed one; undefined where none was given. */
  readonly given?: boolean
}

/** Checks a text against its hash and its signatures, and a text that somebody gives against both. Spaces at line ends do not count. */
export async function checkAgreement(
  parts: PlacementsParts,
  actor: Actor,
  id: string,
  asked: { readonly agreement: string; readonly text?: string | undefined },
): Promise<AgreementCheck> {
  return withPlacement(parts, actor, 'placement.read', id, async ({ inside }) => {
    const agreement = (await listAgreements(inside, id)).find((one) => one.id === asked.agreement)
    if (!agreement) throw new NotNow('moved', 'There is no such agreement of this placement.')
    const signatures = (await listSignatures(inside, id)).filter((one) => one.agreement === agreement.id)
    const actual = agreement.text && hashOfText(agreement.text)
    const isGiven = asked.text !== undefined && asked.text.trim() !== ''
    return {
      ...(actual === undefined ? {} : { kept: actual === agreement.hash }),
      signatures: signatures.map(({ role, hash }) => ({ role, isOfText: hash === (actual ?? agreement.hash) })),
      ...(isGiven ? { given: hashOfWhole(asked.text ?? '') === agreement.hash } : {}),
    }
  })
}
