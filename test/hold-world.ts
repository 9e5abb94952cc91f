/** An engine as threads hold it, of a world that is at hand. */
import { EditionBuilder, EditionReader } from '../src/engine/editions/index.ts'
import type { Person } from '../src/engine/matching/index.ts'
import type { World } from '../src/engine/planning/index.ts'
import { type HeldEngine, holdReading } from '../src/modules/engines/findings/held-engine.ts'

/** @param people left out: nobody was counted yet @param found left out: nobody came who is found */
export function holdWorld(
  { skills, occupations, vacancies, offerings, settings }: World,
  people?: Iterable<Person>,
  found?: Iterable<Person>,
): HeldEngine {
  const builder = new EditionBuilder({ skills, occupations }, settings)
  builder.addOfferings(offerings)
  builder.addVacancies(vacancies)
  const keeper = builder.done()
  const reader = new EditionReader(keeper.whole())
  for (const [crowd, some] of [['people', people] as const, ['found', found] as const]) {
    if (!some) continue
    const gathering = keeper.gatherPeople(crowd)
    gathering.add(some)
    reader.take(gathering.done())
  }
  return holdReading(reader.reading)
}
