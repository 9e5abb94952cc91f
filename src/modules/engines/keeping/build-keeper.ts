import { EditionBuilder, type EditionKeeper } from '../../../engine/editions/index.ts'
import type { EngineRows } from '../../matching/index.ts'

/** Builds a keeper of all rows but the people. @param number of its first edition */
export async function buildKeeper(
  { skills, occupations, settings, offerings, vacancies }: EngineRows,
  number: number,
): Promise<EditionKeeper> {
  const builder = new EditionBuilder({ skills, occupations }, settings, number)
  builder.addOfferings(offerings)
  for await (const some of vacancies) builder.addVacancies(some)
  return builder.done()
}
