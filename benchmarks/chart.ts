/**
 * Charts for the documents, as SVG that stands by itself: lines, and horizontal bars. Colours are the tokens of the site and
 * follow light and dark; a line is told from another by its mark and its name beside it as well, never by colour alone.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Axis {
  readonly label: string
  /** Linear begins at zero. On a log axis every value is above zero. */
  readonly scale?: 'linear' | 'log'
  /** Where the axis is marked; without, at round numbers. */
  readonly ticks?: readonly number[]
  /** How a value is written; without, as a plain number. */
  readonly format?: (value: number) => string
}

export interface Series {
  readonly name: string
  readonly points: readonly (readonly [x: number, y: number])[]
  /** A thin line to compare with, without marks. */
  readonly guide?: boolean
}

export interface LineChart {
  /** Says what is to be seen. */
  readonly title: string
  /** The same in a sentence or two, for who does not see it. */
  readonly description: string
  readonly x: Axis
  readonly y: Axis
  readonly series: readonly Series[]
}

export interface Bar {
  readonly name: string
  readonly value: number
  /** What is written at its end; without, the value as the axis writes it. */
  readonly text?: string
  /** The one that the chart is about. */
  readonly own?: boolean
}

export interface BarChart {
  readonly title: string
  readonly description: string
  readonly axis: Axis
  readonly bars: readonly Bar[]
  /** Lines across the bars, as for a target. */
  readonly lines?: readonly { readonly value: number; readonly label: string }[]
}

const width = 960
const textSize = 17
/** A letter is about so wide, for the room that names take. */
const letter = textSize * 0.56
const top = 76
const plotHeight = 520
const markSize = 5

/** Draws series as lines, each with its name at its end. */
export function lineChart({ title, description, x, y, series }: LineChart): string {
  const xTicks = ticksOf(
    x,
    series.flatMap(({ points }) => points.map(([at]) => at)),
  )
  const yTicks = ticksOf(
    y,
    series.flatMap(({ points }) => points.map(([, value]) => value)),
  )
  const left = 24 + roomFor(yTicks.map((tick) => written(y, tick)))
  const right = width - 28 - roomFor(series.map(({ name }) => name))
  const bottom = top + plotHeight
  const toX = placing(x, xTicks, left, right)
  const toY = placing(y, yTicks, bottom, top)
  const names = apart(
    series.map(({ points }) => toY(points.at(-1)?.[1] ?? 0)),
    { gap: textSize + 5, from: top, to: bottom },
  )
  const parts = [
    ...yTicks.map((tick) => gridLine([left, toY(tick)], [right, toY(tick)])),
    ...yTicks.map((tick) => text(left - 10, toY(tick) + 6, written(y, tick), 'end')),
    ...xTicks.map((tick) => gridLine([toX(tick), top], [toX(tick), bottom])),
    ...xTicks.map((tick) => text(toX(tick), bottom + 26, written(x, tick), 'middle')),
    text(16, top - 16, y.label, 'start', 'soft'),
    text((left + right) / 2, bottom + 56, x.label, 'middle', 'soft'),
    ...series.map((one, at) => {
      const points = one.points.map(([px, py]): Point => [toX(px), toY(py)])
      return one.guide ? guideOf(one, points, names[at] ?? 0) : lineOf(one, points, at, names[at] ?? 0)
    }),
  ]
  return drawing({ title, description, height: bottom + 76 }, parts)
}

const barHeight = 26
const barStep = 42

/** Draws bars from left to right, one below the other, each with its name before it and its value behind it. */
export function barChart({ title, description, axis, bars, lines = [] }: BarChart): string {
  const ticks = ticksOf(
    axis,
    [...bars, ...lines].map(({ value }) => value),
  )
  const textOf = ({ value, text: own }: Bar): string => own ?? written(axis, value)
  const left = 24 + roomFor(bars.map(({ name }) => name))
  const right = width - 28 - roomFor(bars.map(textOf))
  const bottom = top + bars.length * barStep + 8
  const toX = placing(axis, ticks, left, right)
  const parts = [
    ...ticks.map((tick) => gridLine([toX(tick), top], [toX(tick), bottom])),
    ...ticks.map((tick) => text(toX(tick), bottom + 24, written(axis, tick), 'middle')),
    text((left + right) / 2, bottom + 54, axis.label, 'middle', 'soft'),
    ...bars.flatMap((bar, at) => {
      const y = top + 8 + at * barStep
      const end = toX(bar.value)
      return [
        text(left - 10, y + 19, bar.name, 'end', bar.own ? 'strong' : ''),
        `<path class="${bar.own ? 'own' : 'bar'}" d="M${left} ${y}H${round(Math.max(left + 1, end))}v${barHeight}H${left}z"/>`,
        text(end + 8, y + 19, textOf(bar), 'start', bar.own ? 'strong' : ''),
      ]
    }),
    ...lines.flatMap(({ value, label }) => [
      `<path class="target" d="M${round(toX(value))} ${top - 6}V${bottom}"/>`,
      text(toX(value), top - 12, label, 'middle', 'soft'),
    ]),
  ]
  return drawing({ title, description, height: bottom + 74 }, parts)
}

