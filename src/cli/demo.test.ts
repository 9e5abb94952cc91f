import { expect, test } from 'vitest'
import { type DemoSize, demoSize, demoSizeOf } from '../modules/demo/index.ts'
import type { Modules } from '../modules/index.ts'
import type { Language } from '../modules/skills/index.ts'
import { Conflict } from '../platform/index.ts'
import type { CommandContext, Reach, RecordWish } from './command-context.ts'
import { runProgram } from './run-program.ts'

/** Runs `schakel demo ...` on a demo that says what it was asked; `stopsAt` presses Ctrl-C there. */
async function demo(
  argv: string[],
  language: Language,
  { stopsAt, cutOff = false }: { stopsAt?: number; cutOff?: boolean } = {},
) {
  const said: string[] = []
  const wishes: (RecordWish | undefined)[] = []
  const sizes: (DemoSize | undefined)[] = []
  const stop = new AbortController()
  const modules = {
    demo: {
      async reset({ size, progress, signal }: Parameters<Modules['demo']['reset']>[0] & object) {
        sizes.push(size)
        for (const done of [0, 50]) {
          progress?.({ what: done === 0 ? 'inventing the demo world' : 'putting the demo world in place', done, total: 50 })
          if (done === stopsAt) stop.abort()
          if (signal?.aborted) throw new Conflict('Stopped.')
        }
        return { ...size }
      },
      wasCutOff: async () => cutOff,
      clear: async () => void sizes.push(undefined),
    },
  } as unknown as Modules
  const out = (line: string) => void said.push(line)
  const progress: CommandContext['progress'] = ({ what, done, total }) => void said.push(`${what} ${done}/${total}`)
  const context = { modules, out, err: out, progress, signal: stop.signal, language } as CommandContext
  const reach: Reach = {
    modules(work, wish) {
      wishes.push(wish)
      return work(context)
    },
    record: async () => {},
  }
  const exit = await runProgram(['demo', ...argv], reach, { out, err: out, signal: stop.signal })
  return { exit, said, sizes, wishes }
}

test('load takes a size by name or number, standard without one, and fills no new record with the standard world first', async () => {
  expect((await demo(['load', '--size', 'national'], 'en')).sizes).toEqual([demoSizeOf('national')])
  expect((await demo(['load', '--size', '1200'], 'en')).sizes).toEqual([demoSizeOf('1200')])
  const plain = await demo(['load'], 'en')
  expect(plain.sizes).toEqual([demoSize])
  expect(plain.wishes).toEqual([{ ownData: 'brings' }])
  expect(await demo(['reset'], 'en')).toMatchObject({ sizes: [demoSize], wishes: [undefined] })
})

test.each(['huge', '99', '120001'])('a size that there is not (%s) is wrong use, before anything is opened', async (size) => {
  const { exit, said, wishes } = await demo(['load', '--size', size], 'nl')
  expect(exit).toBe(2)
  expect(wishes).toEqual([])
  expect(said.join()).toContain('a number of vacancies from 100 to 120000')
})

test('progress and answers are in the language that was asked', async () => {
  expect((await demo(['load', '--size', 'national'], 'nl')).said).toEqual([
    'de demo verzinnen 0/50',
    'de demo klaarzetten 50/50',
    'De demo staat klaar: 120.000 vacatures, 8.000 opleidingen met plaats en datum, en 200.000 mensen. Alles is verzonnen.',
  ])
  expect((await demo(['load', '--size', 'national'], 'en')).said).toEqual([
    'inventing the demo world 0/50',
    'putting the demo world in place 50/50',
    'The demo world is there: 120,000 vacancies, 8,000 offerings and 200,000 people. All of it is invented.',
  ])
  expect((await demo(['clear'], 'nl')).said).toEqual(['De demo is weg. Terughalen: schakel demo reset'])
  expect((await demo(['clear'], 'en')).said).toEqual(['The demo world is gone. Bring it back with: schakel demo reset'])
})

test.each<[Language, string]>([
  ['nl', 'Er is niets veranderd: de demo van hiervoor is er nog.'],
  ['en', 'Nothing changed: the demo world from before is still there.'],
])('who stops it reads that nothing changed (%s)', async (language, line) => {
  const { exit, said } = await demo(['load'], language, { stopsAt: 50 })
  expect(exit).toBe(3)
  expect(said.slice(-2)).toEqual([line, 'Stopped.'])
})

test('who loads or removes it after a load that was killed reads that it changed nothing', async () => {
  expect((await demo(['load'], 'nl', { cutOff: true })).said[0]).toContain('afgebroken. Daardoor is niets veranderd.')
  expect((await demo(['reset'], 'en', { cutOff: true })).said[0]).toContain('cut off the last time. That changed nothing.')
  expect((await demo(['clear'], 'en', { cutOff: true })).said).toHaveLength(2)
})
