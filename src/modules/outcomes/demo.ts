import type { ActingDatabase } from '../../platform/index.ts'
import { demoEducator } from '../organisations/index.ts'
import { raiseTally } from './outcome-store.ts'
import type { OutcomesParts } from './parts.ts'
import { saveReport } from './report-store.ts'

type Counts = Readonly<Record<string, number>>

/** Years of the demo educator's first programmes, invented: the last that is over, and those before. In one year too few people were placed. */
const counted: readonly (readonly Counts[])[] = [
  [
    { ...way(143, 82, 71, 58), placedOf: 58, placed: 41, stayedOf: 41, stayed: 27, left: 6, womenYes: 41, womenNo: 83 },
    { ...way(121, 69, 60, 44), placedOf: 44, placed: 33, stayedOf: 33, stayed: 22, left: 4, womenYes: 20, womenNo: 50 },
  ],
  [
    { ...way(96, 61, 52, 47), placedOf: 47, placed: 36, stayedOf: 36, stayed: 28, left: 3 },
    { ...way(88, 57, 49, 38), placedOf: 38, placed: 24, stayedOf: 24, stayed: 15, left: 5 },
    { ...way(34, 23, 19, 14), placedOf: 14, placed: 8, stayedOf: 8, stayed: 4, left: 1 },
  ],
]

/** What the educator says itself of the first programme: with what it cost. */
const reported = { counts: { started: 71, completed: 58, placed: 50, stayed: 43 }, costEuro: 389_000 }

function way(applied: number, admitted: number, started: number, completed: number): Counts {
  return { applied, admitted, started, completed }
}

/** Counts of the demo: of nobody. They go with the demo educator. */
export async function putDemoOutcomes(
  { ids, trainings, data }: Pick<OutcomesParts, 'ids' | 'trainings' | 'data'>,
  inside: ActingDatabase,
  today: string,
): Promise<void> {
  const { organisation } = demoEducator
  const last = Number(today.slice(0, 4)) - 2
  const programmes = [...(await trainings.ofOrganisation(inside, organisation))].sort((a, b) => (a.id < b.id ? -1 : 1))
  for (const [at, years] of counted.entries()) {
    const programme = programmes[at]?.id
    if (programme === undefined) continue
    for (const [ago, counts] of years.entries()) {
      for (const [measure, count] of Object.entries(counts)) {
        await raiseTally(inside, { programme, organisation, year: last - ago, measure }, count)
      }
    }
  }
  const [first] = programmes
  if (!first) return
  await saveReport(inside, {
    ...{
      id: ids.next(),
      organisation,
      demo: true,
      of: { programme: first.id },
      year: last,
      definition: data.definitions.version,
    },
    ...{ ...reported, source: 'Eigen administratie (verzonnen, demo)', saidOn: today },
  })
}
