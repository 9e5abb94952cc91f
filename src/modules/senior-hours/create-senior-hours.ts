import {
  type ActingDatabase,
  actAs,
  asTask,
  type Clock,
  type Database,
  type Ids,
  NotFound,
  todayInAmsterdam,
} from '../../platform/index.ts'
import type { Organisations } from '../organisations/index.ts'
import { type Action, type Actor, actingAs, permit } from '../permissions/index.ts'
import { showBoard } from './board.ts'
import { bookHours, setHours } from './book.ts'
import { putDemoSeniors } from './demo.ts'
import { drawHours, roomOf, weeksOfDays } from './draw.ts'
import { SeniorRefused } from './refused.ts'
import { hoursOf, type SeniorRole } from './senior.ts'
import type { Drawn, SeniorHours } from './senior-hours.ts'
import { findRoles, findSenior, listOfRef, listWeekStates, listWeeks, removeBookings, sumLeft } from './senior-store.ts'
import { mondaysFrom } from './weeks.ts'

export interface SeniorHoursParts {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly organisations: Pick<Organisations, 'find'>
}

export function createSeniorHours(parts: SeniorHoursParts): SeniorHours {
  const { db, clock, ids, organisations } = parts
  const today = () => todayInAmsterdam(clock.now())

  /** A change at an organisation by somebody who may make it, as a task: nobody but the program writes. */
  async function change<T>(
    actor: Actor,
    action: Extract<Action, `seniorHours.${string}`>,
    organisation: string,
    work: (task: ActingDatabase) => Promise<T>,
  ): Promise<T> {
    permit(actor, action, { kind: 'organisation', id: organisation, organisation })
    const found = await organisations.find(organisation)
    if (!found || found.closed) throw new NotFound('organisation', organisation)
    return actAs(db, { task: 'senior-hours' }, work)
  }

  return {
    async board(actor, organisation) {
      permit(actor, 'seniorHours.read', { kind: 'organisation', id: organisation, organisation })
      return actAs(db, actingAs(actor), (inside) => showBoard(inside, organisation, today()))
    },
    setBudget: (actor, organisation, asked) =>
      change(actor, 'seniorHours.change', organisation, async (task) => {
        if (!mayBe(asked.role, await findRoles(task, organisation, asked.person))) throw new SeniorRefused('notMember')
        await setHours(task, organisation, asked, { at: clock.now(), demo: false })
      }),
    bookByHand: (actor, organisation, asked) =>
      change(actor, 'seniorHours.change', organisation, async (task) => {
        const senior = await findSenior(task, asked.person)
        if (senior?.organisation !== organisation) throw new SeniorRefused('notMember')
        const { id } = await bookHours(task, ids.next(), asked, { at: clock.now(), demo: false })
        return { id }
      }),
    takeBack: (actor, organisation, booking) =>
      change(actor, 'seniorHours.change', organisation, async (task) => {
        const removed = await removeBookings(task, { id: booking, organisation })
        if (removed === 0) throw new NotFound('booking', booking)
      }),

    book: (inside, asked) =>
      asTask(inside, 'senior-hours', async (task) => {
        const { id } = await bookHours(task, ids.next(), asked, { at: clock.now(), demo: false })
        return { id }
      }),
    draw: (inside, ref, draws, from) =>
      asTask(inside, 'senior-hours', (task) => drawHours(task, ref, draws, from, { ids, at: clock.now(), demo: false })),
    roomOf: (inside, people, weeks) => asTask(inside, 'senior-hours', (task) => roomOf(task, people, weeks)),
    drawnFor: (inside, ref) =>
      asTask(inside, 'senior-hours', async (task) => {
        const found: Drawn[] = []
        for (const booking of await listOfRef(task, ref)) {
          const weeks = [...weeksOfDays(booking.fromWeek, booking.untilWeek, booking.minutesPerWeek).keys()]
          const states = await listWeekStates(task, [booking.account], weeks)
          found.push({ ...booking, hasBudget: states.every(({ budgetMinutes }) => budgetMinutes !== undefined) })
        }
        return found
      }),
    release: (inside, ref) => asTask(inside, 'senior-hours', (task) => removeBookings(task, { ref })),
    leftOf: (inside, person, day) =>
      asTask(inside, 'senior-hours', async (task) => {
        const [monday = day] = mondaysFrom(day, 1)
        const [week] = (await listWeeks(task, [person], monday, monday)).get(person) ?? []
        return week && hoursOf(week.budgetMinutes - week.bookedMinutes)
      }),
    leftAt: (of, day) =>
      actAs(db, { task: 'senior-hours' }, async (task) => {
        const [monday = day] = mondaysFrom(day, 1)
        const sums = await sumLeft(task, of, monday)
        return sums.map(({ role, people, leftMinutes }) => ({ role, people, leftHours: hoursOf(leftMinutes) }))
      }),
    putDemo: (inside) => putDemoSeniors(inside, { at: clock.now(), today: today(), organisations }),
  }
}

/** A guest teacher is any member; the others have that role, and an owner has every role. */
export function mayBe(role: SeniorRole, roles: readonly string[] | undefined): boolean {
  if (roles === undefined) return false
  return role === 'guestTeacher' || roles.includes(role) || roles.includes('owner')
}
