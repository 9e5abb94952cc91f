import type { ActingDatabase } from '../../platform/index.ts'
import { createRules } from '../rules/index.ts'
import { addCase, addOffer, addSeat, listDemoVacancies } from './case-store.ts'
import { drawCountsFrom } from './picture.ts'
import { below, pictureTerms, type RiskCasesParts, todayOf } from './work.ts'

/** Plainly made up: an employer, a public body and an educator in one circle; one person of the demo takes part. */
const demo = {
  id: 'demo-case',
  organisation: 'demo-organisation-employer-1',
  title: 'Voorbeeld: van werk naar werk (demo)',
  circle: [
    ['demo-account-iris', 'demo-organisation-employer-1', true],
    ['demo-account-anouk', 'demo-organisation-public', false],
    ['demo-account-lotte', 'demo-organisation-educator', false],
  ],
  days: 180,
  vacancies: 3,
} as const

const dayMs = 86_400_000

/** In a task's transaction, after the organisations and vacancies of the demo. */
export async function putDemoCase(parts: RiskCasesParts, program: ActingDatabase): Promise<void> {
  const { id, organisation, title } = demo
  if (!(await parts.organisations.find(organisation, program))) return
  const now = parts.clock.now()
  const endsOn = new Date(Date.parse(todayOf(parts)) + demo.days * dayMs).toISOString().slice(0, 10)
  await addCase(
    program,
    { id, organisation, title, openedAt: now, endsOn },
    // Inside the transaction of the demo nothing else may be asked of the database.
    drawCountsFrom(await pictureTerms({ ...parts, rules: createRules({ db: program }) }), below(parts)),
  )
  for (const [account, of, isLead] of demo.circle) {
    if (!(await parts.organisations.find(of, program))) continue
    await addSeat(program, id, { id: `demo-seat-${account}`, account, organisation: of, isLead }, now)
  }
  for (const target of await listDemoVacancies(program, demo.vacancies)) {
    await addOffer(program, id, { kind: 'vacancy', target, organisation }, now)
  }
}
