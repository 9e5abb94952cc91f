import { describe, expect, test } from 'vitest'
import { smallCatalogue } from '../../../../test/worlds/small-catalogue.ts'
import { findRecords } from '../intake/find-records.ts'
import type { FoundRecord, ReadRecord } from '../intake/record-format.ts'
import { postingContext } from '../job-postings/posting-context.ts'
import { setuFormat } from './setu-format.ts'

const catalogue = smallCatalogue([
  { id: 'python', en: ['Python'] },
  { id: 'sql', en: ['SQL'] },
  { id: 'linux', en: ['Linux'] },
  { id: 'java', en: ['Java'] },
])
const utrecht = { at: [52.1, 5.1] as const, region: 'AM13', name: 'Utrecht' }
const context = postingContext(
  catalogue,
  ({ postcode4, municipality }) => (postcode4 === '3511' || municipality === 'Utrecht' ? utrecht : undefined),
  '2026-11-25',
)
const ns = 'xmlns="http://ns.hr-xml.org/2007-04-15"'

async function find(text: string | Buffer, name = 'x.xml'): Promise<FoundRecord[]> {
  const found: FoundRecord[] = []
  const bytes = (async function* () {
    const all = Buffer.from(text)
    for (let at = 0; at < all.length; at += 1000) yield all.subarray(at, at + 1000)
  })()
  for await (const one of findRecords({ name, bytes })) found.push(one)
  return found
}
const opening = (inner: string, head = '') =>
  `<PositionOpeningNL ${ns} xml:lang="nl">${head}<PositionProfileNL><Organization><OrganizationName>Klant BV</OrganizationName></Organization><PositionDetail><FunctionName><Name>Medewerker</Name></FunctionName>${inner}</PositionDetail></PositionProfileNL></PositionOpeningNL>`
function read(xml: string) {
  const result: ReadRecord = setuFormat.read({ xml }, context)
  if (!('vacancy' in result)) throw new Error(JSON.stringify(result))
  return { ...result.vacancy, warnings: result.warnings }
}
const idAnd = (status: string) =>
  `<PositionRecordInfo><Id idOwner="recruiter"><IdValue>9</IdValue></Id><Id idOwner="owner"><IdValue>7</IdValue></Id><Status>${status}</Status></PositionRecordInfo>`

describe('openings in a file', () => {
  test('one, several in a list, with any prefix, each with its line and as it stands there', async () => {
    const list = `<?xml version="1.0"?>\n<list ${ns}>\n${opening('')}\n<!-- two -->\n<s:PositionOpeningNL xmlns:s="http://ns.hr-xml.org/2007-04-15"><s:X a="&lt;">é &amp; <![CDATA[<b>]]></s:X></s:PositionOpeningNL>\n</list>`
    const found = await find(list)
    expect(found.map(({ place }) => place)).toEqual(['x.xml:3', 'x.xml:5'])
    expect(found[0]?.content).toEqual({ xml: opening('') })
    expect(found[1]?.content?.xml).toContain('<s:X a="&lt;">é &amp; <![CDATA[<b>]]></s:X>')
  })

  test('of another namespace is told, what is no SETU too', async () => {
    const [other] = await find('<PositionOpeningNL xmlns="urn:other"/>')
    expect(other).toMatchObject({ place: 'x.xml:1', problem: expect.stringContaining('namespace "urn:other"') })
    expect(await find('<rss><item/></rss>')).toMatchObject([{ problem: expect.stringContaining('no PositionOpeningNL') }])
  })

  test('letters as the first line says', async () => {
    const text = `<?xml version="1.0" encoding="ISO-8859-1"?>${opening('<FunctionDescription>café</FunctionDescription>')}`
    const [found] = await find(Buffer.from(text, 'latin1'))
    expect(read(String(found?.content?.xml)).description).toBe('café')
    expect(await find(text.replace('ISO-8859-1', 'EBCDIC'))).toMatchObject([{ problem: expect.stringContaining('ebcdic') }])
  })

  test('a fault half-way leaves what came before, and says where', async () => {
    const found = await find(`<list>\n${opening('')}\n${opening('').slice(0, 150)}\n</list>`)
    expect(found).toMatchObject([
      { place: 'x.xml:2', content: {} },
      { place: expect.stringMatching(/^x\.xml:\d/), problem: expect.stringContaining('not well-formed'), cutShort: true },
    ])
  })
})

