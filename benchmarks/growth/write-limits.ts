import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Axis, lineChart, type Series } from '../chart.ts'
import { buildLines, type Line, largeFrom, linearUpTo, linesAt } from './lines.ts'
import { millionTable, table } from './million.ts'
import { type Figures, figuresOf } from './results.ts'

const root = join(import.meta.dirname, '../..')
const page = join(root, 'docs/engine/limits.md')
const picture = join(root, 'docs/pictures/growth.svg')

/** Writes the chart, and the tables of docs/engine/limits.md, from what was measured. */
export function writeLimits(world: string): void {
  const all = figuresOf(world)
  if (all.length < 2) {
    console.log('Growth takes two sizes at least: nothing written.')
    return
  }
  const lines = [...linesAt(all, 0.5), ...buildLines(all)]
  const words = wordsOf(lines, all)
  writeFileSync(picture, lineChart({ ...words, x: sizes(all), y: milliseconds, series: [...lines, linear(lines)] }))
  let text = readFileSync(page, 'utf8')
  const blocks: Readonly<Record<string, () => string>> = {
    million: millionTable,
    growth: () =>
      `![${words.description}](../pictures/growth.svg)\n\n${words.title}. ${slowWords(all)}\n\n${growthTable(all, lines)}`,
    memory: () => memoryTable(all),
    measured: () => measuredTable(all),
  }
  for (const [name, write] of Object.entries(blocks)) text = withBlock(text, name, write())
  writeFileSync(page, text)
  console.log(`\n${words.title}.\n\n${growthTable(all, lines)}\n\n${memoryTable(all)}`)
}

/** What stands between `<!-- name -->` and the next `<!-- end -->` is written anew. */
function withBlock(text: string, name: string, block: string): string {
  const mark = `<!-- ${name} -->\n`
  const from = text.indexOf(mark)
  const end = text.indexOf('<!-- end -->', from)
  if (from < 0 || end < 0) throw new Error(`docs/engine/limits.md has no place for "${name}"`)
  return `${text.slice(0, from + mark.length)}\n${block}\n\n${text.slice(end)}`
}

function wordsOf(lines: readonly Line[], all: readonly Figures[]): { readonly title: string; readonly description: string } {
  const range = `from ${shortNumber(all[0]?.vacancies ?? 0)} to ${shortNumber(all.at(-1)?.vacancies ?? 0)} vacancies`
  const worse = worseThanLinear(lines)
  const named = worse.length > 2 ? `${worse.length} of ${lines.length}` : worse.join(' and ')
  const title = worse.length === 0 ? `Linear or better over all, ${range}` : `Linear or better ${range}, but for ${named}`
  const each = lines.map(({ name, points, exponent }) => {
    const [first, last] = [points[0]?.[1] ?? 0, points.at(-1)?.[1] ?? 0]
    return `${name} from ${shortTime(first)} to ${shortTime(last)} (exponent ${exponent.toFixed(2)})`
  })
  return {
    title,
    description: `Milliseconds of processor time of the middle answer ${range}, both on log axes: ${each.join('; ')}.`,
  }
}

function worseThanLinear(lines: readonly Line[]): string[] {
  return lines.filter(({ exponent }) => exponent > linearUpTo).map(({ name }) => name)
}

/** What the slow end of the answers does, of which the chart shows the middle. */
function slowWords(all: readonly Figures[]): string {
  const worse = worseThanLinear(linesAt(all, 0.95))
  return worse.length === 0
    ? 'Nor does one of twenty answers, the slowest (p95).'
    : `The slowest of twenty answers (p95) grow faster than the world for: ${worse.join(', ')}.`
}

const milliseconds: Axis = {
  label: 'milliseconds of processor time: the middle answer; of the build, all of it',
  scale: 'log',
  format: (value) => value.toLocaleString('en', { maximumFractionDigits: 3 }),
}

function sizes(all: readonly Figures[]): Axis {
  return { label: 'vacancies', scale: 'log', ticks: all.map(({ vacancies }) => vacancies), format: shortNumber }
}

