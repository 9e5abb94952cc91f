/**
 * What a world means for people: which share of the vacancies each term rules out, how many jobs are open now, how many one
 * training opens, how many plans there are. `npm run bench world-statistics -- --world realistic --size national --people 60`.
 * Doors and plans are asked for the first `--doors N` people, since they take longest, terms of the first `--terms N`; `--best` asks
 * for best lists too.
 */
import { createEngine } from '../src/engine/planning/index.ts'
import { flag, option, quantile } from './kernels/options.ts'
import { openWorld, wholeWorld } from './worlds/index.ts'

const name = option('world', 'realistic')
const size = option('size', 'small')
const rows = openWorld(name, size)
if (typeof rows === 'string') console.log(rows)
else measure(rows)

function measure(from: Exclude<typeof rows, string>): void {
  const world = wholeWorld(from)
  const { vacancies, offerings } = world
  const engine = createEngine(world)
  const people = [...from.people(Number(option('people', '60')), 1)]
  const few = people.slice(0, Number(option('doors', '20')))
  const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length
  let since = performance.now()
  const say = (what: string, values: readonly number[]): void => {
    const parts = [0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 1].map((share) => `p${share * 100} ${quantile(values, share)}`)
    const seconds = (performance.now() - since) / 1000
    since = performance.now()
    console.log(`${what.padEnd(34)} mean ${mean(values).toFixed(1).padStart(7)}  ${parts.join('  ')}  (${seconds.toFixed(1)} s)`)
  }

  console.log(`${name} ${size}: ${vacancies.length} vacancies, ${offerings.length} offerings, ${world.skills.length} skills`)
  say(
    'requirements per vacancy',
    vacancies.map((one) => one.requirements.length),
  )
  say(
    'essentials per vacancy',
    vacancies.map((one) => one.requirements.filter(({ weight }) => weight === 'essential').length),
  )
  say(
    'outcomes per offering',
    offerings.map((one) => one.outcomes.length),
  )
  say(
    'prerequisites per offering',
    offerings.map((one) => one.prerequisites?.length ?? 0),
  )
  say(
    'answers per person',
    people.map((one) => Object.keys(one.answers).length),
  )

  const sample = vacancies.filter((_, at) => at % Math.ceil(vacancies.length / 150) === 0)
  const ruledOut = new Map<string, number[]>()
  const anyTerm: number[] = []
  for (const person of people.slice(0, Number(option('terms', '20')))) {
    const counts = new Map<string, number>()
    let any = 0
    for (const { id } of sample) {
      const keys = engine.judge(person, id).conditions.map(({ key }) => key.replace(/:.*/, ''))
      const terms = new Set(keys.filter((key) => key !== 'skill'))
      for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1)
      if (terms.size > 0) any++
    }
    anyTerm.push(Math.round((any / sample.length) * 100))
    for (const key of [...counts.keys(), ...ruledOut.keys()]) if (!ruledOut.has(key)) ruledOut.set(key, [])
    for (const [key, values] of ruledOut) values.push(Math.round(((counts.get(key) ?? 0) / sample.length) * 100))
  }
  console.log('\nshare of vacancies ruled out (low), percent:')
  for (const [key, values] of [...ruledOut].sort()) say(key, values)
  say('any term', anyTerm)

  console.log('\nper person:')
  const matched = people.map((person) => engine.matches(person, { limit: 20 }))
  say(
    'eligible, low',
    matched.map(({ eligible }) => eligible[0]),
  )
  say(
    'fits now, low',
    matched.map(({ fitNow }) => fitNow[0]),
  )
  say(
    'fits now, high',
    matched.map(({ fitNow }) => fitNow[1]),
  )
  const doors = few.map((person) => engine.doors(person))
  say(
    'open now without start',
    doors.map(({ openNow }) => openNow[0]),
  )
  say(
    'usable offerings',
    doors.map(({ singles }) => singles.filter(({ usable }) => usable).length),
  )
  say(
    'offerings that open something',
    doors.map(({ singles }) => singles.filter(({ opens }) => opens > 0).length),
  )
  say(
    'best training opens',
    doors.map(({ singles }) => Math.max(0, ...singles.map(({ opens }) => opens))),
  )
  say(
    'a training that opens, opens',
    doors.flatMap(({ singles }) => singles.map(({ opens }) => opens).filter((one) => one > 0)),
  )
  say(
    'doors in the front',
    doors.map(({ front }) => front.length),
  )
  const plans = few.map((person) => engine.plansTo(person, { occupations: person.occupations.slice(0, 1) }, 'balanced'))
  say(
    'plans to own occupation, certain',
    plans.map(({ counts }) => counts.certain),
  )
  say(
    'plans to own occupation, high',
    plans.map(({ counts }) => counts.high),
  )
  say(
    'groups of these',
    plans.map(({ groups }) => groups.length),
  )
  if (!flag('best')) return
  const best = few.map((person) => engine.bestList(person, 'balanced'))
  say(
    'best list: trainings in a plan',
    best.flatMap((list) => list.map(({ plan }) => plan.path.length)),
  )
}
