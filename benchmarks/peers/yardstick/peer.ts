import { existsSync, readFileSync } from 'node:fs'
import { buildMarket, viewOf } from '../../../src/engine/matching/index.ts'
import { buildGraph } from '../../../src/engine/taxonomy/index.ts'
import type { RowWorld } from '../../worlds/index.ts'
import { type Peer, shown } from '../peer.ts'
import { compilerVersion, Yardstick } from './yardstick.ts'

/** The engine's own algorithm in C: not what anybody would pick instead, but what this machine can do. */
export function yardstickPeer({ skills, occupations, settings, vacancies }: RowWorld): Peer {
  return {
    name: 'C, the same algorithm',
    given: 'the rows to look at, the state of each value of a term, and the credit for each demand; it gives no reasons',
    missing: async () => (compilerVersion() ? undefined : 'It takes a C compiler: cc, or what CC names.'),
    open: async () => {
      const graph = buildGraph(skills, occupations, settings.transfer)
      const market = buildMarket({ graph, transfer: settings.transfer, context: settings, vacancies: vacancies() })
      const yardstick = await Yardstick.start(market)
      return {
        version: compilerVersion() ?? '',
        bytes: yardstick.bytes,
        prepare: ({ person }) => {
          const ask = yardstick.prepare(viewOf(market, person), shown, 1)
          return async () => {
            const { best, terms, sums, picking, clockMs } = await ask()
            return {
              // Ids sort as numbers of rows do, so that the place among the ids is that number.
              best: best.map(({ row, of, outOf }) => ({ vacancy: market.columns.rank[row] as number, of, outOf })),
              took: { ms: clockMs, cpuMs: terms + sums + picking },
            }
          }
        },
        cpuMs: () => cpuOf(yardstick.pid),
        close: async () => yardstick.end(),
      }
    },
  }
}

/** Where the system tells it (Linux); a process that sleeps has an up to date count. */
function cpuOf(process: number): number {
  const file = `/proc/${process}/schedstat`
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split(' ', 1)[0]) / 1e6 : Number.NaN
}