/** From the middle of where the lines begin. */
function linear(lines: readonly Line[]): Series {
  const starts = lines.map(({ points }) => points[0]?.[1] ?? 1)
  const start = Math.exp(starts.reduce((sum, ms) => sum + Math.log(ms), 0) / starts.length)
  const sizesOfLine = lines[0]?.points.map(([vacancies]) => vacancies) ?? []
  const [first = 1] = sizesOfLine
  return {
    name: 'linear',
    guide: true,
    points: sizesOfLine.map((vacancies) => [vacancies, (start * vacancies) / first] as const),
  }
}

function growthTable(all: readonly Figures[], lines: readonly Line[]): string {
  const slow = new Map(linesAt(all, 0.95).map((line) => [line.name, line.exponent]))
  const headers = [
    'milliseconds of processor time, p50',
    ...all.map(({ vacancies }) => shortNumber(vacancies)),
    'exponent',
    `from ${shortNumber(largeFrom)} on`,
    'of p95',
    'people asked',
  ]
  return table(
    headers,
    lines.map(({ name, points, exponent, exponentOfLarge, people }) => [
      name,
      ...all.map(({ vacancies }) => shortTime(points.find(([size]) => size === vacancies)?.[1])),
      exponentText(exponent),
      exponentText(exponentOfLarge),
      exponentText(slow.get(name)),
      String(people ?? '-'),
    ]),
  )
}

/** Bold where it is worse than linear. */
function exponentText(exponent: number | undefined): string {
  if (exponent === undefined || Number.isNaN(exponent)) return '-'
  return exponent > linearUpTo ? `**${exponent.toFixed(2)}**` : exponent.toFixed(2)
}

function memoryTable(all: readonly Figures[]): string {
  const lines: readonly (readonly [string, (figures: Figures) => string])[] = [
    ['people in the pool', ({ people }) => shortNumber(people)],
    ['columns, bytes a vacancy', ({ bytes, vacancies }) => perRow(bytes.columns, vacancies)],
    ['ids, bytes a vacancy', ({ bytes, vacancies }) => perRow(bytes.ids, vacancies)],
    ['readings, bytes a vacancy', ({ bytes, vacancies }) => perRow(bytes.readings, vacancies)],
    [
      'together, bytes a vacancy (target 150)',
      ({ bytes, vacancies }) => perRow(bytes.columns + bytes.ids + bytes.readings, vacancies),
    ],
    ['bytes a person (target 250)', ({ bytes, people }) => perRow(bytes.people, people)],
    ['columns from rows, seconds', ({ buildMs }) => seconds(buildMs.columns)],
    ['offerings against them, seconds', ({ buildMs }) => seconds(buildMs.offerings)],
    ['readings for questions, seconds', ({ buildMs }) => seconds(buildMs.readings)],
    ['people into an index, seconds', ({ buildMs }) => seconds(buildMs.people)],
    ['the process at the end, MB', ({ rssMb }) => rssMb.atEnd.toFixed(0)],
  ]
  return table(
    ['', ...all.map(({ vacancies }) => shortNumber(vacancies))],
    lines.map(([name, of]) => [name, ...all.map(of)]),
  )
}

function measuredTable(all: readonly Figures[]): string {
  return table(
    ['vacancies', 'offerings', 'people', 'measured on'],
    all.map(({ vacancies, offerings, people, measured }) => [
      ...[vacancies, offerings, people].map((count) => count.toLocaleString('en')),
      measured,
    ]),
  )
}

function perRow(bytes: number, rows: number): string {
  return (bytes / rows).toFixed(0)
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(ms < 9_950 ? 2 : 1)
}

function shortTime(ms: number | undefined): string {
  return ms === undefined ? '-' : ms >= 99.5 ? ms.toFixed(0) : Number(ms.toPrecision(2)).toString()
}

/** 10k, 3M. */
export function shortNumber(value: number): string {
  if (value >= 1_000_000) return `${Number((value / 1_000_000).toPrecision(3))}M`
  return value >= 1_000 ? `${Number((value / 1_000).toPrecision(3))}k` : String(value)
}
