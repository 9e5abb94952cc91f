import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { placed } from './placed.ts'

const web = import.meta.dirname
const sheet = readFileSync(join(web, 'styles/placed.css'), 'utf8')

interface DigitRule {
  readonly match: '^=' | '*=' | '$='
  readonly text: string
  readonly variable: string
  readonly value: number
}

/** The rules that read one digit of `data-at` or `data-size`. */
function digitRules(name: 'at' | 'size'): DigitRule[] {
  const pattern = new RegExp(`\\[data-${name}([*^$]=)"([\\d.]+)"\\]\\{--${name}-(\\w):([\\d.]+)\\}`, 'g')
  return [...sheet.matchAll(pattern)].map(([, match, text = '', variable = '', value]) => ({
    match: match as DigitRule['match'],
    text,
    variable,
    value: Number(value),
  }))
}

function isMatch(value: string, { match, text }: DigitRule): boolean {
  if (match === '^=') return value.startsWith(text)
  return match === '$=' ? value.endsWith(text) : value.includes(text)
}

describe.each(['at', 'size'] as const)('the style sheet reads data-%s', (name) => {
  const rules = digitRules(name)

  test('as the number that was meant, whatever it is', () => {
    for (let hundredths = 0; hundredths < 11_000; hundredths++) {
      const value = placed({ [name]: hundredths / 100 })[`data-${name}`] ?? ''
      const read = rules.filter((rule) => isMatch(value, rule))
      expect(read.map(({ variable }) => variable).sort(), value).toEqual(['d', 'h', 't', 'u'])
      expect(read.reduce((sum, rule) => sum + rule.value, 0)).toBeCloseTo(hundredths / 100, 9)
    }
  })

  test('and puts the digits together', () => {
    expect(sheet).toContain(
      `[data-${name}]{--${name}-of:calc(var(--${name}-t) + var(--${name}-u) + var(--${name}-d) + var(--${name}-h));--${name}:calc(var(--${name}-of)*var(--k,1%))}`,
    )
  })
})

test('a number is rounded and kept between the ends; what is none has no place', () => {
  expect(placed({ at: 37.519, size: 100 / 3 })).toEqual({ 'data-at': '037.52', 'data-size': '033.33' })
  expect(placed({ at: -3, size: 5_000 })).toEqual({ 'data-at': '000.00', 'data-size': '109.99' })
  expect(placed({})).toEqual({})
  expect(placed({ at: 0 / 0, size: 1 / 0 })).toEqual({})
})

test('every tile of the regions has its row and column in the style sheet', () => {
  const regions = JSON.parse(readFileSync(join(web, '../../data/regions/regions.json'), 'utf8')) as {
    readonly tileRow: number
    readonly tileColumn: number
  }[]
  expect(regions.length).toBeGreaterThan(30)
  for (const { tileRow, tileColumn } of regions) {
    const { 'data-row': row, 'data-column': column } = placed({ row: tileRow, column: tileColumn })
    expect(sheet).toContain(`[data-row="${row}"]{grid-row:${row}}`)
    expect(sheet).toContain(`[data-column="${column}"]{grid-column:${column}}`)
  }
})

test('no component writes a style attribute: the security policy of the pages would refuse it', () => {
  const files = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'))
  expect(files.length).toBeGreaterThan(60)
  expect(files.filter((file) => /\bstyle=|dangerouslySetInnerHTML/.test(readFileSync(join(web, file), 'utf8')))).toEqual([])
})
