import { beforeAll, describe, expect, test } from 'vitest'
import { freshDatabases } from '../../../../test/databases.ts'
import type { Catalogue } from '../../skills/index.ts'
import { catalogueForTests, linesOf } from '../cv/catalogue-for-tests.ts'
import { readResume } from '../cv/read-resume.ts'
import { parseResume } from '../cv/resume-shape.ts'
import { europassOf } from './europass.ts'

let catalogue: Catalogue
beforeAll(async () => {
  catalogue = await catalogueForTests(freshDatabases()[0]!.open)
})
/** The address in ESCO that the starter vocabulary gives. */
const escoOf = (id: string): string =>
  catalogue.equals(`schakel:${id === 'data-analysis' ? 'skill' : 'occupation'}/${id}`).find((one) => one.includes('/esco/')) ?? ''
const lines = (xml: string): string[] =>
  linesOf(readResume(parseResume(europassOf(xml)), catalogue, '2026-11-25'), catalogue).map((line) => line.replace(/ @ .*$/, ''))

/** Somebody who does not exist, in the form of Cedefop's version 3.4. */
const passport = `<?xml version="1.0" encoding="UTF-8"?>
<SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass" locale="nl">
  <DocumentInfo><DocumentType>ECV</DocumentType><XSDVersion>V3.4</XSDVersion></DocumentInfo>
  <LearnerInfo>
    <Identification>
      <PersonName><FirstName>Ruby</FirstName><Surname>Fictief</Surname></PersonName>
      <Demographics><Birthdate year="1990" month="--02" day="---03"/><Nationality><Code>NL</Code></Nationality></Demographics>
      <Photo><MimeType>image/png</MimeType><Data>iVBORw0KGgo=</Data></Photo>
    </Identification>
    <Headline><Type><Code>preferred_job</Code></Type><Description><Label>Datawetenschapper</Label></Description></Headline>
    <WorkExperienceList>
      <WorkExperience>
        <Period><From year="2019" month="--09"/><Current>true</Current></Period>
        <Position><Label>Systeembeheerder</Label></Position>
        <Activities>&lt;ul&gt;&lt;li&gt;Scripts in Python&lt;/li&gt;&lt;li&gt;Beheer van &lt;b&gt;Windows Server&lt;/b&gt;&lt;/li&gt;&lt;/ul&gt;</Activities>
        <Employer><Name>Oracle Voorbeeld</Name></Employer>
      </WorkExperience>
      <WorkExperience>
        <Period><From year="2017"/><To year="2019" month="--08"/><Current>false</Current></Period>
        <Position><Label>Medewerker servicedesk ICT</Label></Position>
      </WorkExperience>
    </WorkExperienceList>
    <EducationList><Education>
      <Period><From year="2013"/><To year="2017"/></Period>
      <Title>ICT-beheerder</Title><Level><Code>4</Code><Label>EQF 4</Label></Level>
      <Organisation><Name>ROC Voorbeeld</Name></Organisation>
    </Education></EducationList>
    <Skills>
      <Linguistic>
        <MotherTongueList><MotherTongue><Description><Code>nl</Code><Label>Nederlands</Label></Description></MotherTongue></MotherTongueList>
        <ForeignLanguageList><ForeignLanguage><Description><Code>en</Code></Description>
          <ProficiencyLevel><Listening>C1</Listening><Reading>C2</Reading><SpokenInteraction>B2</SpokenInteraction></ProficiencyLevel>
        </ForeignLanguage></ForeignLanguageList>
      </Linguistic>
      <Computer><Description>excel, linux</Description></Computer>
    </Skills>
  </LearnerInfo>
</SkillsPassport>`

