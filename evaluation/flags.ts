import { parseArgs } from 'node:util'
import type { BenchmarkFiles } from './benchmark.ts'

export interface GivenFlags {
  readonly files: BenchmarkFiles
  readonly train: boolean
}

/**
 * The files behind each flag; `--annotations a b` gives two. `npm run eval title-linking --queries F` works too: without `--` npm keeps
 * the flags to itself, as settings in the environment, and hands over what stood behind them. Then files belong to the flags in the order
 * in which the benchmark names them, and what is left over belongs to the first.
 *
 * @param given what stands behind the name of the benchmark
 * @param flags those of the benchmark, in order
 * @throws TypeError for a flag it does not have
 */
export function readFlags(
  given: readonly string[],
  flags: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): GivenFlags {
  const keptByNpm = (flag: string): string | undefined => environment[`npm_config_${flag}`]
  if (given.every((part) => !part.startsWith('--')) && [...flags, 'train'].some((flag) => keptByNpm(flag) !== undefined)) {
    return { files: filesKeptByNpm(given, flags, keptByNpm), train: keptByNpm('train') !== undefined }
  }
  const { values } = parseArgs({
    args: spread(given),
    options: {
      train: { type: 'boolean' },
      ...Object.fromEntries(flags.map((flag) => [flag, { type: 'string', multiple: true } as const])),
    },
  })
  const files = Object.entries(values).flatMap(([flag, own]) => (Array.isArray(own) ? [[flag, own.map(String)]] : []))
  return { files: Object.fromEntries(files), train: values.train === true }
}

/** `--annotations a b` becomes `--annotations a --annotations b`. */
function spread(given: readonly string[]): string[] {
  let flag = ''
  return given.flatMap((part) => {
    if (part.startsWith('--')) {
      flag = part
      return part === '--train' || part.includes('=') ? [part] : []
    }
    return flag === '' ? [part] : [flag, part]
  })
}

function filesKeptByNpm(
  given: readonly string[],
  flags: readonly string[],
  keptByNpm: (flag: string) => string | undefined,
): BenchmarkFiles {
  const files: Record<string, string[]> = {}
  // `--queries=F` is kept whole, several of them with empty lines between.
  for (const flag of flags) {
    const kept = keptByNpm(flag)
    if (kept !== undefined && kept !== 'true') files[flag] = kept.split('\n\n')
  }
  const waiting = flags.filter((flag) => keptByNpm(flag) === 'true')
  const forFirst = given.length - waiting.length + 1
  waiting.forEach((flag, at) => {
    files[flag] = at === 0 ? given.slice(0, forFirst) : given.slice(forFirst + at - 1, forFirst + at)
  })
  return files
}
