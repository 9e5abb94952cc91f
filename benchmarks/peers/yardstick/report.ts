import { quantile } from '../../kernels/options.ts'
import type { EngineTimes, Times, WebAssemblyTimes } from './compare.ts'

/** What one person took. */
export interface Asked {
  readonly inC: Times
  readonly inEngine: EngineTimes
  readonly inWebAssembly?: WebAssemblyTimes
}

/** Every part of the question, in C, in WebAssembly and in the engine; ratios are to the same part in C. */
export function tableOf(asked: readonly Asked[]): string {
  const sweeps = ({ terms, sums, picking }: Times): number => terms + sums + picking
  const inC = asked.map((one) => one.inC)
  const inEngine = asked.map((one) => one.inEngine)
  const inWebAssembly = asked.flatMap((one) => one.inWebAssembly ?? [])
  const part = (name: string, of: (one: Times) => number): string[] => {
    const base = inC.map(of)
    return [
      line(`${name}, C`, base, base),
      ...(inWebAssembly.length > 0 ? [line(`${name}, WebAssembly`, inWebAssembly.map(of), base)] : []),
      line(`${name}, engine`, inEngine.map(of), base),
    ]
  }
  const all = inC.map(sweeps)
  const lines = [
    ...part('terms', ({ terms }) => terms),
    ...part('sums', ({ sums }) => sums),
    ...part('counting and picking', ({ picking }) => picking),
    ...part('**the three sweeps**', sweeps),
  ]
  if (inWebAssembly.length > 0) {
    const withCopying = inWebAssembly.map((one) => one.copying + sweeps(one))
    lines.push(line('**the three sweeps**, WebAssembly, with what is copied in for the person', withCopying, all))
  }
  const explained = inEngine.map((one) => one.explained)
  const whole = inEngine.map((one) => one.whole)
  lines.push(line('with the reasons of those shown, engine', explained, all))
  lines.push(line('the whole question, person and terms worked out anew, engine', whole, all))
  return `| | p50 | p99 | max | mean | ratio of p50 | ratio of p99 | ratio of mean |
|---|---:|---:|---:|---:|---:|---:|---:|
${lines.join('\n')}`
}

function line(name: string, own: readonly number[], base: readonly number[]): string {
  const [half, most] = [0.5, 0.99]
  const ms = [quantile(own, half), quantile(own, most), quantile(own, 1), mean(own)].map((value) => value.toFixed(3))
  const ratios = [
    quantile(own, half) / quantile(base, half),
    quantile(own, most) / quantile(base, most),
    mean(own) / mean(base),
  ].map((ratio) => ratio.toFixed(2))
  return `| ${[name, ...ms, ...ratios].join(' | ')} |`
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