/** The same person as Europass writes it now. */
const candidate = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Candidate xmlns="http://www.europass.eu/1.0" xmlns:oa="http://www.openapplications.org/oagis/9" xmlns:eures="http://www.europass_eures.eu/1.0" xmlns:hr="http://www.hr-xml.org/3">
  <CandidatePerson>
    <PersonName><oa:GivenName>Ruby</oa:GivenName><hr:FamilyName>Fictief</hr:FamilyName></PersonName>
    <Communication><ChannelCode>Email</ChannelCode><oa:URI>ruby@example.org</oa:URI></Communication>
    <NationalityCode>NL</NationalityCode><hr:BirthDate>1990-02-03</hr:BirthDate><GenderCode>F</GenderCode>
    <PrimaryLanguageCode name="NORMAL">nld</PrimaryLanguageCode>
  </CandidatePerson>
  <CandidateProfile languageCode="nl">
    <hr:ExecutiveSummary>&lt;p&gt;Werkt veel met Linux.&lt;/p&gt;</hr:ExecutiveSummary>
    <EmploymentHistory>
      <EmployerHistory>
        <hr:OrganizationName>Oracle Voorbeeld</hr:OrganizationName>
        <PositionHistory>
          <PositionTitle typeCode="FREETEXT">Systeembeheerder</PositionTitle>
          <eures:EmploymentPeriod>
            <eures:StartDate><hr:FormattedDateTime>2019-09-01</hr:FormattedDateTime></eures:StartDate>
            <hr:CurrentIndicator>true</hr:CurrentIndicator>
          </eures:EmploymentPeriod>
          <oa:Description>&lt;p&gt;Scripts in Python&lt;/p&gt;</oa:Description>
        </PositionHistory>
      </EmployerHistory>
    </EmploymentHistory>
    <EducationHistory>
      <EducationOrganizationAttendance>
        <hr:OrganizationName>Hogeschool Voorbeeld</hr:OrganizationName>
        <AttendancePeriod>
          <StartDate><hr:FormattedDateTime>2013-09-01</hr:FormattedDateTime></StartDate>
          <EndDate><hr:FormattedDateTime>2017-07-01</hr:FormattedDateTime></EndDate><Ongoing>false</Ongoing>
        </AttendancePeriod>
        <EducationDegree><hr:DegreeName>Bachelor HBO-ICT</hr:DegreeName></EducationDegree>
      </EducationOrganizationAttendance>
    </EducationHistory>
    <PersonQualifications>
      <PersonCompetency>
        <CompetencyID schemeName="ISO 639-2">ger</CompetencyID><hr:TaxonomyID>language</hr:TaxonomyID>
        <eures:CompetencyDimension><hr:CompetencyDimensionTypeCode>CEF-Understanding-Listening</hr:CompetencyDimensionTypeCode><eures:Score><hr:ScoreText>B2</hr:ScoreText></eures:Score></eures:CompetencyDimension>
        <eures:CompetencyDimension><hr:CompetencyDimensionTypeCode>CEF-Writing</hr:CompetencyDimensionTypeCode><eures:Score><hr:ScoreText>B1</hr:ScoreText></eures:Score></eures:CompetencyDimension>
      </PersonCompetency>
      <PersonCompetency><CompetencyID>http://data.europa.eu/esco/skill/abc</CompetencyID><hr:TaxonomyID>Digital_Skill</hr:TaxonomyID><hr:CompetencyName>SQL</hr:CompetencyName></PersonCompetency>
    </PersonQualifications>
    <DigitalSkills><DigitalSkillsGroup><Title>Kantoor: excel</Title><DigitalSkill>Docker</DigitalSkill></DigitalSkillsGroup></DigitalSkills>
    <eures:Attachment><oa:EmbeddedData>data:image/png;base64,iVBORw0KGgo=</oa:EmbeddedData></eures:Attachment>
  </CandidateProfile>
</Candidate>`

test('a SkillsPassport becomes a proposal', () => {
  expect(lines(passport)).toEqual([
    'skill Microsoft Excel yes < excel',
    'skill Linux yes < linux',
    'skill Scripting yes < Scripts',
    'skill Python yes < Python',
    'skill Windows Server yes < Windows Server',
    'occupation System administrator 2019-09.. < Systeembeheerder',
    'occupation Service desk employee 2017..2019-08 < Medewerker servicedesk ICT',
    'language nl 6 < Nederlands, native',
    'language en 4 < English, B2',
    'diploma 4 in 061 < ICT-beheerder, EQF level 4',
    'work level 4',
    'years 9',
  ])
})

test('a Candidate becomes a proposal', () => {
  expect(lines(candidate)).toEqual([
    'skill SQL yes < SQL',
    'skill Microsoft Excel yes < excel',
    'skill Docker yes < Docker',
    'skill Scripting yes < Scripts',
    'skill Python yes < Python',
    'skill Linux yes < Linux',
    'occupation System administrator 2019-09.. < Systeembeheerder',
    'language nl 6 < Dutch, native',
    'language de 3 < German, B1',
    'diploma 6 in 061 < Bachelor HBO-ICT',
    'work level 6',
    'years 7',
  ])
})

test('what has an address in ESCO is known by that, in whatever language it is named', () => {
  const profile = (inside: string): string => `<Candidate><CandidateProfile>${inside}</CandidateProfile></Candidate>`
  const job = `<EmploymentHistory><EmployerHistory><PositionHistory><PositionTitle>Driftsansvarlig</PositionTitle><JobCategoryCode listName="ESCO_Occupations">${escoOf('system-administrator')}</JobCategoryCode></PositionHistory></EmployerHistory></EmploymentHistory>`
  const skill = `<PersonQualifications><PersonCompetency><CompetencyID>${escoOf('data-analysis')}</CompetencyID></PersonCompetency><PersonCompetency><CompetencyID>http://data.europa.eu/esco/skill/none</CompetencyID></PersonCompetency></PersonQualifications>`
  expect(lines(profile(job + skill))).toEqual([
    'skill Data analysis yes < Data analyseren',
    'occupation System administrator < Driftsansvarlig',
  ])
})

describe('what is never read', () => {
  test.each([
    ['SkillsPassport', passport],
    ['Candidate', candidate],
  ])('%s: who somebody is, their photo, employers and schools do not even reach the fields of the resume', (_name, xml) => {
    expect(JSON.stringify(europassOf(xml))).not.toMatch(
      /Ruby|Fictief|1990|iVBOR|Oracle|ROC|Hogeschool Voorbeeld|example\.org|Datawetenschapper/,
    )
  })
})

test('what is missing or odd is left out, and refuses nothing', () => {
  expect(europassOf('<SkillsPassport/>')).toEqual({
    basics: {},
    work: [],
    education: [],
    skills: [{ keywords: [] }],
    languages: [],
  })
  const odd =
    '<Candidate><CandidateProfile><EmploymentHistory><EmployerHistory><EmploymentPeriod><StartDate>soon</StartDate></EmploymentPeriod><PositionHistory><PositionTitle>Kok</PositionTitle></PositionHistory></EmployerHistory></EmploymentHistory></CandidateProfile></Candidate>'
  expect(parseResume(europassOf(odd)).work).toEqual([{ position: 'Kok' }])
})
