import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editDistance, fold, normalise, tokenise, words } from './index.ts'

describe('words', () => {
  test.each([
    ['C++, C# en .NET', ['c++', 'c#', 'en', '.net']],
    ['C#/.NET-ontwikkelaar', ['c#', '.net', 'ontwikkelaar']],
    ['C#.NET en VB.NET', ['c#', '.net', 'en', 'vb.net']],
    ['C++17 of C++.', ['c++', '17', 'of', 'c++']],
    ['Node.js, Vue.JS en ASP.NET Core', ['node.js', 'vue.js', 'en', 'asp.net', 'core']],
    ['front-end / TCP/IP snake_case', ['front', 'end', 'tcp', 'ip', 'snake', 'case']],
    ['R&D met TLS 1.3.', ['r&d', 'met', 'tls', '1.3']],
    ['collega’s', ["collega's"]],
    ['i.p.v. I.C.T. o.a.', ['ipv', 'ict', 'oa']],
    ['systemen.Daarna e-mail', ['systemen', 'daarna', 'e', 'mail']],
    ['hbo+ en Security+', ['hbo', '+', 'en', 'security', '+']],
    ['Java+Python, 5+ jaar', ['java', 'python', '5', '+', 'jaar']],
    ['#python @home netto.', ['python', 'home', 'netto']],
    ['.NET', ['.net']],
    ['Internet.', ['internet']],
    ['crème brûlée Straße Ĳssel', ['creme', 'brulee', 'strasse', 'ijssel']],
    ['', []],
    [' -- ', []],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  test('a token says where it stands in the text that was given', () => {
    const text = 'Ervaring met Crème C++ vereist'
    expect(tokenise(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Ervaring', 'met', 'Crème', 'C++', 'vereist'])
  })

  test('tokens stand in order, do not overlap, and cutting a key again gives the same key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        let at = 0
        for (const { start, end, text: token } of tokenise(text)) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThan(start)
          expect(token).not.toBe('')
          at = end
        }
      }),
    )
    const parts = ['C++', 'C#', '.NET', 'node.js', ' ', '-', '/', 'beheer', 'é', '1.3', 'R&D']
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts)), (chosen) => {
        const text = chosen.join(' ')
        expect(normalise(normalise(text))).toBe(normalise(text))
      }),
    )
  })
})

describe('words without positions', () => {
  test('are the words of the tokens', () => {
    const letters = [...'aZ09 ,;:()/"_-+#.&’é', '.net', 'C#', 'node.js', 'i.p.v.']
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...letters)), (chosen) => {
        const text = chosen.join('')
        expect(words(text)).toEqual(tokenise(text).map((token) => token.text))
      }),
      { numRuns: 500 },
    )
  })
})

describe('fold', () => {
  test('drops case, accents, ligatures and invisible characters', () => {
    expect(fold('ÉÉN\u00adtje ﬁets Łódź ‘s')).toBe("eentje fiets lodz 's")
  })
})

describe('edit distance', () => {
  test.each([
    ['python', 'python', 2, 0],
    ['pyhton', 'python', 2, 1],
    ['pythn', 'python', 2, 1],
    ['pythonn', 'python', 2, 1],
    ['pithon', 'python', 2, 1],
    ['pihtno', 'python', 2, 3],
    ['', 'ab', 2, 2],
    ['abc', 'xyz', 1, 2],
  ])('%s to %s, at most %i, is %i', (a, b, limit, expected) => {
    expect(editDistance(a, b, limit)).toBe(expected)
    expect(editDistance(b, a, limit)).toBe(expected)
  })

  test('is what trying every step gives', () => {
    const slow = (a: string, b: string): number => {
      if (a === '' || b === '') return a.length + b.length
      const last = a.at(-1) === b.at(-1) ? 0 : 1
      const swap =
        a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)
          ? slow(a.slice(0, -2), b.slice(0, -2)) + 1
          : Number.POSITIVE_INFINITY
      return Math.min(slow(a.slice(0, -1), b) + 1, slow(a, b.slice(0, -1)) + 1, slow(a.slice(0, -1), b.slice(0, -1)) + last, swap)
    }
    const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 })
    fc.assert(
      fc.property(short, short, fc.nat(4), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(slow(a, b), limit + 1))
      }),
      { numRuns: 300 },
    )
  })
})
