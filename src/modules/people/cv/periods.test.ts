import { describe, expect, test } from 'vitest'
import { findPeriod, momentOfIso, monthOfDate, monthsWorked } from './periods.ts'

const show = (line: string): string => {
  const found = findPeriod(line)
  if (!found) return 'none'
  const { from, until } = found.period
  return `${from.text} .. ${until?.text ?? 'still'} in "${line.slice(found.start, found.end)}"`
}

describe('a time in a line', () => {
  test.each([
    ['2018 - 2021 Systeembeheerder', '2018 .. 2021 in "2018 - 2021"'],
    ['2018-2021: Kok', '2018 .. 2021 in "2018-2021"'],
    ['sept 2019 – heden: Kok', '2019-09 .. still in "sept 2019 – heden"'],
    ['Kok (september 2019 t/m maart 2020)', '2019-09 .. 2020-03 in "september 2019 t/m maart 2020"'],
    ['Cook, Jan. 2018 to present', '2018-01 .. still in "Jan. 2018 to present"'],
    ['Secretary 03/2012 - 12/2017', '2012-03 .. 2017-12 in "03/2012 - 12/2017"'],
    ['01-09-2019 tot en met 31-10-2020', '2019-09 .. 2020-10 in "01-09-2019 tot en met 31-10-2020"'],
    ['2019-09 - 2020-01 Kok', '2019-09 .. 2020-01 in "2019-09 - 2020-01"'],
    ['mei - okt 2019', '2019-05 .. 2019-10 in "mei - okt 2019"'],
    ['sinds mrt 2020 kok', '2020-03 .. still in "sinds mrt 2020"'],
    ['2016 mbo-4 ICT', '2016 .. 2016 in "2016"'],
    ['1 augustus 2016 - nu', '2016-08 .. still in "1 augustus 2016 - nu"'],
    ['SQL Server 2019 en Windows 10', 'none'],
    ['06-12345678', 'none'],
    ['In 2019 won het team', 'none'],
    ['Maart Jansen', 'none'],
    ['', 'none'],
  ])('%s', (line, expected) => {
    expect(show(line)).toBe(expected)
  })
})

describe('months of work', () => {
  const thisMonth = monthOfDate('2026-11-25')
  const months = (...periods: [from: string, until?: string][]): number =>
    monthsWorked(
      periods.map(([from, until]) => ({ from: momentOfIso(from)!, ...(until && { until: momentOfIso(until)! }) })),
      thisMonth,
    )

  test('whole years, months and days', () => {
    expect(months(['2018', '2021'])).toBe(36)
    expect(months(['2019-09', '2020-08'])).toBe(12)
    expect(months(['2013-12-01', '2014-12-01'])).toBe(12)
    expect(months(['2025-11'])).toBe(12)
  })

  test('work at the same time counts once; in whole years neither twice nor lost', () => {
    expect(months(['2018-01', '2019-12'], ['2019-01', '2019-06'])).toBe(24)
    expect(months(['2018-01', '2019-12'], ['2019-07', '2020-06'])).toBe(30)
    expect(months(['2015', '2018'], ['2018', '2021'])).toBe(72)
  })

  test('time between two jobs is not counted, and neither is the future or an end before the beginning', () => {
    expect(months(['2010-01', '2010-12'], ['2020-01', '2020-12'])).toBe(24)
    expect(months(['2026-01', '2030-12'])).toBe(10)
    expect(months(['2028-01', '2029-01'])).toBe(0)
    expect(months(['2020-05', '2019-01'])).toBe(0)
    expect(months()).toBe(0)
  })
})

test('a date of a resume is a day, a month or a year', () => {
  expect(momentOfIso('2013-12-01')?.text).toBe('2013-12')
  expect(momentOfIso('2013')?.text).toBe('2013')
  for (const wrong of ['2013-12-021', '12-2013', '2013-13', 'heden', '']) expect(momentOfIso(wrong)).toBeUndefined()
})
