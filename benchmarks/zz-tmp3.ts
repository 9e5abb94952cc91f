import { rmSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { migrate, openDatabase } from '../src/platform/index.ts'
import { createSkills } from '../src/modules/skills/index.ts'
const log = { info() {}, warn() {}, error() {} }
const folder = `/tmp/h/bench-${process.pid}`
const plain = await openDatabase({ kind: 'pglite', folder }, log)
await migrate(plain)
const times = new Map<string, [number, number]>()
const timed = (q: typeof plain): typeof plain => ({ ...q, async query(sql: string, p?: readonly unknown[]) { const b = Date.now(); const r = await q.query(sql, p); const k = sql.slice(0, 70).replaceAll('\n', ' '); const t = times.get(k) ?? [0, 0]; times.set(k, [t[0] + 1, t[1] + Date.now() - b]); return r as never }, transaction: (w) => q.transaction((tx) => w(timed(tx))) })
const db = timed(plain)
const skills = createSkills({ db, clock: { now: () => Date.now() }, ids: { next: () => randomUUID(), token: () => randomUUID() }, log })
let peak = 0, peakHeap = 0
const t = setInterval(() => { const m = process.memoryUsage(); peak = Math.max(peak, m.rss); peakHeap = Math.max(peakHeap, m.heapUsed) }, 50)
const began = Date.now()
const r = await skills.taxonomies.import(process.argv[2]!, { scheme: 'big', version: '1' })
console.log(process.argv[2], r.message, 's', (Date.now() - began) / 1000, 'peak rss MB', peak / 1e6, 'peak heap MB', peakHeap / 1e6)
console.log([...times].sort((a, b) => b[1][1] - a[1][1]).slice(0, 8))
clearInterval(t); await db.close(); rmSync(folder, { recursive: true, force: true })
