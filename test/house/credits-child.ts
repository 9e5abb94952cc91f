/** Gives and takes back credits until it is killed, and says what was acknowledged. Arguments: place as JSON, first number. */
import { confirmedWork, openCreditsWorld } from '../../src/modules/credits/world-for-tests.ts'
import { type DatabasePlace, openDatabase } from '../../src/platform/index.ts'
import { silentLog } from '../databases.ts'

const [place = '', first = '0', writer = ''] = process.argv.slice(2)
const most = 5000
const world = await openCreditsWorld(await openDatabase(JSON.parse(place) as DatabasePlace, silentLog))
const { credits, coach, assessor } = world
const [unit] = await credits.units.list(coach, 'school', 'programme')
if (!unit) throw new Error('the unit was planted before')
for (let number = Number(first); number < Number(first) + most; number++) {
  await confirmedWork(world, unit.outcomes[0]?.id ?? '', { minutes: 10 })
  const key = `${writer}-number-${number}`
  // Others may have used up the work: then it is confirmed anew.
  const id = await credits.award(assessor, 'placement', { unit: unit.id, credits: 0.1, key }).catch((error: unknown) => {
    if (error instanceof Error && error.name === 'Conflict') return undefined
    throw error
  })
  if (id === undefined) continue
  process.stdout.write(`award ${key} ${id}\n`)
  if (number % 3 !== 0) continue
  await credits.withdraw(assessor, id, 'Om te zien wat er overblijft')
  process.stdout.write(`back ${key} ${id}\n`)
}
