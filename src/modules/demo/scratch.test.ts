import { test } from 'vitest'
import { freshDatabases, silentLog } from '../../../test/databases.ts'
import { createRegions } from '../regions/index.ts'
import { createSkills } from '../skills/create-skills.ts'
import { createTrainings } from '../trainings/index.ts'
import { createDemo } from './index.ts'
test.each(freshDatabases())('time on $name', async ({ open }) => {
  const db = await open()
  const clock = { now: () => Date.now() }
  const ids = { next: () => 'x', token: () => 'x' }
  const skills = createSkills({ db, clock, ids, log: silentLog })
  await skills.loadStarter('/tmp/vocab')
  const regions = await createRegions({ db, ids, clock })
  const demo = createDemo({ db, clock, log: silentLog, skills, trainings: createTrainings({ db }), regions })
  let last = Date.now()
  for (const _ of [1, 2]) {
    const s = Date.now()
    const r = await demo.reset({ today: '2026-11-25', progress: (p) => { if (p.done % 5000 < 500) console.log(JSON.stringify(p), Date.now() - last); last = Date.now() } })
    console.log(Date.now() - s, JSON.stringify(r))
  }
  for (const t of ['vacancy', 'programme', 'offering', 'pool_person']) {
    const [row] = await db.query(`select * from ${t} offset 100 limit 1`)
    console.log(t, JSON.stringify(row, null, 1))
  }
  await db.close()
})