describe('hostile XML', () => {
  const bomb = `<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>${opening('&b;')}`
  const outside = `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${opening('&x;')}`
  test.each([
    ['an entity bomb', bomb, '<!DOCTYPE'],
    ['a file from outside', outside, '<!DOCTYPE'],
    ['a document type without end', `<!DOCTYPE a [${'<!ENTITY a "b">'.repeat(20_000)}`, '<!DOCTYPE'],
    ['an entity nobody declared', opening('&nbsp;'), 'entity'],
    ['10,000 deep', `${'<a>'.repeat(10_000)}x`, '64 deep'],
    ['a vacancy without end', `<PositionOpeningNL>${'<a>b</a>'.repeat(200_000)}`, 'longer than 1 million'],
    ['text without end before it', `<list>${'x'.repeat(3_000_000)}`, 'longer than 1 million'],
    ['a name without end', `<list><${'x'.repeat(300_000)}`, 'not well-formed'],
    ['an attribute without end', `<list a="${'x'.repeat(300_000)}`, 'not well-formed'],
    ['a comment without end', `<list><!-- ${'x'.repeat(300_000)}`, 'not well-formed'],
    ['two roots', `${opening('')}${opening('')}`, 'not well-formed'],
    ['nothing', '', 'is empty'],
    ['white space', '\n\n', 'empty'],
    ['no XML', '<not xml', 'not well-formed'],
    ['UTF-16', Buffer.from(`\ufeff${opening('')}`, 'utf16le'), 'UTF-16'],
    ['wrong letters', Buffer.concat([Buffer.from('<list>\n'), Buffer.from([0xff, 0xfe, 0x41])]), 'not UTF-8'],
  ])('%s is refused with its reason', async (_, text, reason) => {
    const problems = (await find(text)).flatMap(({ problem }) => problem ?? [])
    expect(problems.join()).toContain(reason)
  })

  test('an opening with a mountain of elements is refused by itself', () => {
    expect(setuFormat.read({ xml: `<PositionOpeningNL>${'<a/>'.repeat(30_000)}</PositionOpeningNL>` }, context)).toEqual({
      refused: expect.stringContaining('20,000 elements'),
    })
  })

  test('markup in a text is no markup any more', () => {
    const xml = opening(
      '<FunctionDescription>&lt;script&gt;alert(1)&lt;/script&gt;&lt;p&gt;Hallo&lt;/p&gt;</FunctionDescription>',
    )
    expect(read(xml).description).toBe('Hallo')
  })
})

