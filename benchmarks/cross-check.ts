/**
 * Checks the engine at the size of the country by a second way. The engine goes from vacancies to the trainings that open them; this goes path
 * first: it walks every path of one or two offerings that a person can afford, and sees which vacancies each opens. Where the two differ it says
 * how, and ends with status 1.
 *
 *     npm run bench cross-check -- --size national
 *
 * `--world` and `--size` as for `kernels` (realistic, national); `--people N` (5); `--budget N` euro of own cost (100) and `--weeks N`
 * from now (16) at most, so that the paths can be counted. What holds for certain only. Written from docs/engine/definitions.md; of the engine's own parts it takes `judge`, for the
 * terms of a vacancy.
 */
import type { Person } from '../src/engine/matching/index.ts'
import { createEngine } from '../src/engine/planning/index.ts'
import { compare } from './cross-check/compare.ts'
import { openings } from './cross-check/openings.ts'
import { proofOf } from './cross-check/proof.ts'
import { walkablePaths } from './cross-check/walk.ts'
import { option } from './kernels/options.ts'
import { openWorld, wholeWorld } from './worlds/index.ts'

const [name, size] = [option('world', 'realistic'), option('size', 'national')]
const budget = Number(option('budget', '100'))
const weeks = Number(option('weeks', '16'))
const rows = openWorld(name, size)
if (typeof rows === 'string') throw new Error(rows)
const world = wholeWorld(rows)
const engine = createEngine(world)
const proof = proofOf(world.skills)

let differences = 0
for (const given of rows.people(Number(option('people', '5')))) {
  const { study } = given
  const limits = {
    ownCostEuro: Math.min(budget, study?.ownCostEuro ?? budget),
    totalWeeks: Math.min(weeks, study?.totalWeeks ?? weeks),
  }
  const person: Person = { ...given, study: { ...study, ...limits } }
  const began = performance.now()
  const paths = walkablePaths(world, proof, person)
  const opened = openings(world, proof, engine, person)
  const { faults, checked } = compare({ world, engine, person, paths, opened })
  differences += faults.length
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`${person.id}: ${checked}, ${faults.length === 0 ? 'all equal' : `${faults.length} differences`} (${seconds} s)`)
  for (const fault of faults.slice(0, 10)) console.log(`  ${fault}`)
}
console.log(differences === 0 ? 'Path first gives the same answers.' : `${differences} differences.`)
if (differences > 0) process.exitCode = 1
