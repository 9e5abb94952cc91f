/** Saves profiles as fast as it can and says each one that is safe, until it is killed. Arguments: folder, place as JSON. */
import { createPeople } from '../../src/modules/people/index.ts'
import { createIds, type DatabasePlace, lockData, migrate, openDatabase, systemClock } from '../../src/platform/index.ts'
import { silentLog } from '../databases.ts'

const [folder = '', place = ''] = process.argv.slice(2)
await lockData(folder, `${folder}/socket`)
const db = await openDatabase(JSON.parse(place) as DatabasePlace, silentLog)
await migrate(db)
const people = createPeople({ db, clock: systemClock, ids: createIds(systemClock), log: silentLog })
for (let number = 0; ; number++) {
  const token = await people.createDraft({ experienceYears: number % 60 })
  process.stdout.write(`${token} ${number % 60}\n`)
}
