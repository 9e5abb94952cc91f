import type { ActingDatabase, DateText } from '../../platform/index.ts'
import type { TemplateName } from '../mail/index.ts'
import type { Role } from '../permissions/index.ts'
import type { Language } from '../skills/index.ts'
import type { PlacementsParts } from './parts.ts'
import { organisationRecipients, personRecipient, type Recipient } from './people-store.ts'
import type { EndReason, Placement } from './placement.ts'
import type { Side } from './steps.ts'
import { asProgram, organisationOf } from './work.ts'

const templates = {
  'to-sign': 'placement-to-sign',
  reminder: 'placement-reminder',
  signed: 'placement-signed',
  stopped: 'placement-stopped',
} as const satisfies Record<string, TemplateName>
export type Notice = keyof typeof templates

/** Who signs for an organisation, and so who hears of it. */
export const signers: Readonly<Record<Exclude<Side, 'student'>, readonly Role[]>> = {
  school: ['coordinator', 'studyCoach'],
  employer: ['recruiter'],
  supporter: ['coordinator', 'adviser'],
}

/** Address of the page that messages lead to. A test of the site holds it equal to its own (`src/web/paths.test.ts`). */
export const placementAddress = (id: string, language: Language): string =>
  language === 'nl' ? `/nl/leerwerkplek/${id}` : `/en/placement/${id}`

interface Told {
  /** Tells two of one kind apart. */
  readonly mark: string
  readonly signBy?: DateText
  readonly reason?: EndReason
}

/**
 * Writes a message down, in the transaction of its cause, to everybody who answers for these sides; not to who wants to see it on the page only. No
 * message names the student: the mailbox of an organisation is read by many.
 */
export async function tell(
  parts: PlacementsParts,
  inside: ActingDatabase,
  notice: Notice,
  one: Placement,
  sides: readonly Side[],
  { mark, signBy, reason }: Told,
): Promise<void> {
  const school = (await parts.organisations.find(one.school, inside))?.name
  const employer = (await parts.organisations.find(one.employer, inside))?.name
  if (school === undefined || employer === undefined) return
  await asProgram(inside, async (program) => {
    const told = new Set<string>()
    for (const side of sides) {
      for (const { account, language, way } of await recipientsOf(program, one, side)) {
        if (way === 'page' || told.has(account)) continue
        told.add(account)
        await parts.mail.write(program, {
          template: templates[notice],
          to: { account },
          language,
          data: {
            ...{ path: placementAddress(one.id, language), programme: one.programmeTitle[language], school, employer },
            ...(signBy === undefined ? {} : { signBy }),
            ...(reason === undefined ? {} : { reason }),
          } as never,
          once: `placement-${notice}/${one.id}/${mark}/${account}`,
          kind: 'needed',
        })
      }
    }
  })
}

async function recipientsOf(program: ActingDatabase, one: Placement, side: Side): Promise<Recipient[]> {
  if (side === 'student') return one.person === '' ? [] : personRecipient(program, one.person)
  const organisation = organisationOf(one, side)
  return organisation === undefined ? [] : organisationRecipients(program, organisation, signers[side])
}
