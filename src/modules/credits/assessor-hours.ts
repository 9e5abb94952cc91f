/** Assessing takes hours of who assesses, out of the one budget that they have. */
import { type ActingDatabase, asTask, type DateText } from '../../platform/index.ts'
import { weeksOfDays } from '../senior-hours/index.ts'
import { assessorsOf } from './assessor-store.ts'
import type { CreditsParts } from './parts.ts'
import { CreditsRefused } from './refused.ts'

const rule = 'award-assessor-hours'

/** Minutes that assessing one unit takes on a day, by the dated rule; 0 without one. Asked outside the transaction that awards. */
export async function minutesToAssess({ rules }: Pick<CreditsParts, 'rules'>, today: DateText): Promise<number> {
  const hours = (await rules.find(rule, today))?.value
  return typeof hours === 'number' ? Math.round(hours * 60) : 0
}

/**
 * Takes the hours of an award in its week, in its transaction. Of who has no budget that is known it is written down only.
 * @throws CreditsRefused `assessorFull` with who of the school has room
 */
export async function drawAssessor(
  { seniorHours }: Pick<CreditsParts, 'seniorHours'>,
  inside: ActingDatabase,
  award: { readonly id: string; readonly assessor: string; readonly school: string },
  { today, minutes }: { readonly today: DateText; readonly minutes: number },
): Promise<void> {
  if (!seniorHours || minutes === 0) return
  const weeks = weeksOfDays(today, today, minutes)
  try {
    const draw = { person: award.assessor, organisation: award.school, role: 'assessor', purpose: 'assessment', weeks } as const
    await seniorHours.draw(inside, award.id, [draw])
  } catch (error) {
    const { reason, week = today } = error as Partial<{ reason: string; week: DateText }>
    if (reason !== 'overBooked') throw error
    const all = await asTask(inside, 'credits', (program) => assessorsOf(program, award.school))
    const others = all.filter(({ account }) => account !== award.assessor)
    const rooms = await seniorHours.roomOf(
      inside,
      others.map(({ account }) => account),
      weeks,
    )
    const named = (wanted: string): string[] =>
      others.filter(({ account }) => rooms.get(account) === wanted).map(({ name }) => name)
    const name = all.find(({ account }) => account === award.assessor)?.name ?? ''
    throw new CreditsRefused('assessorFull', { name, week, room: named('room'), unknown: named('unknown') })
  }
}
