/**
 * `npm run rehearse -- <what>`: what may go wrong on several machines, tried on this one with a PostgreSQL of its own. Nothing of an installation is touched.
 *
 *     npm run rehearse -- kills --times 20     four workers and three servers, killed and stopped at random, each time anew
 *     npm run rehearse -- backup               a backup under load, put back elsewhere and in place
 *     npm run rehearse -- upgrade              a new version, one process after the other, under load
 *     npm run rehearse -- guide                the guide for several machines, to the letter, in a fresh copy
 *     npm run rehearse -- sizing               what the costs of batch work and of reading are here
 */
import { parseArgs } from 'node:util'
import { buildSite } from './build-site.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { times: { type: 'string', default: '1' }, seconds: { type: 'string' } },
})
const [what = ''] = positionals
const began = performance.now()
const say = (line: string): void => console.log(`${((performance.now() - began) / 1000).toFixed(1).padStart(7)} s  ${line}`)

const rehearsals: Readonly<Record<string, () => Promise<boolean>>> = {
  kills: async () =>
    (await import('../test/many/rehearse-kills.ts')).rehearseKills(Number(values.times), numberOr(values.seconds, 30), say),
  backup: async () => (await import('../test/many/rehearse-backup.ts')).rehearseBackup(say),
  upgrade: async () => (await import('../test/many/rehearse-upgrade.ts')).rehearseUpgrade(say),
  guide: async () => (await import('../test/many/rehearse-guide.ts')).rehearseGuide(say),
  sizing: async () => (await import('../test/many/rehearse-sizing.ts')).rehearseSizing(say),
}

// Whoever stops a rehearsal stops all that it started.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))

const rehearse = Object.hasOwn(rehearsals, what) ? rehearsals[what] : undefined
if (rehearse) {
  await buildSite()
  const isGood = await rehearse()
  say(isGood ? 'All was as it should be.' : 'Something was not as it should be: see above.')
  process.exit(isGood ? 0 : 1)
} else {
  console.error(`There is no rehearsal "${what}". There are: ${Object.keys(rehearsals).join(', ')}.`)
  process.exit(2)
}

function numberOr(text: string | undefined, preset: number): number {
  return text === undefined ? preset : Number(text)
}
