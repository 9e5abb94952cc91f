import { rmSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { migrate, openDatabase } from '../src/platform/index.ts'
import { createSkills } from '../src/modules/skills/index.ts'
const log = { info() {}, warn() {}, error() {} }
const folder = `/tmp/h/bench-${process.pid}`
const db = await openDatabase({ kind: 'pglite', folder }, log)
await migrate(db)
const skills = createSkills({ db, clock: { now: () => Date.now() }, ids: { next: () => randomUUID(), token: () => randomUUID() }, log })
let peak = 0, peakHeap = 0, longest = 0, last = Date.now()
const t = setInterval(() => { const m = process.memoryUsage(); peak = Math.max(peak, m.rss); peakHeap = Math.max(peakHeap, m.heapUsed); const now = Date.now(); longest = Math.max(longest, now - last); last = now }, 50)
const began = Date.now()
console.log('start rss', process.memoryUsage().rss / 1e6)
const r = await skills.taxonomies.import(process.argv[2]!, { scheme: 'big', version: '1' })
console.log(process.argv[2], r.message, r.rejected, 's', (Date.now() - began) / 1000, 'peak rss MB', peak / 1e6, 'peak heap MB', peakHeap / 1e6, 'longest pause', longest)
const c = Date.now(); peakHeap = 0
const cat = await skills.catalogue()
console.log('catalogue', (Date.now() - c) / 1000, 'heap', peakHeap / 1e6, cat.search('vaardigheid 77', { language: 'nl' })[0]?.label)
clearInterval(t)
await db.close()
rmSync(folder, { recursive: true, force: true })