type Point = readonly [x: number, y: number]

/** Where the values of an axis stand, from its first tick to its last. */
function placing({ scale }: Axis, ticks: readonly number[], from: number, to: number): (value: number) => number {
  const of = scale === 'log' ? Math.log10 : (value: number): number => value
  const first = of(ticks[0] ?? 0)
  const last = of(ticks.at(-1) ?? 1)
  return (value) => from + ((of(value) - first) / (last - first || 1)) * (to - from)
}

function ticksOf({ scale, ticks }: Axis, values: readonly number[]): readonly number[] {
  if (ticks) return ticks
  const most = Math.max(...values)
  if (scale === 'log') {
    const first = Math.floor(Math.log10(Math.min(...values)))
    const last = Math.max(first + 1, Math.ceil(Math.log10(most)))
    return Array.from({ length: last - first + 1 }, (_, at) => 10 ** (first + at))
  }
  const rough = (most || 1) / 5
  const unit = 10 ** Math.floor(Math.log10(rough))
  const step = unit * ([1, 2, 5, 10].find((times) => times * unit >= rough) ?? 10)
  return Array.from({ length: Math.ceil((most || 1) / step) + 1 }, (_, at) => at * step)
}

function written({ format }: Axis, value: number): string {
  return format ? format(value) : String(Number(value.toPrecision(6)))
}

function roomFor(texts: readonly string[]): number {
  return Math.ceil(Math.max(0, ...texts.map(({ length }) => length)) * letter) + 12
}

/**
 * Names that would stand on each other are moved apart, in the order in which they stand, each as little as can be (least squares
 * under an order: neighbours that are too near become a group around their middle).
 */
function apart(
  places: readonly number[],
  { gap, from, to }: { readonly gap: number; readonly from: number; readonly to: number },
): number[] {
  const order = places.map((_, at) => at).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0))
  const groups: { sum: number; count: number }[] = []
  for (const [number, at] of order.entries()) {
    let group = { sum: (places[at] ?? 0) - number * gap, count: 1 }
    for (let before = groups.at(-1); before && before.sum / before.count > group.sum / group.count; before = groups.at(-1)) {
      group = { sum: before.sum + group.sum, count: before.count + group.count }
      groups.pop()
    }
    groups.push(group)
  }
  const starts = groups.flatMap(({ sum, count }) => new Array<number>(count).fill(sum / count))
  const last = to - (order.length - 1) * gap
  const moved = [...places]
  for (const [number, at] of order.entries()) {
    moved[at] = Math.max(from, Math.min(last, starts[number] ?? 0)) + number * gap
  }
  return moved
}

/** Tokens of the site that lines take in turn: each stands out on paper in light and in dark. */
const lineTokens = ['accent', 'have', 'miss', 'info', 'ok', 'warn', 'ink', 'edge'] as const
const dashes = ['', ' stroke-dasharray="10 5"', ' stroke-dasharray="3 4"']

function lineOf({ name }: Series, points: readonly Point[], number: number, nameY: number): string {
  const colour = `c${number % lineTokens.length}`
  const dash = dashes[Math.floor(number / lineTokens.length) % dashes.length] ?? ''
  const [x, y] = points.at(-1) ?? [0, 0]
  return [
    `<path class="line ${colour}" d="${pathOf(points)}"${dash}/>`,
    ...points.map((point) => `<path class="mark ${colour}" d="${markAt(point, number)}"/>`),
    `<path class="lead" d="M${round(x + 8)} ${round(y)}L${round(x + 20)} ${round(nameY)}"/>`,
    text(x + 24, nameY + 6, name, 'start', `of-${colour}`),
  ].join('\n')
}

function guideOf({ name }: Series, points: readonly Point[], nameY: number): string {
  const [x] = points.at(-1) ?? [0, 0]
  return `<path class="guide" d="${pathOf(points)}"/>\n${text(x + 24, nameY + 6, name, 'start', 'soft')}`
}

