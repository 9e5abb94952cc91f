/** Charts of the documents: well-formed, with words for who does not see them, and everything where its value says. */
import sax from 'sax'
import { describe, expect, test } from 'vitest'
import { barChart, lineChart } from '../../benchmarks/chart.ts'
import { exponentOf } from '../../benchmarks/growth/exponent.ts'

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  text: string
}

function elementsOf(svg: string): Element[] {
  const all: Element[] = []
  const parser = sax.parser(true)
  parser.onopentag = ({ name, attributes }) => all.push({ name, attributes: attributes as Record<string, string>, text: '' })
  parser.ontext = (text) => {
    const last = all.at(-1)
    if (last) last.text += text.trim()
  }
  parser.onerror = (error) => {
    throw error
  }
  parser.write(svg).close()
  return all
}

const words = { title: 'Less <is> more & so on', description: 'From one to a hundred.' }
const lines = lineChart({
  ...words,
  x: { label: 'vacancies', scale: 'log', ticks: [10, 100, 1000] },
  y: { label: 'ms', scale: 'log' },
  series: [
    {
      name: 'one',
      points: [
        [10, 1],
        [100, 10],
        [1000, 100],
      ],
    },
    {
      name: 'other',
      points: [
        [10, 1],
        [100, 1],
        [1000, 100],
      ],
    },
    {
      name: 'linear',
      points: [
        [10, 1],
        [1000, 100],
      ],
      guide: true,
    },
  ],
})
const bars = barChart({
  ...words,
  axis: { label: 'ms' },
  bars: [
    { name: 'ours', value: 25, own: true },
    { name: 'theirs', value: 100, text: '100 (4x)' },
  ],
  lines: [{ value: 50, label: 'target' }],
})

/** Where a path of `M x y` and further points goes. */
const pointsOf = ({ attributes }: Element): number[][] =>
  [...(attributes.d ?? '').matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)])
const ofClass = (svg: string, name: string): Element[] =>
  elementsOf(svg).filter(({ attributes }) => (attributes.class ?? '').split(' ').includes(name))

describe.each([
  ['lines', lines],
  ['bars', bars],
])('%s', (_, svg) => {
  test('say what they show', () => {
    const [root, title, text] = elementsOf(svg)
    expect(root).toMatchObject({ name: 'svg', attributes: { role: 'img' } })
    expect(root?.attributes['aria-labelledby']).toBe(`${title?.attributes.id} ${text?.attributes.id}`)
    expect([title?.text, text?.text]).toEqual([words.title, words.description])
  })
  test('have colours for light and for dark', () => {
    const style = elementsOf(svg).find(({ name }) => name === 'style')?.text ?? ''
    const [light, dark] = style.split('@media (prefers-color-scheme:dark)')
    const paper = /--paper:(#\w{6})/
    expect(paper.exec(light ?? '')?.[1]).toBe('#ffffff')
    expect(paper.exec(dark ?? '')?.[1]).toMatch(/^#[01]\w{5}$/)
  })
})

test('what grows in proportion is a straight line where both axes are logarithms', () => {
  const [first, second, third] = pointsOf(ofClass(lines, 'line')[0] as Element) as [number[], number[], number[]]
  expect((second[0] as number) - (first[0] as number)).toBeCloseTo((third[0] as number) - (second[0] as number), 0)
  expect((first[1] as number) - (second[1] as number)).toBeCloseTo((second[1] as number) - (third[1] as number), 0)
  expect(pointsOf(ofClass(lines, 'guide')[0] as Element)).toEqual([first, third])
})

test('names of lines that end in one place do not stand on each other', () => {
  const ends = elementsOf(lines).filter(({ text }) => ['one', 'other', 'linear'].includes(text))
  const heights = ends.map(({ attributes }) => Number(attributes.y)).sort((a, b) => a - b)
  expect(heights).toHaveLength(3)
  for (const [at, height] of heights.entries()) if (at > 0) expect(height - (heights[at - 1] as number)).toBeGreaterThan(17)
})

test('bars begin at zero and are as long as their value says', () => {
  const lengthOf = (element: Element | undefined): number => {
    const [, from, to] = /M([\d.]+) [\d.]+H([\d.]+)/.exec(element?.attributes.d ?? '') ?? []
    return Number(to) - Number(from)
  }
  const [own, other] = [lengthOf(ofClass(bars, 'own')[0]), lengthOf(ofClass(bars, 'bar')[0])]
  expect(own).toBeGreaterThan(50)
  expect(other / own).toBeCloseTo(4, 1)
})

test('the power of a growth is found', () => {
  const power = (exponent: number) => exponentOf([10, 100, 1000, 5000].map((size) => [size, 3 * size ** exponent] as const))
  expect(power(1)).toBeCloseTo(1, 9)
  expect(power(0.4)).toBeCloseTo(0.4, 9)
  expect(power(1.3)).toBeCloseTo(1.3, 9)
})
