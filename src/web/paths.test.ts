import { expect, test } from 'vitest'
import { siteAddresses } from '../modules/introductions/index.ts'
import { enrolAddress, placementAddress } from '../modules/placements/index.ts'
import { languages, pathTo } from './paths.ts'

test('addresses that messages about introductions lead to are those of the pages', () => {
  for (const language of languages) {
    expect(siteAddresses.introduction('i-1', language)).toBe(pathTo('introduction', language, { introduction: 'i-1' }))
    expect(siteAddresses.plan('a/b c', language)).toBe(pathTo('plan', language, { plan: 'a/b c' }))
    expect(siteAddresses.followUp('a.b', language)).toBe(`${pathTo('howIsIt', language)}?t=a.b`)
  }
})

test('the address that messages about placements lead to is that of the page', () => {
  for (const language of languages)
    expect(placementAddress('p-1', language)).toBe(pathTo('placement', language, { placement: 'p-1' }))
})

test('who is asked to enrol for a placement is led to the page on which one applies', () => {
  for (const language of languages)
    expect(enrolAddress('o 1', '2027-02-01', language)).toBe(`${pathTo('enrolApply', language)}?offering=o+1&start=2027-02-01`)
})
