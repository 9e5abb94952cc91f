import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabases } from '../../../test/databases.ts'
import { type Database, Invalid, NotFound } from '../../platform/index.ts'
import { createRegions, type RegionsService } from './index.ts'

let number = 0
const ids = { next: () => `id-${++number}`, token: () => 'token' }
const clock = { now: () => Date.parse('2026-11-25T10:00:00Z') }

describe.each(freshDatabases())('regions on $name', ({ open }) => {
  let db: Database
  let regions: RegionsService
  let folder: string

  beforeAll(async () => {
    db = await open()
    regions = await createRegions({ db, ids, clock })
    folder = await mkdtemp(join(tmpdir(), 'schakel-regions-'))
  })
  afterAll(() => db.close())

  const file = async (name: string, content: string | Buffer): Promise<string> => {
    const path = join(folder, name)
    await writeFile(path, content)
    return path
  }

  test('there are 35 regions, each on its own tile, each with a centre of its own', () => {
    const all = regions.list()
    expect(all).toHaveLength(35)
    expect(new Set(all.map(({ tile }) => `${tile.row} ${tile.column}`)).size).toBe(35)
    for (const region of all) expect(regions.regionOf(region.centre)?.code).toBe(region.code)
  })

  test('342 municipalities lie in a known region, and in the Netherlands', () => {
    expect(regions.municipalities()).toHaveLength(342)
    for (const { region, at } of regions.municipalities()) {
      expect(regions.find(region)).toBeDefined()
      expect(at[0]).toBeGreaterThan(50.7)
      expect(at[0]).toBeLessThan(53.6)
    }
  })

  test('no municipality lies further from the centre of its region than a region is large', () => {
    const far = regions.municipalities().filter(({ region, at }) => {
      const centre = regions.get(region).at
      return Math.hypot((at[0] - centre[0]) * 111, (at[1] - centre[1]) * 68) > 75
    })
    expect(far).toEqual([])
  })

  test('a municipality is found by its names, however they are written', () => {
    expect(regions.regionOf('Den Haag')?.name).toBe('Haaglanden')
    expect(regions.regionOf("'s-Gravenhage")?.code).toBe('AM21')
    expect(regions.regionOf('den bosch')?.code).toBe('AM27')
    expect(regions.regionOf('Sudwest-Fryslan')?.code).toBe('AM02')
    expect(regions.regionOf('’s-Hertogenbosch')?.code).toBe('AM27')
    expect(regions.regionOf('Atlantis')).toBeUndefined()
    expect(() => regions.get('AM99')).toThrow(NotFound)
  })

  test('without an import a postcode is placed by its first two digits, and says so', () => {
    const place = regions.findPlace({ postcode4: '3511' })
    expect(place).toMatchObject({ region: 'AM13', approximate: true })
    expect(regions.findPlace({ municipality: 'Amersfoort' })).toMatchObject({
      region: 'AM14',
      name: 'Amersfoort',
      approximate: false,
    })
    expect(regions.findPlace({})).toBeUndefined()
  })

  test('importing the 4PP layout places postcodes, skips boxes and reports bad rows by line', async () => {
    const path = await file(
      '4pp.csv',
      [
        'id,postcode,"woonplaats","alternatieve_schrijfwijzen","gemeente","provincie","netnummer",latitude,longitude,"soort"',
        '1,3511,"Utrecht","","Utrecht","Utrecht","030",52.0925,5.1121,"Adres"',
        '2,3500,"Utrecht","","Utrecht","Utrecht","030",52.09,5.11,"Postbus"',
        '3,9901,"Appingedam","","Appingedam","Groningen","0596",53.3219,6.8589,"Adres"',
        '4,35,"Utrecht","","Utrecht","Utrecht","030",52.09,5.11,"Adres"',
        '5,3512,"Utrecht","","Utrecht","Utrecht","030",5.11,52.09,"Adres"',
        '6,3511,"Utrecht","","Utrecht","Utrecht","030",52.09,5.11,"Adres"',
      ].join('\n'),
    )
    const imported = await regions.importPostcodes(path)
    expect(imported).toMatchObject({ postcodes: 2, boxesSkipped: 1 })
    expect(imported.rejected.map(({ place, reason }) => `${place} ${reason}`)).toEqual([
      '4pp.csv:5 "35" is no postcode of four digits.',
      '4pp.csv:6 Latitude "5.11" and longitude "52.09" do not lie in the Netherlands.',
      '4pp.csv:7 Postcode 3511 stands here twice.',
    ])
    expect(regions.findPlace({ postcode4: '3511' })).toEqual({
      at: [52.0925, 5.1121],
      region: 'AM13',
      name: 'Utrecht',
      approximate: false,
    })
    const runs = await db.query('select status, counts from import_run where id = $1', [imported.run])
    expect(runs[0]).toMatchObject({ status: 'done', counts: { postcodes: 2, rejected: 3 } })
  })

  test('a postcode of a municipality that has merged since belongs to the region of today', () => {
    expect(regions.findPlace({ postcode4: '9901' })).toMatchObject({ region: 'AM01', name: 'Appingedam' })
  })

  test('a plain layout is read as well; an import replaces what was there, and another process sees it after refresh', async () => {
    const elsewhere = await createRegions({ db, ids, clock })
    await regions.importPostcodes(
      await file('plain.csv', 'postcode,place,municipality,latitude,longitude\n5611,Eindhoven,Eindhoven,51.44,5.48\n'),
    )
    expect(regions.findPlace({ postcode4: '5611' })).toMatchObject({ region: 'AM28', approximate: false })
    expect(regions.findPlace({ postcode4: '3511' })).toMatchObject({ approximate: true })
    expect(elsewhere.findPlace({ postcode4: '5611' })).toMatchObject({ approximate: true })
    await elsewhere.refresh()
    expect(elsewhere.findPlace({ postcode4: '5611' })).toMatchObject({ approximate: false })
  })

  test.each([
    ['a missing column', 'postcode,place,latitude,longitude\n3511,Utrecht,52.09,5.11\n', /:1.*municipality/s],
    ['an empty file', '', /holds no rows/],
    ['no usable row', 'postcode,place,municipality,latitude,longitude\n1,a,b,c,d\n', /No row/],
    [
      'a quote that never ends',
      'postcode,place,municipality,latitude,longitude\n3511,"Utrecht,Utrecht,52.09,5.11\n',
      /cannot be read/,
    ],
  ])('a file with %s is refused, and what was there stays', async (_, content, message) => {
    const refused = regions.importPostcodes(await file('bad.csv', content))
    await expect(refused).rejects.toThrow(Invalid)
    await expect(refused).rejects.toSatisfy((error: Invalid) => message.test(`${error.where} ${error.message}`))
    expect(regions.findPlace({ postcode4: '5611' })).toMatchObject({ approximate: false })
  })

  test('a text that is not UTF-8 is reported by line', async () => {
    const content = Buffer.concat([
      Buffer.from('postcode,place,municipality,latitude,longitude\n8601,S', 'utf8'),
      Buffer.from([0xfa]),
      Buffer.from('dwest,Sneek,53.03,5.66\n5611,Eindhoven,Eindhoven,51.44,5.48\n', 'utf8'),
    ])
    const { rejected } = await regions.importPostcodes(await file('latin.csv', content))
    expect(rejected).toMatchObject([{ place: 'latin.csv:2', reason: 'The text is not UTF-8.' }])
  })

  test('an import that is stopped changes nothing', async () => {
    const path = await file('stopped.csv', 'postcode,place,municipality,latitude,longitude\n1011,Amsterdam,Amsterdam,52.37,4.9\n')
    await expect(regions.importPostcodes(path, { signal: AbortSignal.abort() })).rejects.toThrow()
    expect(regions.findPlace({ postcode4: '5611' })).toMatchObject({ approximate: false })
  })
})

const shared = process.env.SCHAKEL_SHARED_DATA
describe.skipIf(!shared)('on the shared postcode list (needs SCHAKEL_SHARED_DATA)', () => {
  test('the whole list is imported in seconds, and agrees with the coarse table on most regions', async () => {
    const [fresh] = freshDatabases()
    const db = await fresh!.open()
    const regions = await createRegions({ db, ids, clock })
    const coarse = (postcode4: string): string | undefined => regions.findPlace({ postcode4 })?.region
    const before = new Map(Array.from({ length: 9000 }, (_, index) => String(1000 + index)).map((code) => [code, coarse(code)]))
    const { postcodes, rejected } = await regions.importPostcodes(join(shared as string, 'regions/4pp.csv'))
    expect(postcodes).toBeGreaterThan(4000)
    expect(rejected.length).toBeLessThan(20)
    const placed = [...before].filter(([code]) => regions.findPlace({ postcode4: code })?.approximate === false)
    const agree = placed.filter(([code, region]) => regions.findPlace({ postcode4: code })?.region === region)
    expect(agree.length / placed.length).toBeGreaterThan(0.75)
    await db.close()
  })
})
