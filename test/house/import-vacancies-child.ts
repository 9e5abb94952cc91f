/**
 * Imports vacancies from a file and says how many are safe after each batch, until it is killed. Arguments: folder, place
 * as JSON, file, and by how many minutes its clock is ahead. */
import { createModules } from '../../src/modules/index.ts'
import { type Clock, createIds, type DatabasePlace, lockData, migrate, openDatabase } from '../../src/platform/index.ts'
import { silentLog } from '../databases.ts'

const [folder = '', place = '', file = '', ahead = '0'] = process.argv.slice(2)
const clock: Clock = { now: () => Date.now() + Number(ahead) * 60_000 }
await lockData(folder, `${folder}/socket`)
const db = await openDatabase(JSON.parse(place) as DatabasePlace, silentLog)
await migrate(db)
const modules = await createModules({ db, clock, ids: createIds(clock), log: silentLog })
await modules.imports.repair()
await modules.vacancies.importFrom(file, { progress: ({ done }) => process.stdout.write(`${done}\n`) })
process.stdout.write('finished\n')
await db.close()
process.exit()