/** A mark for each line in turn: circle, square, diamond, triangle. */
function markAt([x, y]: Point, number: number): string {
  const s = markSize
  const [px, py] = [round(x), round(y)]
  switch (number % 4) {
    case 0:
      return `M${px - s} ${py}a${s} ${s} 0 1 0 ${2 * s} 0a${s} ${s} 0 1 0 ${-2 * s} 0z`
    case 1:
      return `M${px - s} ${py - s}h${2 * s}v${2 * s}h${-2 * s}z`
    case 2:
      return `M${px} ${py - s - 2}l${s + 2} ${s + 2}l${-s - 2} ${s + 2}l${-s - 2} ${-s - 2}z`
    default:
      return `M${px} ${py - s - 1}l${s + 1} ${2 * s}h${-2 * s - 2}z`
  }
}

function pathOf(points: readonly Point[]): string {
  return points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('')
}

function gridLine([x1, y1]: Point, [x2, y2]: Point): string {
  return `<path class="grid" d="M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}"/>`
}

function text(x: number, y: number, words: string, anchor: 'start' | 'middle' | 'end', kind = ''): string {
  const of = kind === '' ? '' : ` class="${kind}"`
  return `<text${of} x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${escaped(words)}</text>`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function drawing(
  { title, description, height }: { readonly title: string; readonly description: string; readonly height: number },
  parts: readonly string[],
): string {
  // Several drawings on one page keep their titles apart.
  const id = title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  const size = `viewBox="0 0 ${width} ${round(height)}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" aria-labelledby="${id}-title ${id}-text">
<title id="${id}-title">${escaped(title)}</title>
<desc id="${id}-text">${escaped(description)}</desc>
<style>
${style(tokens())}
</style>
<rect class="paper" width="${width}" height="${round(height)}"/>
<text class="title" x="16" y="34">${escaped(title)}</text>
${parts.join('\n')}
</svg>
`
}

type Tokens = Readonly<Record<'light' | 'dark', ReadonlyMap<string, string>>>

/** The tokens that a chart takes, in order; only these are written in it. */
const used = ['paper', 'ink-2', 'line', ...lineTokens] as const

/** The site's own file says what each colour is in light and in dark. */
function tokens(): Tokens {
  const file = readFileSync(join(import.meta.dirname, '../src/web/styles/tokens.css'), 'utf8')
  const darkFrom = file.indexOf('@media (prefers-color-scheme: dark)')
  if (darkFrom < 0) throw new Error('src/web/styles/tokens.css says nothing of dark')
  const light = coloursIn(file.slice(0, darkFrom))
  return { light, dark: coloursIn(file.slice(darkFrom, file.indexOf('} }', darkFrom))) }
}

function coloursIn(css: string): Map<string, string> {
  const found = css.matchAll(/--sk-([\w-]+):\s*(#[0-9a-f]{6})/g)
  const all = new Map([...found].map(([, name = '', colour = '']) => [name, colour]))
  for (const name of used) if (!all.has(name)) throw new Error(`src/web/styles/tokens.css has no colour --sk-${name}`)
  return all
}

function style({ light, dark }: Tokens): string {
  const variables = (of: ReadonlyMap<string, string>): string => used.map((name) => `--${name}:${of.get(name)}`).join(';')
  const ofLine = (name: string, at: number): string =>
    `.line.c${at}{stroke:var(--${name})}.mark.c${at},.of-c${at}{fill:var(--${name})}`
  return `svg{${variables(light)}}
@media (prefers-color-scheme:dark){svg{${variables(dark)}}}
text{font:${textSize}px "Atkinson Hyperlegible Next",system-ui,"Segoe UI",Roboto,sans-serif;fill:var(--ink)}
.title{font-size:22px;font-weight:700}.strong{font-weight:700}.soft{fill:var(--ink-2)}.paper{fill:var(--paper)}
.grid{stroke:var(--line);stroke-width:1}.lead{stroke:var(--edge);stroke-width:1}
.guide{fill:none;stroke:var(--ink-2);stroke-width:1.5;stroke-dasharray:2 4}
.line{fill:none;stroke-width:2.5;stroke-linejoin:round}.bar{fill:var(--edge)}.own{fill:var(--accent)}
.target{stroke:var(--ink);stroke-width:1.5;stroke-dasharray:6 4}
${lineTokens.map(ofLine).join('\n')}`
}
