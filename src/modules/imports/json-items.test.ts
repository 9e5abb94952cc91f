import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type JsonItem, readJsonItems } from './json-items.ts'

async function* pieces(text: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function read(text: string, size = 5): Promise<JsonItem[]> {
  const items: JsonItem[] = []
  for await (const item of readJsonItems(pieces(text, size), { name: 'x.json', lists: ['items', '@graph'] })) items.push(item)
  return items
}

describe('items of a JSON file', () => {
  test('of a list', async () => {
    expect(await read('[{"a": [1, {"b": null}]}, 2, "c"]')).toEqual([
      { place: 'x.json: item 1', value: { a: [1, { b: null }] } },
      { place: 'x.json: item 2', value: 2 },
      { place: 'x.json: item 3', value: 'c' },
    ])
  })

  test('of a named list of an object, whatever stands before and after', async () => {
    expect(await read('{"pageSize": 2, "x": {"items": [0]}, "items": [{"a": 1}, {"a": 2}], "next": null}')).toEqual([
      { place: 'x.json: item 1', list: 'items', value: { a: 1 } },
      { place: 'x.json: item 2', list: 'items', value: { a: 2 } },
    ])
  })

  test('an object without such a list is one item', async () => {
    expect(await read('{"a": {"b": [1]}, "c": "d"}')).toEqual([{ place: 'x.json', value: { a: { b: [1] }, c: 'd' } }])
  })

  test('an empty list gives none', async () => expect(await read('{"items": []}')).toEqual([]))

  test('any list reads as JSON.parse reads it, in whatever pieces', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue({ maxDepth: 4 })), fc.integer({ min: 1, max: 50 }), async (list, size) => {
        const text = JSON.stringify(list)
        expect((await read(text, size)).map((item) => item.value)).toEqual(JSON.parse(text))
      }),
      { numRuns: 50 },
    )
  })

  test.each([
    ['nothing', ' ', 'is empty'],
    ['no JSON', 'hello', 'is not JSON'],
    ['cut off', '[{"a": 1}, {"a"', 'is not JSON, or it is cut off'],
    ['a trailing word', '[1] x', 'is not JSON'],
    ['10,000 deep', `[${'['.repeat(10_000)}${']'.repeat(10_000)}]`, 'nests more than 100 deep'],
    ['endless', `[{"a": "${'x'.repeat(9_000_000)}"}]`, 'longer than'],
  ])('%s is refused', async (_, text, message) => {
    await expect(read(text, 60_000)).rejects.toThrow(message)
  })
})
