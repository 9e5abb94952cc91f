import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPropertyNames } from './property-names.ts'
import { cnlo, skos } from './small-taxonomy.ts'

const list = {
  about: 'x',
  source: 'y',
  checked: '2026-11-25',
  certainty: 'seen',
  prefixes: { t: 'http://t.example/' },
  types: [],
  properties: [],
}

function folderOf(...lists: readonly object[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'schakel-names-'))
  for (const [at, one] of lists.entries()) writeFileSync(join(folder, `${at}.json`), JSON.stringify(one))
  return folder
}

test('the lists know SKOS and the three weights of CompetentNL', async () => {
  const { classes, properties } = await readPropertyNames()
  expect(properties.get(skos('prefLabel'))).toEqual({ as: 'preferred', backwards: false })
  expect(properties.get(skos('narrower'))).toEqual({ as: 'broader', backwards: true })
  expect(['Essential', 'Important', 'Somewhat'].map((weight) => properties.get(cnlo(`requiresHAT${weight}`))?.as)).toEqual([
    'essential',
    'important',
    'somewhat',
  ])
  expect(classes.get(cnlo('KnowledgeArea'))).toEqual({ type: 'skill', kind: 'knowledge' })
})

test('another taxonomy is one more file', async () => {
  const other = { ...list, properties: [{ name: 't:needs', as: 'essential' }], types: [{ name: 't:Job', type: 'occupation' }] }
  const { classes, properties } = await readPropertyNames(folderOf(list, other))
  expect(properties.get('http://t.example/needs')).toEqual({ as: 'essential', backwards: false })
  expect(classes.get('http://t.example/Job')).toEqual({ type: 'occupation' })
})

test.each([
  ['an unknown role', { ...list, properties: [{ name: 't:a', as: 'colour' }] }, /0\.json: properties\.0\.as/],
  ['an unknown prefix', { ...list, types: [{ name: 'u:A', type: 'skill' }] }, /"u:A" begins with an unknown prefix/],
  [
    'a name that stands twice',
    {
      ...list,
      properties: [
        { name: 't:a', as: 'broader' },
        { name: 't:a', as: 'related' },
      ],
    },
    /"t:a" stands in these lists twice/,
  ],
])('%s is refused with file and name', async (_, one, message) => {
  await expect(readPropertyNames(folderOf(one))).rejects.toThrow(message)
})
