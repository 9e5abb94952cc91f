import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { SourceText } from '../../imports/index.ts'
import { findRecords } from './find-records.ts'
import type { FoundRecord } from './record-format.ts'

async function find(from: string | SourceText): Promise<(FoundRecord & { source: string })[]> {
  const found: (FoundRecord & { source: string })[] = []
  for await (const one of findRecords(from)) found.push(one)
  return found
}
const titles = async (name: string, text: string) =>
  (await find({ name, text })).map((found) => found.content?.title ?? `${found.place}: ${found.problem}`)
const job = (title: string) => ({ '@type': 'JobPosting', title })

describe('postings in', () => {
  test.each([
    ['one', job('a'), ['a']],
    ['a list', [job('a'), { '@type': 'Person' }, job('b')], ['a', 'b']],
    ['a graph', { '@context': 'https://schema.org', '@graph': [job('a'), job('b')] }, ['a', 'b']],
    ['an item list', { '@type': 'ItemList', itemListElement: [{ '@type': 'ListItem', item: job('a') }] }, ['a']],
    ['a full type', { '@type': ['https://schema.org/JobPosting'], title: 'a' }, ['a']],
  ])('JSON: %s', async (_, json, expected) => expect(await titles('x.json', JSON.stringify(json))).toEqual(expected))

  test('lines, one broken', async () => {
    const text = `${JSON.stringify(job('a'))}\n\n{"@type": \n${JSON.stringify({ '@type': 'Person' })}\n`
    expect(await titles('x.ndjson', text)).toEqual([
      'a',
      expect.stringMatching(/^x\.ndjson:3: This is not JSON/),
      expect.stringMatching(/^x\.ndjson:4: This is no JobPosting/),
    ])
  })

  test('a page with several scripts, one broken, with its line', async () => {
    const script = (text: string) => `<script type="application/ld+json">${text}</script>`
    const page = `<html><head>\n${script(JSON.stringify(job('a')))}\n${script('{"@type": "Person", }')}\n${script('\n{"@type": "JobPosting",\n "title": }')}${script(`<!--\n${JSON.stringify([job('b')])}\n-->`)}`
    expect(await titles('x.html', page)).toEqual(['a', expect.stringMatching(/^x\.html:6: This is not JSON/), 'b'])
  })

  test('a page with microdata only', async () => {
    const page = `<div itemscope itemtype="https://schema.org/JobPosting"><h2 itemprop="title">Software Engineer</h2>
      <div itemprop="description">By <span itemprop="hiringOrganization" itemscope itemtype="https://schema.org/Organization"><b itemprop="name">ABC</b></span></div>
      <meta itemprop="datePosted" content="2026-01-02"><ul itemprop="skills"><li>Java</li></ul></div>`
    const [found] = await find({ name: 'x.html', text: page })
    expect(found?.content).toMatchObject({
      title: 'Software Engineer',
      hiringOrganization: { '@type': 'Organization', name: 'ABC' },
      datePosted: '2026-01-02',
      skills: '<li>Java</li>',
    })
  })

  test('a text of examples: scripts and bare JSON; microdata beside it is passed over', async () => {
    const text = `TYPES: #eg-1 JobPosting\n\nMICRODATA:\n<div itemscope itemtype="https://schema.org/JobPosting">x</div>\n\nJSON:\n\n<script type="application/ld+json">\n${JSON.stringify(job('a'), null, 2)}\n</script>\n\nJSON:\n${JSON.stringify(job('b'), null, 2)}\n\n{\n "@type": "JobPosting"\n "title": "c"\n}\n`
    expect(await titles('x.txt', text)).toEqual(['a', 'b', expect.stringMatching(/^x\.txt:2\d: This is not JSON/)])
  })

  test('a file without any says so', async () => {
    expect(await titles('x.json', '{"@type": "Person"}')).toEqual(['x.json: There is no vacancy in this file.'])
    expect(await titles('x.json', '{')).toEqual([expect.stringContaining('This is not JSON')])
  })
})

test('a folder is all its files, by name, with what cannot hold postings left out', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'schakel-postings-'))
  try {
    mkdirSync(join(folder, 'deep'))
    writeFileSync(join(folder, 'b.json'), `\ufeff${JSON.stringify(job('b'))}`)
    writeFileSync(join(folder, 'deep/a.ndjson'), JSON.stringify(job('a')))
    writeFileSync(join(folder, 'LICENSE'), 'no')
    expect((await find(folder)).map((found) => [found.source, found.content?.title])).toEqual([
      ['b.json', 'b'],
      ['deep/a.ndjson', 'a'],
    ])
    await expect(find(join(folder, 'gone.json'))).rejects.toThrow('There is no file or folder')
  } finally {
    rmSync(folder, { recursive: true })
  }
})
