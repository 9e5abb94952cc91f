import type { Figure } from './benchmark.ts'

/** Figures as a table in Markdown. */
export function tableOf(figures: readonly Figure[]): string {
  const heads = ['set', 'system', 'how', 'measure', 'value', '95 %', 'queries', 'target', 'stretch', '']
  const rows = figures.map((figure) => [
    figure.set,
    figure.system,
    figure.way,
    figure.measure,
    digits(figure.value),
    `${digits(figure.low)} - ${digits(figure.high)}`,
    String(figure.queries),
    figure.target === undefined ? '' : digits(figure.target),
    figure.stretch === undefined ? '' : digits(figure.stretch),
    verdict(figure),
  ])
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]!.length)))
  const line = (cells: readonly string[]): string => `| ${cells.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`
  return [line(heads), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)].join('\n')
}

const digits = (value: number): string => value.toFixed(4)

function verdict({ value, target, stretch, floor }: Figure): string {
  if (floor !== undefined && value < floor) return `below the floor of ${digits(floor)}`
  if (stretch !== undefined && value >= stretch) return 'stretch reached'
  if (target !== undefined) return value >= target ? 'target reached' : 'below target'
  return ''
}
