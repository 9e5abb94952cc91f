import { type Crowd, EditionBuilder, type EditionKeeper, EditionReader } from '../../engine/editions/index.ts'
import type { EngineSource, Resident, Residents } from '../matching/index.ts'
import type { Engines } from './engines.ts'
import { find } from './findings/find.ts'
import { holdReading } from './findings/held-engine.ts'
import type { Kind } from './findings/question.ts'

interface Held {
  readonly resident: Resident
  readonly keeper: EditionKeeper
  readonly reader: EditionReader
  /** The people that are in it. */
  readonly crowds: readonly Crowd[]
}

/** Which people a question is about. */
const crowdOf: { readonly [K in Kind]?: Crowd } = {
  poolEffect: 'people',
  cohortGroups: 'people',
  peopleFor: 'found',
  waiting: 'people',
}

/**
 * One engine in the thread that asks, always of the newest data: for the command line and for tests, where nobody waits behind. The people
 * who are counted are read when the first question is about them: most commands ask nothing of the kind.
 */
export function enginesInOwnThread(residents: Residents, source: EngineSource): Engines {
  let held: Held | undefined
  /** Those that ask at once wait for one another: an edition follows on one other. */
  let last: Promise<unknown> = Promise.resolve()

  async function bring(crowd: Crowd | undefined): Promise<Held> {
    const resident = await residents.current()
    const known = held
    // Half-way it is neither the one nor the other: after an error the next question begins anew.
    held = undefined
    const current = (known && (await following(known, resident))) ?? (await built(resident))
    held = crowd !== undefined && !current.crowds.includes(crowd) ? await gathering(current, crowd) : current
    return held
  }

  async function following(known: Held, resident: Resident): Promise<Held | undefined> {
    if (known.resident === resident) return known
    const changes = await source.changes(known.resident, resident)
    if (!changes) return undefined
    known.reader.take(known.keeper.change(changes))
    return { ...known, resident }
  }

  async function built(resident: Resident): Promise<Held> {
    const { skills, occupations, settings, offerings, vacancies } = source.rows(resident)
    const builder = new EditionBuilder({ skills, occupations }, settings)
    builder.addOfferings(offerings)
    for await (const some of vacancies) builder.addVacancies(some)
    const keeper = builder.done()
    return { resident, keeper, reader: new EditionReader(keeper.whole()), crowds: [] }
  }

  async function gathering(current: Held, crowd: Crowd): Promise<Held> {
    const people = current.keeper.gatherPeople(crowd)
    for await (const some of source.rows(current.resident)[crowd]) people.add(some)
    current.reader.take(people.done())
    return { ...current, crowds: [...current.crowds, crowd] }
  }

  return {
    resident: () => residents.current(),
    async ask(question, { signal } = {}) {
      const turn = last.catch(() => {}).then(() => bring(crowdOf[question.kind]))
      last = turn
      const { reader, resident } = await turn
      signal?.throwIfAborted()
      return { finding: find(holdReading(reader.reading), question), resident }
    },
    async close() {
      held = undefined
    },
  }
}
