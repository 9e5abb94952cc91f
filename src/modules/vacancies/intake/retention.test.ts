import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { freshDatabases, silentLog } from '../../../../test/databases.ts'
import { smallCatalogue } from '../../../../test/worlds/small-catalogue.ts'
import { createIds, type Database } from '../../../platform/index.ts'
import { createVacancies, type Vacancies } from '../create-vacancies.ts'
import { postingWithoutContacts } from '../job-postings/posting-contacts.ts'
import { openingWithoutContacts } from '../setu/opening-contacts.ts'
import { setuFormat } from '../setu/setu-format.ts'

const catalogue = smallCatalogue([{ id: 'python', en: ['Python'] }])
const dayMs = 86_400_000
const contactSigns = /@|<(?:\w+:)?(?:Contact(?:Person|Info|Name)|Telephone|InternetEmailAddress|FormattedNumber)/

let now = 0
function start(db: Database): Vacancies {
  now = Date.parse('2026-11-25T12:00:00Z')
  const clock = { now: () => now }
  const regions = { findPlace: () => undefined }
  return createVacancies({
    db,
    clock,
    ids: createIds(clock),
    log: silentLog,
    skills: { catalogue: async () => catalogue },
    regions,
  })
}

const csv = (...rows: string[]) => `nummer;titel;werkgever;omschrijving;sluitingsdatum\n${rows.map((row) => `${row}\n`).join('')}`
const kept = (db: Database) =>
  db.query(`select external_id, state, content <> '{}'::jsonb as full from raw_vacancy order by external_id`)

describe('whom to call or mail is not kept', () => {
  test('of a JobPosting, at any depth; the rest stays as it came', () => {
    const posting = {
      '@type': 'JobPosting',
      title: 'Bouwer',
      email: 'a@example.nl',
      applicationContact: { name: 'Piet' },
      hiringOrganization: { name: 'Voorbeeld BV', telephone: '010', 'schema:contactPoint': [{ telephone: '06' }] },
      jobLocation: [{ address: { addressLocality: 'Utrecht', faxNumber: '1' } }],
    }
    expect(postingWithoutContacts(posting)).toEqual({
      '@type': 'JobPosting',
      title: 'Bouwer',
      hiringOrganization: { name: 'Voorbeeld BV' },
      jobLocation: [{ address: { addressLocality: 'Utrecht' } }],
    })
  })

  test('of an opening; with prefixes, nested, empty, and with characters of any kind before it', () => {
    const xml =
      '<h:A>é😀<h:ContactPersons n=">"><h:ContactPerson><h:Telephone>1</h:Telephone></h:ContactPerson></h:ContactPersons>' +
      '<b>&lt;Fax&gt;</b><Fax/><c><![CDATA[<Telephone>2</Telephone>]]></c><InternetEmailAddress>x</InternetEmailAddress >z</h:A>'
    expect(openingWithoutContacts(xml)).toBe('<h:A>é😀<b>&lt;Fax&gt;</b><c><![CDATA[<Telephone>2</Telephone>]]></c>z</h:A>')
    expect(openingWithoutContacts('<a><b>')).toBe('<a><b>')
  })

  const shared = join(process.env.SCHAKEL_SHARED_DATA ?? '', 'standards/setu-vacancies')
  test.skipIf(!process.env.SCHAKEL_SHARED_DATA)(
    'of the examples of the standard, which are known by the same number without (needs SCHAKEL_SHARED_DATA)',
    () => {
      const examples = readdirSync(shared).filter((name) => name.includes('Example') && name.endsWith('.xml'))
      expect(examples.length).toBeGreaterThan(5)
      const without = examples.map((name) => {
        const xml = /<PositionOpeningNL[\s\S]*<\/PositionOpeningNL>/.exec(readFileSync(join(shared, name), 'utf8'))?.[0] ?? ''
        const cut = setuFormat.withoutContacts({ xml })
        expect(setuFormat.identify(cut, 'x')).toBe(setuFormat.identify({ xml }, 'x'))
        expect(contactSigns.exec(String(cut.xml).replace(/<!--[\s\S]*?-->/g, ''))?.[0]).toBeUndefined()
        return [xml, String(cut.xml)]
      })
      expect(without.filter(([xml, cut]) => xml !== cut).length).toBeGreaterThan(3)
    },
  )
})

describe.each(freshDatabases())('raw records that are not needed any more on $name', ({ open }) => {
  test('are emptied: withdrawn at once, others after the term; published ones can be read again', async () => {
    const db = await open()
    const vacancies = start(db)
    const options = { source: 'feed:x', complete: true }
    const rows = ['1;Open;A;Python;', '2;Gesloten;B;Python;2026-01-01', '3;;C;Zonder titel;']
    await vacancies.importFrom({ name: 'a.csv', text: csv(...rows, '4;Verdwijnt;D;Python;') }, options)
    await vacancies.importFrom({ name: 'b.csv', text: csv('1;Open;A;Python;') })
    now += 1000
    await vacancies.importFrom({ name: 'a.csv', text: csv(...rows) }, options)

    expect(await vacancies.emptyUnneeded(now - 90 * dayMs)).toBe(1)
    expect((await kept(db)).filter(({ full }) => !full)).toMatchObject([{ external_id: 'id:d|4', state: 'withdrawn' }])
    now += 91 * dayMs
    await vacancies.emptyUnneeded(now - 90 * dayMs)
    const full = (await kept(db)).filter(({ full }) => full).map(({ external_id, state }) => [external_id, state])
    // The double of one that is published may have to stand in for it.
    expect(full).toEqual(
      expect.arrayContaining([
        ['id:a|1', 'published'],
        ['id:a|1', 'duplicate'],
      ]),
    )
    expect(full.some(([, state]) => state === 'expired')).toBe(false)
    expect((await vacancies.readAgain()).counts).toMatchObject({ published: 1, duplicates: 1, rejected: 0 })
    expect((await vacancies.allPublished()).map(({ title }) => title)).toEqual(['Open'])
    await db.close()
  })

  test('one that comes back is filled and published again', async () => {
    const db = await open()
    const vacancies = start(db)
    const options = { source: 'feed:x', complete: true }
    const both = csv('1;Open;A;Python;', '4;Verdwijnt;D;Python;')
    await vacancies.importFrom({ name: 'a.csv', text: both }, options)
    await vacancies.importFrom({ name: 'a.csv', text: csv('1;Open;A;Python;') }, options)
    await vacancies.emptyUnneeded(now)
    expect((await vacancies.importFrom({ name: 'a.csv', text: both }, options)).counts).toMatchObject({
      published: 1,
      unchanged: 1,
    })
    expect((await kept(db)).every(({ full }) => full)).toBe(true)
    expect((await vacancies.allPublished()).map(({ title }) => title).sort()).toEqual(['Open', 'Verdwijnt'])
    await db.close()
  })
})
