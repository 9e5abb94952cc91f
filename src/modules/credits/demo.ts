import { createHash } from 'node:crypto'
import { type ActingDatabase, type DateText, nextDay, todayInAmsterdam } from '../../platform/index.ts'
import { factsHash } from './activity.ts'
import { addStep, findActivity, insertActivity, listActivities, saveActivity, setOutcomes } from './activity-store.ts'
import { putBook, removeDemoBooks } from './book-store.ts'
import { safeName } from './check-file.ts'
import { demoUnits, demoWork } from './demo-world.ts'
import { insertFile } from './evidence-store.ts'
import { type Award, addAssessment, insertAward } from './ledger-store.ts'
import type { CreditsParts, PlacementFacts } from './parts.ts'
import { shareOut, type Unit } from './unit.ts'
import { insertUnit, removeDemoUnits } from './unit-store.ts'

const student = 'demo-account-tijn'
const assessor = 'demo-account-femke'
const dayMs = 86_400_000

/**
 * Six weeks of work of the one who learns while working in the demo: two units earned, one running, one piece sent back and one that waits. Plainly made
 * up; in a task's transaction, after the placements of the demo. Nothing where there is no such placement.
 */
export async function putDemoCredits(
  parts: Pick<CreditsParts, 'clock' | 'demoPlacement'>,
  inside: ActingDatabase,
): Promise<void> {
  const placement = await parts.demoPlacement?.(inside, student)
  if (!placement) return
  const now = parts.clock.now()
  const today = todayInAmsterdam(now)
  const units = demoUnits(placement.programme, placement.school)
  for (const unit of units) await insertUnit(inside, unit, now)
  await putBook(inside, { ...placement, placement: placement.id, person: student, demo: true }, now)
  const weeks = weeksBefore(today, placement.from)
  for (const [at, week] of weeks.entries()) await putWeek(inside, { placement, units, week, at, weeks: weeks.length })
  for (const code of ['D', 'V']) {
    const unit = units.find((one) => one.code === code)
    if (unit) await putAward(inside, { book: placement.id, unit, at: now - 6 * dayMs })
  }
  const asked = units.find((one) => one.code === 'B')
  if (asked && weeks.length > 0)
    await addAssessment(inside, placement.id, {
      id: 'demo-assessment-1',
      person: student,
      unit: asked.id,
      step: 'asked',
      account: student,
      at: now - dayMs,
    })
}

export async function removeDemoCredits(inside: ActingDatabase): Promise<void> {
  await removeDemoBooks(inside)
  await removeDemoUnits(inside)
}

/** Mondays of the last six whole weeks of the placement, the oldest first. */
function weeksBefore(today: DateText, from: DateText): DateText[] {
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7
  const monday = nextDay(today, -weekday)
  return [6, 5, 4, 3, 2, 1].map((back) => nextDay(monday, -7 * back)).filter((day) => day >= from)
}

async function putWeek(
  inside: ActingDatabase,
  {
    placement,
    units,
    week,
    at,
    weeks,
  }: {
    readonly placement: PlacementFacts
    readonly units: readonly Unit[]
    readonly week: DateText
    readonly at: number
    readonly weeks: number
  },
): Promise<void> {
  const isLast = at === weeks - 1
  for (const [number, { unit: code, text, hours, day, file }] of (demoWork[at] ?? []).entries()) {
    const unit = units.find((one) => one.code === code)
    const outcome = unit?.outcomes[number % (unit.outcomes.length || 1)]
    if (!unit || !outcome) continue
    const id = `demo-activity-${at + 1}-${number + 1}`
    const from = nextDay(week, day)
    const of = { id, book: placement.id }
    const logged = Date.parse(`${from}T16:00:00Z`)
    await insertActivity(inside, { ...of, from, until: from, text, minutes: hours * 60, person: student, demo: true }, logged)
    await setOutcomes(inside, of, [{ outcome: outcome.id, unit: unit.id }])
    if (file) await putFile(inside, of, file, logged)
    const facts = async () => factsHash((await findActivity(inside, id)) as NonNullable<Awaited<ReturnType<typeof findActivity>>>)
    await addStep(inside, of, { step: 'logged', account: student, facts: await facts(), at: logged })
    // The last piece of the last week waits, and the one before it was sent back.
    const fromEnd = isLast ? (demoWork[at]?.length ?? 0) - 1 - number : 9
    if (fromEnd === 0) continue
    const isReturned = fromEnd === 1
    const activity = await findActivity(inside, id)
    if (activity) await saveActivity(inside, { ...activity, state: isReturned ? 'returned' : 'confirmed' }, logged + dayMs)
    await addStep(inside, of, {
      ...{ step: isReturned ? 'returned' : 'confirmed', account: placement.supervisor, facts: await facts(), at: logged + dayMs },
      ...(isReturned ? { reason: 'Schrijf erbij welke storing het was en wat je zelf deed. (demo)' } : {}),
    })
  }
}

async function putFile(inside: ActingDatabase, of: { readonly id: string; readonly book: string }, text: string, at: number) {
  const contents = new TextEncoder().encode(text)
  const sha256 = createHash('sha256').update(contents).digest('hex')
  await insertFile(
    inside,
    { activity: of.id, book: of.book },
    { id: `${of.id}-file`, name: safeName('verslag (demo).txt', 'text'), type: 'text', bytes: contents.length, sha256 },
    contents,
    at,
  )
}

/** All of a unit, for all its confirmed work. */
async function putAward(
  inside: ActingDatabase,
  { book, unit, at }: { readonly book: string; readonly unit: Unit; readonly at: number },
): Promise<void> {
  const ground: Award['ground'] = (await listActivities(inside, book)).flatMap(
    ({ id, state, judged, minutes, outcomes, files }) => {
      const share = shareOut(
        minutes,
        outcomes.map((one) => one.unit),
      ).get(unit.id)
      if (state !== 'confirmed' || !judged || share === undefined) return []
      return [
        { activity: id, minutes: share, step: judged.number, facts: judged.facts, files: files.map(({ sha256 }) => sha256) },
      ]
    },
  )
  if (ground.length === 0) return
  const id = `demo-award-${unit.code}`
  await insertAward(inside, { id, book, unit: unit.id, amount: unit.amount, assessor, key: id, at, ground }, student)
}
