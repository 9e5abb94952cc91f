import { escoAddress, fluencyOf, isoDate, itemsOf, languageOf, type ResumeFields, withoutEmpty } from './europass-fields.ts'
import { textOfMarkup } from './markup-text.ts'
import { all, textAt, type XmlElement } from './xml-tree.ts'

const mostCompetencies = 400

/** `Candidate` of HR Open, as Europass writes it since 2020: as a file, and inside its PDF. */
export function resumeOfCandidate(root: XmlElement): ResumeFields {
  const profile = all(root, 'CandidateProfile')
  const competencies = all(profile, 'PersonQualifications/PersonCompetency')
  const isLanguage = (one: XmlElement): boolean => textAt(one, 'TaxonomyID')?.toLowerCase() === 'language'
  const skills = all(profile, 'Skills')
  const mother = [...all(root, 'CandidatePerson/PrimaryLanguageCode'), ...all(root, 'CandidatePerson/MotherTongue')]
  return {
    basics: withoutEmpty({
      summary: [...all(profile, 'ExecutiveSummary'), ...descriptions(skills)].map(({ text }) => textOfMarkup(text)).join('\n'),
    }),
    work: all(profile, 'EmploymentHistory/EmployerHistory').flatMap((employer) =>
      all(employer, 'PositionHistory').map((job) =>
        withoutEmpty({
          position: textAt(job, 'PositionTitle'),
          esco: escoAddress(textAt(job, 'JobCategoryCode')),
          summary: textOfMarkup(textAt(job, 'Description') ?? ''),
          // Some programs write the period with the employer.
          ...(all(job, 'EmploymentPeriod').length > 0 ? period(job, 'EmploymentPeriod') : period(employer, 'EmploymentPeriod')),
        }),
      ),
    ),
    education: all(profile, 'EducationHistory/EducationOrganizationAttendance').map((study) => {
      const level = levelOf(study)
      const name = textAt(study, 'EducationDegree/DegreeName') ?? textAt(study, 'ProgramName')
      return withoutEmpty({
        studyType: [name, level && `EQF level ${level}`].filter(Boolean).join(', '),
        area: textAt(study, 'EducationDegree/FieldOfStudy/MainFieldOfStudy'),
        courses: itemsOf(textAt(study, 'EducationDegree/OccupationalSkillsCovered') ?? ''),
        ...period(study, 'AttendancePeriod'),
      })
    }),
    skills: [
      ...competencies
        .filter((one) => !isLanguage(one))
        .slice(0, mostCompetencies)
        .map(skillOf),
      {
        // `Office: Excel, Word` is a group and its items.
        keywords: [...all(profile, 'DigitalSkills'), ...skills]
          .flatMap(titles)
          .flatMap((name) => itemsOf(name.replace(/^[^:,]{1,40}:\s/, ''))),
      },
    ],
    languages: [
      ...mother.map(({ text }) => ({ language: languageOf(text), fluency: 'native' })),
      ...competencies.filter(isLanguage).map((one) => ({
        language: languageOf(textAt(one, 'CompetencyID') ?? ''),
        fluency: fluencyOf(all(one, 'CompetencyDimension/Score/ScoreText').map(({ text }) => text)),
      })),
    ],
    certificates: [
      ...all(profile, 'Certifications/Certification/CertificationName'),
      ...all(profile, 'CourseCertifications/CourseCertification/Title'),
    ].map(({ text }) => ({ name: text.trim() })),
    projects: all(profile, 'Projects/Project/Description').map(({ text }) => ({ description: textOfMarkup(text) })),
  }
}

function skillOf(competency: XmlElement): { readonly name?: string; readonly esco?: string } {
  const id = textAt(competency, 'CompetencyID')
  const name = textAt(competency, 'CompetencyName') ?? (id?.includes('://') ? undefined : id)
  return withoutEmpty({ name, esco: escoAddress(id) })
}

/** Only where the file says that it counts by the EQF: other lists use the same figures for other levels. */
function levelOf(study: XmlElement): string | undefined {
  const codes = [...all(study, 'EducationLevelCode'), ...all(study, 'EducationDegree/EducationLevelCode')]
  const found = codes.find(({ attributes }) => Object.values(attributes).some((value) => /\bEQF/i.test(value)))
  return /^[1-8]$/.exec(found?.text.trim() ?? '')?.[0]
}

function titles(element: XmlElement): string[] {
  const own = element.name === 'Title' || element.name === 'DigitalSkill' ? [element.text] : []
  return [...own, ...element.children.flatMap(titles)]
}

function descriptions(elements: readonly XmlElement[]): XmlElement[] {
  return elements.flatMap((one) => [...(one.name === 'Description' ? [one] : []), ...descriptions(one.children)])
}

function period(inside: XmlElement, name: string): { readonly startDate?: string; readonly endDate?: string } {
  const [found] = all(inside, name)
  if (!found) return {}
  const goesOn = textAt(found, 'CurrentIndicator') === 'true' || textAt(found, 'Ongoing') === 'true'
  return withoutEmpty({ startDate: dateAt(found, 'StartDate'), endDate: goesOn ? undefined : dateAt(found, 'EndDate') })
}

function dateAt(inside: XmlElement, name: string): string | undefined {
  return isoDate(textAt(inside, `${name}/FormattedDateTime`) ?? textAt(inside, name) ?? '')
}
