/** An engine as threads hold it, of a world that is at hand. */
import { EditionBuilder, EditionReader } from '../src/engine/editions/index.ts'
import type { Person } from '../src/engine/matching/index.ts'
import type { World } from '../src/engine/planning/index.ts'
import { type HeldEngine, holdReading } from '../src/modules/engines/findings/held-engine.ts'

/** @param people left out: nobody was counted yet */
export function holdWorld({ skills, occupations, vacancies, offerings, settings }: World, people?: Iterable<Person>): HeldEngine {
  const builder = new EditionBuilder({ skills, occupations }, settings)
  builder.addOfferings(offerings)
  builder.addVacancies(vacancies)
  const keeper = builder.done()
  const reader = new EditionReader(keeper.whole())
  if (people) {
    const gathering = keeper.gatherPeople()
    gathering.add(people)
    reader.take(gathering.done())
  }
  return holdReading(reader.reading)
}