describe('an opening read', () => {
  test('the employer is where the work is, not who sends the message', () => {
    const suppliers = `<PositionSupplierNL><EntityName>Bureau</EntityName><Role>recruiter</Role></PositionSupplierNL><PositionSupplierNL><EntityName>Eigenaar</EntityName><Role>owner</Role></PositionSupplierNL>`
    expect(read(opening('', suppliers)).employer).toBe('Klant BV')
    expect(read(opening('', suppliers).replace(/<Organization>.*<\/Organization>/, '')).employer).toBe('Eigenaar')
  })

  test('known again by the number of its owner; taken back by its status', () => {
    expect(setuFormat.identify({ xml: opening('', idAnd('x:put')) }, 'c')).toBe('id:klant bv|7')
    expect(setuFormat.identify({ xml: opening('') }, 'c')).toBe('content:c')
    for (const status of ['x:delete', 'x:deactivate'])
      expect(setuFormat.read({ xml: opening('', idAnd(status)) }, context)).toEqual({
        withdrawn: expect.stringContaining(status),
      })
    for (const status of ['x:put', 'x:edit', 'x:activate', 'x:prolong', 'x:duplicate'])
      expect(read(opening('', idAnd(status))).title).toBe('Medewerker')
  })

  test('competencies by what is said of them', () => {
    const weight = (value: number, scale: string) =>
      `<CompetencyWeight><NumericValue ${scale}>${value}</NumericValue></CompetencyWeight>`
    const scale = 'minValue="1" maxValue="4"'
    const xml = opening(`<Requirements><Qualifications>
      <Competency description="Python">${weight(4, scale)}</Competency><Competency name="SQL">${weight(1, scale)}</Competency>
      <Competency name="Linux">${weight(4, '')}</Competency><Competency name="Java" required="true"/>
      <Competency name="Blorp"/></Qualifications></Requirements>`)
    const { requirements, warnings } = read(xml)
    expect(requirements).toEqual([
      { skill: 'python', weight: 'essential', words: 'Python' },
      { skill: 'java', weight: 'essential', words: 'Java' },
      { skill: 'linux', weight: 'important', words: 'Linux' },
      { skill: 'sql', weight: 'somewhat', words: 'SQL' },
    ])
    expect(warnings.join()).toContain('"Blorp"')
  })

  const pay = (interval: string, more = '', currency = 'EUR') =>
    opening(
      `<HoursPerWeek><Maximum>40</Maximum></HoursPerWeek>${more}<RemunerationPackageNL><BasePay currencyCode="${currency}" baseInterval="${interval}"><BasePayAmountMin>800</BasePayAmountMin><BasePayAmountMax>1000</BasePayAmountMax></BasePay></RemunerationPackageNL>`,
    )
  test.each([
    ['Weekly', '', 'EUR', [2000, 2500]],
    ['x:FourWeekly', '', 'EUR', [500, 625]],
    ['Daily', '<DaysPerWeek><Maximum>2</Maximum></DaysPerWeek>', 'EUR', [4000, 5000]],
    ['Daily', '', 'EUR', undefined],
    ['Monthly', '', 'EUR', [462, 577]],
    ['Weekly', '', 'SEK', undefined],
    ['Fortnightly', '', 'EUR', undefined],
  ])('wage %s %s %s', (interval, more, currency, wage) => {
    const { facts, warnings } = read(pay(interval, more, currency))
    expect(facts.wageCents).toEqual(wage)
    if (wage === undefined) expect(warnings.join()).toContain('wage')
  })

  test('levels, languages, licences, certificates, contract, place and start', () => {
    const xml =
      opening(`<PhysicalLocation><Area type="x:province"><Value>Utrecht</Value></Area><PostalAddress><PostalCode>3511 AB</PostalCode></PostalAddress></PhysicalLocation>
      <ContractDetails><ContractDuration>permanent</ContractDuration><TypeOfContract>temporaryAndSecondment</TypeOfContract></ContractDetails>
      <Requirements><EducationDegree>6</EducationDegree><WorkingAndThinkingLevel>4</WorkingAndThinkingLevel>
      <LicensesAndCertifications><LicenseOrCertification><Name>VCA basis</Name></LicenseOrCertification><LicenseOrCertification><Name>VOG</Name></LicenseOrCertification><LicenseOrCertification><Name>CISSP</Name></LicenseOrCertification></LicensesAndCertifications>
      <Languages><LanguageNL><LanguageCode>nl-NL</LanguageCode><Speak>B2</Speak></LanguageNL></Languages></Requirements>`).replace(
        '<PositionProfileNL>',
        '<PositionProfileNL><PositionDateInfo><StartDate>2027-02-01T00:00:00</StartDate></PositionDateInfo>',
      )
    const { facts, placeName, region, warnings } = read(xml)
    expect(facts).toEqual({
      ...{ at: [52.1, 5.1], languages: [{ code: 'nl', level: 4 }], licences: ['VCA'], certificateOfConduct: true },
      ...{ contract: 'temporary', startFrom: '2027-02-01' },
    })
    expect([placeName, region]).toEqual(['Utrecht', 'AM13'])
    expect(warnings).toEqual([expect.stringContaining('"CISSP"'), expect.stringContaining('education 4')])
  })
})
