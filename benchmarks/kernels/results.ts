import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import type { Built } from './bench-worker.ts'
import type { Timed } from './measure.ts'
import { quantile } from './options.ts'
import type { Counts, Kernel } from './table.ts'

/** What became of one kernel. */
export interface Outcome {
  readonly kernel: Kernel
  readonly samples: readonly Timed[]
  readonly failed?: string
}

export interface Section {
  /** World, size and engine: a section with the same title is replaced. */
  readonly title: string
  readonly command: string
  readonly built: Built
  readonly outcomes: readonly Outcome[]
  readonly mostRssMb: number
}

const file = join(import.meta.dirname, '../RESULTS.md')
const head = `# What the benchmarks measured

Written by \`npm run bench kernels\` and \`npm run bench peers\`; a section for each world, size and engine. Milliseconds on the clock, beside milliseconds of processor
time of the whole process (garbage collection included), which say more on a machine that others use too. Every sample is another
person. *Answer*: the middle sizes of the answers, to show that they are not empty. A kernel is stopped after its time, and a single answer
is cut off after a while (*> 20000*: it would have taken longer); the column *samples* says how many there are. Worlds: [worlds](worlds/index.ts); kernels: [kernels/table.ts](kernels/table.ts).
`

/** Puts what a run of kernels gave in RESULTS.md. */
export function writeSection({ title, command, ...rest }: Section): void {
  putSection(title, command, sectionText(rest))
}

/** Puts a section in RESULTS.md with date and machine, in the place of an earlier one with the same title. */
export function putSection(title: string, command: string, text: string): void {
  const known = existsSync(file) ? readFileSync(file, 'utf8') : head
  const parts = known.split(/\n(?=## )/)
  const heading = `## ${title}`
  const at = parts.findIndex((part) => part.split('\n', 1)[0] === heading)
  const section = `${heading}\n\n${new Date().toISOString().slice(0, 10)}, ${machine()}. \`${command}\`\n\n${text}`
  if (at < 0) parts.push(section)
  else parts[at] = section
  writeFileSync(file, `${parts.map((part) => part.trimEnd()).join('\n\n')}\n`)
}

function sectionText({ built, outcomes, mostRssMb }: Omit<Section, 'title' | 'command'>): string {
  const { vacancies, offerings, skills, rowsMs, buildMs, buildCpuMs, rssMb, bytes } = built
  const perVacancy = (buildMs * 1000) / vacancies
  const sizes = bytes
    ? `; ${bytes.perVacancy.toFixed(0)} bytes a vacancy${bytes.perPerson === undefined ? '' : `, ${bytes.perPerson.toFixed(0)} a person`}`
    : ''
  return `${vacancies} vacancies, ${offerings} offerings, ${skills} skills. Rows made in ${seconds(rowsMs)}, engine built from them in ${seconds(buildMs)} (processor
${seconds(buildCpuMs)}; ${perVacancy.toFixed(1)} microseconds a vacancy)${sizes}. Memory of the process: ${rssMb.toFixed(0)} MB after building, ${mostRssMb.toFixed(0)} MB at most.

| kernel | p50 | p99 | max | cpu p50 | cpu p99 | samples | answer (p50) | target |
|---|---:|---:|---:|---:|---:|---:|---|---|
${outcomes.map(rowText).join('\n')}
`
}

/** One line of the table; also what is printed. */
export function rowText({ kernel, samples, failed }: Outcome): string {
  const of = (pick: (timed: Timed) => number, share: number): string => at(samples, pick, share)
  const ms = (timed: Timed): number => timed.ms
  const cpu = (timed: Timed): number => timed.cpuMs
  const figures = [of(ms, 0.5), of(ms, 0.99), of(ms, 1), of(cpu, 0.5), of(cpu, 0.99)]
  const cut = samples.filter((one) => one.cut).length
  const count = `${samples.length}${cut > 0 ? `, ${cut} cut off` : ''}${failed === undefined ? '' : ` (${failed})`}`
  const counts = samples.filter((one) => !one.cut).map((one) => one.counts)
  return `| ${kernel.name} | ${figures.join(' | ')} | ${count} | ${answer(counts)} | ${targetText(kernel)} |`
}

/** What was cut off would have taken longer, so that figures from there on are lower bounds. */
function at(samples: readonly Timed[], pick: (timed: Timed) => number, share: number): string {
  if (samples.length === 0) return '-'
  const value = quantile(samples.map(pick), share)
  const shortestCut = Math.min(...samples.filter((one) => one.cut).map(pick))
  return `${value >= shortestCut ? '> ' : ''}${value >= 100 ? value.toFixed(0) : value.toFixed(2)}`
}

function answer(all: readonly Counts[]): string {
  const names = Object.keys(all[0] ?? {})
  return names
    .map(
      (name) =>
        `${name} ${quantile(
          all.map((counts) => counts[name] ?? 0),
          0.5,
        )}`,
    )
    .join(', ')
}

function targetText({ target }: Kernel): string {
  return Object.entries(target ?? {})
    .map(([name, ms]) => `${name} <= ${ms}`)
    .join(', ')
}

function machine(): string {
  return `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}`
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}
