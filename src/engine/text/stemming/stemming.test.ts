import { describe, expect, test } from 'vitest'
import { stemWord } from './index.ts'

const pairs = (text: string): string[][] => text.split(' ').map((pair) => pair.split('>'))

describe('Dutch stems', () => {
  // From the page of the algorithm, and words of vacancies.
  test.each(
    pairs(
      'lichaamsziek>lichaamsziek lichamelijk>licham lichamelijkheden>licham lichte>licht lichten>licht opglimpende>opglimp opglimpen>opglimp ' +
        'mogelijkheden>mogelijk moeilijkheid>moeilijk gemakkelijke>gemak maan>man brood>brod vrijheid>vrijheid beheerders>beheerder ' +
        'verpleegkundigen>verpleegkund programmeren>programmer ontwikkelaars>ontwikkelar onderwijzeres>onderwijzeres gemene>gemen ' +
        'bakken>bak bedden>bed netten>net analyses>analyses werkzaam>werkzam betaalbare>betal betaalbaar>betal boeien>boei yoghurt>yoghurt',
    ),
  )('%s: %s', (word, stem) => {
    expect(stemWord(word!, 'nl')).toBe(stem)
  })
})

describe('English stems', () => {
  test.each(
    pairs(
      'consign>consign consigned>consign consistency>consist consolatory>consolatori knack>knack knightly>knight caresses>caress ties>tie ' +
        'cries>cri gas>gas this>this kiwis>kiwi hopping>hop hoping>hope luxuriating>luxuri generously>generous communities>communiti ' +
        'skies>sky news>news proceeding>proceed exceed>exceed relational>relat vietnamization>vietnam apology>apolog ' +
        'management>manag testing>test programmers>programm databases>databas say>say by>by cry>cri rolling>roll bluely>blueli ' +
        "agreed>agre feed>feed developer's>develop university>univers",
    ),
  )('%s: %s', (word, stem) => {
    expect(stemWord(word!, 'en')).toBe(stem)
  })
})

test('words with signs or digits stay whole, and so does what is too short', () => {
  for (const word of ['c++', 'c#', '.net', 'node.js', 'r&d', 'ipv6', '1.3', 'iso27001', '', 'a', 'it']) {
    expect(stemWord(word, 'nl')).toBe(word)
    expect(stemWord(word, 'en')).toBe(word)
  }
})

test('a word without end is answered too', () => {
  for (const letters of ['a', 'ing', 'eny', 'sses', 'heden']) {
    const word = letters.repeat(1_000_000 / letters.length)
    expect(stemWord(word, 'nl').length).toBeGreaterThan(0)
    expect(stemWord(word, 'en').length).toBeGreaterThan(0)
  }
})
