import type { LoaderFunctionArgs } from 'react-router'
import { expect, test } from 'vitest'
import { loader } from './algorithm-start.ts'

test.each([
  ['en-GB,en;q=0.9', '/en/algorithm'],
  ['nl', '/nl/algoritme'],
  ['de,en;q=0.4,nl;q=0.8', '/nl/algoritme'],
  [undefined, '/nl/algoritme'],
])('/algorithm, asked with %s, leads to %s', (asked, path) => {
  const request = new Request('http://localhost/algorithm', { headers: asked === undefined ? {} : { 'accept-language': asked } })
  const response = loader({ request } as LoaderFunctionArgs)
  expect(response.headers.get('location')).toBe(path)
  expect(response.headers.get('vary')).toBe('accept-language')
})
