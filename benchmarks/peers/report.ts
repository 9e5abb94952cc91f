import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type BarChart, barChart } from '../chart.ts'
import { quantile } from '../kernels/options.ts'
import { putSection } from '../kernels/results.ts'
import type { Measured, Outcome } from './measure.ts'
import { shown, type Took } from './peer.ts'

/** One run over all peers. */
export interface Run {
  readonly world: string
  readonly size: string
  readonly command: string
  readonly people: number
  readonly vacancies: number
  readonly requirements: number
  /** How long the engine took to build. */
  readonly buildMs: number
  readonly outcomes: readonly Outcome[]
}

const root = join(import.meta.dirname, '../..')
const page = join(root, 'docs/engine/peers.md')
const chartPath = ({ world, size }: Run): string => `docs/pictures/peers-${world}-${size}.svg`

/** Puts a run in RESULTS.md, and with its chart in the page of the peers. */
export function writePages(run: Run): void {
  const text = tableText(run)
  putSection(`${run.world}, ${run.size}, peers`, run.command, text)
  if (measuredIn(run).length === 0) return
  mkdirSync(join(root, dirname(chartPath(run))), { recursive: true })
  writeFileSync(join(root, chartPath(run)), barChart(chartOf(run)))
  writeFileSync(page, pageWith(existsSync(page) ? readFileSync(page, 'utf8') : '# Peers\n', run, text))
}

const head = '| | p50 | least | p99 | most | mean cpu | ratio of p50 | aimed at | ratio of mean cpu | load, s | MB |'
const line = '|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|'

/** What was asked, a row for the engine and for each peer, and what is to be said of them. */
export function tableText(run: Run): string {
  const { people, vacancies, requirements, outcomes } = run
  const measured = measuredIn(run)
  const ofEngine = measured.flatMap(({ engine }) => engine)
  const notes = outcomes.flatMap((outcome) => noteOn(outcome) ?? [])
  return [
    `${people} people, the ${shown} best of ${vacancies} vacancies (${requirements} requirements) each. Milliseconds. A ratio is that of a peer to the engine in the same minutes.`,
    '',
    ...[head, line],
    ...(measured.length === 0
      ? []
      : [`| engine, with counts and reasons | ${timesOf(ofEngine)} | 1 | | 1 | ${seconds(run.buildMs)} | |`]),
    ...measured.map(rowOf),
    '',
    ...notes.map((note) => `- ${note}`),
    '',
  ].join('\n')
}

function measuredIn({ outcomes }: Run): Measured[] {
  return outcomes.filter((outcome) => outcome.is === 'measured')
}

function rowOf({ peer, engine, took, loadMs, bytes }: Measured): string {
  const ratios = [ratioOf(took, engine), peer.target ?? '', (meanCpu(took) / meanCpu(engine)).toFixed(1)]
  const name = peer.easier === undefined ? peer.name : `${peer.name} (an easier question)`
  return `| ${name} | ${timesOf(took)} | ${ratios.join(' | ')} | ${seconds(loadMs)} | ${(bytes / 1e6).toFixed(0)} |`
}

function timesOf(took: readonly Took[]): string {
  return [at(took, 0.5), at(took, 0), at(took, 0.99), at(took, 1), meanCpu(took)].map(milliseconds).join(' | ')
}

function ratioOf(took: readonly Took[], engine: readonly Took[]): string {
  return (at(took, 0.5) / at(engine, 0.5)).toFixed(1)
}

function noteOn(outcome: Outcome): string | undefined {
  const { name } = outcome.peer
  switch (outcome.is) {
    case 'skipped':
      return `${name}: not measured. ${outcome.why}.`
    case 'differs':
      return `${name} (${outcome.version}): no time taken, since ${outcome.answers} answers are not the same. The first: ${outcome.first}.`
    case 'measured': {
      const { peer, version, took, remark } = outcome
      const easier = peer.easier === undefined ? 'All answers the same' : `Asked something easier: ${peer.easier}`
      return `${name}: ${version}, ${took.length} samples. ${easier}. Given: ${peer.given}.${remark === undefined ? '' : ` ${remark}`}`
    }
  }
}

function chartOf(run: Run): BarChart {
  const measured = measuredIn(run)
  const bars = measured.map(({ peer, took, engine }) => ({
    name: peer.name,
    value: at(took, 0.5),
    text: `${milliseconds(at(took, 0.5))} ms, ${ratioOf(took, engine)} times`,
  }))
  const own = at(
    measured.flatMap(({ engine }) => engine),
    0.5,
  )
  return {
    title: `The 20 best of ${run.vacancies.toLocaleString('en')} vacancies`,
    description: `Milliseconds for half of ${run.people} people, on a logarithmic axis. Engine ${milliseconds(own)}; ${bars.map(({ name, text }) => `${name} ${text}`).join('; ')}.`,
    axis: { label: 'milliseconds (p50), logarithmic', scale: 'log' },
    bars: [{ name: 'engine', value: own, text: `${milliseconds(own)} ms`, own: true }, ...bars.sort((a, b) => a.value - b.value)],
  }
}

/** Stands on the page below the last run. */
const lastLine = '<!-- end of runs -->'

/** The page with this run in the place of an earlier one of the same world and size, else below the others. */
export function pageWith(before: string, run: Run, table: string): string {
  const from = `<!-- measured: ${run.world}, ${run.size} -->`
  const to = `<!-- end: ${run.world}, ${run.size} -->`
  const picture = chartPath(run).replace('docs/', '../')
  const text = [
    ...[from, `### ${run.world}, ${run.size}`, ''],
    ...[`![${chartOf(run).description}](${picture})`, ''],
    ...[`${new Date().toISOString().slice(0, 10)}. \`${run.command}\``, '', table.trimEnd(), '', to],
  ].join('\n')
  const [start, end] = [before.indexOf(from), before.indexOf(to)]
  if (start < 0 || end < 0) {
    const below = before.includes(lastLine) ? before : `${before.trimEnd()}\n\n${lastLine}\n`
    return below.replace(lastLine, () => `${text}\n\n${lastLine}`)
  }
  return before.slice(0, start) + text + before.slice(end + to.length)
}

function at(took: readonly Took[], share: number): number {
  return quantile(
    took.map(({ ms }) => ms),
    share,
  )
}

function meanCpu(took: readonly Took[]): number {
  return took.reduce((sum, { cpuMs }) => sum + cpuMs, 0) / took.length
}

function milliseconds(ms: number): string {
  return ms >= 100 ? ms.toFixed(0) : ms.toFixed(2)
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1)
}
