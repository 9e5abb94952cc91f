import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What is aimed at with a million vacancies, 50,000 offerings and a million people. Milliseconds, one thread. */
interface Target {
  /** As the table of kernels names it. */
  readonly kernel: string
  readonly p50?: number
  readonly p99?: number
}

/** The one that the targets are about comes first. */
const worlds = ['realistic', 'real', 'skewed'] as const

const targets: readonly Target[] = [
  { kernel: 'matches, exact skills', p50: 0.4, p99: 1.5 },
  { kernel: 'matches', p50: 3, p99: 10 },
  { kernel: 'people for a vacancy', p99: 15 },
  { kernel: 'pool effect', p99: 30 },
  { kernel: 'single doors', p50: 60, p99: 400 },
  { kernel: 'doors', p99: 1000 },
  { kernel: 'plans to an occupation', p50: 80, p99: 1500 },
  { kernel: 'best list', p50: 100, p99: 1000 },
  { kernel: 'single changes, the first five', p99: 30 },
  { kernel: 'single changes', p99: 30 },
  { kernel: 'smallest changes, the first five of each', p99: 80 },
  { kernel: 'smallest changes, with pairs', p99: 80 },
]
/** Seconds. */
const buildTarget = 5

interface Measured {
  readonly p50: string
  readonly p99: string
}

/** One world of a million as RESULTS.md has it. */
interface Section {
  readonly kernels: ReadonlyMap<string, Measured>
  readonly buildSeconds: string | undefined
}

const results = join(import.meta.dirname, '../RESULTS.md')

/** A table of what was measured with a million against what is aimed at; a miss is bold. */
export function millionTable(): string {
  const text = existsSync(results) ? readFileSync(results, 'utf8') : ''
  const sections = worlds.map((world) => sectionOf(text, `${world}, million, current engine`))
  const lines = targets.map(({ kernel, p50, p99 }) => [
    kernel,
    `${p50 ?? '-'} / ${p99 ?? '-'}`,
    ...sections.map((section) => {
      const measured = section?.kernels.get(kernel)
      return measured ? `${judged(measured.p50, p50)} / ${judged(measured.p99, p99)}` : 'not measured'
    }),
  ])
  const build = ['build, seconds', String(buildTarget), ...sections.map((one) => judged(one?.buildSeconds, buildTarget))]
  return table(['milliseconds, p50 / p99', 'target', ...worlds], [...lines, build])
}

function sectionOf(text: string, title: string): Section | undefined {
  const section = text.split(/\n(?=## )/).find((part) => part.startsWith(`## ${title}\n`))
  if (section === undefined) return undefined
  const kernels = new Map<string, Measured>()
  for (const line of section.split('\n')) {
    const [name, p50, p99, ...more] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim())
    if (name && p50 && p99 && more.length > 0) kernels.set(name, { p50, p99 })
  }
  return { kernels, buildSeconds: /engine built from them in ([\d.]+) s/.exec(section)?.[1] }
}

/** A figure that begins with `>` was cut off: it would have been more. */
function judged(figure: string | undefined, target: number | undefined): string {
  if (figure === undefined) return 'not measured'
  const isMissed = target !== undefined && !(Number(figure) <= target)
  return isMissed ? `**${figure}**` : figure
}

export function table(headers: readonly string[], lines: readonly (readonly string[])[]): string {
  const rules = headers.map((_, at) => (at === 0 ? '---' : '---:'))
  return [headers, rules, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
