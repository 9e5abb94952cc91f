import type { TravelMode } from '../../engine/matching/index.ts'
import { actAs, Conflict, Invalid } from '../../platform/index.ts'
import { type Profile, presetTravel } from '../people/index.ts'
import { type Actor, actingAs, permit } from '../permissions/index.ts'
import type { Language } from '../skills/index.ts'
import type { Programme } from '../trainings/index.ts'
import type { Participant, ParticipantSkill } from './cohort.ts'
import { joinText } from './join-text.ts'
import type { CohortsParts } from './parts.ts'
import { addParticipant, listParticipants, removeParticipant } from './person-store.ts'
import { CohortRefused } from './refused.ts'
import { tell } from './tell.ts'
import { accountOf, asProgram, lotOf, mustBe, readDutch, readHours, readPlace, withPerson } from './work.ts'

/** What somebody says of themselves for one cohort. */
export interface Joining {
  /** The version of the text that they read. */
  readonly textVersion: string
  readonly language: Language
  readonly hoursFrom: number
  readonly hoursTo: number
  /** A municipality. */
  readonly place: string
  readonly mostMinutes: number
  readonly travelMode: TravelMode
  readonly dutch?: number | undefined
}

/**
 * A person joins: what employers of this cohort see is written down now, and stays as it is until they leave.
 * @throws Invalid at `text`, `hours`, `place`, `minutes`, `travel`, `dutch`; CohortRefused `wrongState`, `full`; SignInNeeded, NotFound
 */
export async function join(parts: CohortsParts, actor: Actor, id: string, asked: Joining): Promise<void> {
  const account = accountOf(actor)
  permit(actor, 'cohort.join', { kind: 'cohort', id, person: account })
  const about = await aboutOf(parts, actor, id)
  await withPerson(parts, actor, id, 'changes', async ({ inside, one, account, self, now, today }) => {
    if (self) return
    mustBe(one, 'open', 'ordering')
    if (one.startsOn <= today) throw new CohortRefused('wrongState')
    if (asked.textVersion !== joinText.version)
      throw new Invalid('text', 'The text changed meanwhile. Read it again, and decide then.')
    const terms = {
      hours: readHours(asked.hoursFrom, asked.hoursTo),
      ...readPlace(parts, asked.place),
      ...readTravel(asked),
      dutch: readDutch(asked.dutch),
    }
    await asProgram(inside, async (program) => {
      const others = await listParticipants(program, { cohort: id })
      if (others.length >= one.most) throw new CohortRefused('full')
      const participant = parts.ids.next()
      const mine: Participant = {
        ...{ id: participant, cohort: id, person: account, handle: handleOf(parts, others), quota: 1 },
        ...{ textVersion: asked.textVersion, language: asked.language, lot: lotOf(one.seed, participant) },
        ...terms,
        ...{ skills: skillsOf(await parts.profileOf(program, account), about), joinedAt: now },
      }
      await addParticipant(program, mine)
      await tell(parts, program, 'joined', { person: account }, one, '')
    })
  })
}

/** Everything about the person in this cohort goes, in whatever state it is. */
export async function leave(parts: CohortsParts, actor: Actor, id: string): Promise<void> {
  await withPerson(parts, actor, id, 'changes', async ({ inside, self }) => {
    if (self) await asProgram(inside, (program) => removeParticipant(program, self.id))
  })
}

/** The programme of a cohort, asked outside the transaction that changes it. */
async function aboutOf(parts: CohortsParts, actor: Actor, id: string): Promise<Programme | undefined> {
  const programme = await withPerson(parts, actor, id, 'reads', async ({ one }) => one.programme)
  return parts.trainings.findProgramme(programme)
}

/** What the form is filled in with: from the profile that the person keeps. */
export async function presetOf(parts: CohortsParts, actor: Actor): Promise<Partial<Omit<Joining, 'textVersion' | 'language'>>> {
  const account = accountOf(actor)
  if (account === undefined) return {}
  const profile = await actAs(parts.db, actingAs(actor), (inside) =>
    asProgram(inside, (program) => parts.profileOf(program, account)),
  )
  const at = profile && parts.regions.findPlace(profile)
  return {
    ...(profile?.hours === undefined ? {} : { hoursFrom: profile.hours[0], hoursTo: profile.hours[1] }),
    ...(at === undefined ? {} : { place: parts.regions.municipalityAt(at.at).name }),
    mostMinutes: profile?.maxMinutes ?? presetTravel.maxMinutes,
    travelMode: profile?.travelMode ?? presetTravel.travelMode,
    ...(profile?.languages?.nl === undefined ? {} : { dutch: profile.languages.nl }),
  }
}

/** Of what somebody can do only what the programme asks or teaches. */
export function skillsOf(profile: Profile | undefined, programme: Pick<Programme, 'facts'> | undefined): ParticipantSkill[] {
  const about = new Set(
    [...(programme?.facts.outcomes ?? []), ...(programme?.facts.prerequisites ?? [])].map(({ skill }) => skill),
  )
  return Object.entries(profile?.answers ?? {})
    .filter(([skill, answer]) => answer !== 'no' && about.has(skill))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([skill, answer]) => ({
      skill,
      level: answer as ParticipantSkill['level'],
      evidence: profile?.evidence?.[skill] ?? 'claimed',
    }))
}

const travelModes: readonly TravelMode[] = ['walk', 'bike', 'transit', 'car']

function readTravel({ mostMinutes, travelMode }: Joining): Pick<Participant, 'mostMinutes' | 'travelMode'> {
  if (!Number.isInteger(mostMinutes) || mostMinutes < 5 || mostMinutes > 240)
    throw new Invalid('minutes', 'Minutes of travel are a whole number from 5 to 240.')
  if (!travelModes.includes(travelMode)) throw new Invalid('travel', 'Choose how you travel.')
  return { mostMinutes, travelMode }
}

/** Four digits by chance that nobody in this cohort has. */
function handleOf({ ids }: Pick<CohortsParts, 'ids'>, others: readonly Participant[]): string {
  const taken = new Set(others.map(({ handle }) => handle))
  for (let tries = 0; tries < 1_000; tries++) {
    const drawn = Buffer.from(ids.token(), 'base64url').readUIntBE(0, 6)
    const handle = String(1_000 + (drawn % 9_000))
    if (!taken.has(handle)) return handle
  }
  throw new Conflict('No number is left in this cohort. Try again.')
}
