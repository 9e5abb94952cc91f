import { escoAddress, fluencyOf, isoDate, itemsOf, languageOf, type ResumeFields, withoutEmpty } from './europass-fields.ts'
import { textOfMarkup } from './markup-text.ts'
import { all, textAt, type XmlElement } from './xml-tree.ts'

/** Skills that are lists of tools as a rule; the others are sentences. */
const listed = ['Computer', 'JobRelated']
const told = ['Communication', 'Organisational', 'JobRelated', 'Computer', 'Other']

/** `SkillsPassport`, the Europass XML of Cedefop up to version 3.4. */
export function resumeOfPassport(root: XmlElement): ResumeFields {
  const learner = all(root, 'LearnerInfo')
  const skills = all(learner, 'Skills')
  const markup = (found: readonly XmlElement[]): string[] => found.map(({ text }) => textOfMarkup(text))
  return {
    basics: withoutEmpty({
      label: all(learner, 'Headline')
        // The other kinds of headline say what somebody wants, not what they are.
        .filter((headline) => textAt(headline, 'Type/Code') === 'position')
        .map((headline) => textAt(headline, 'Description/Label'))[0],
      summary: [
        ...markup(told.flatMap((kind) => all(skills, `${kind}/Description`))),
        ...markup(all(learner, 'AchievementList/Achievement/Description')),
      ].join('\n'),
    }),
    work: all(learner, 'WorkExperienceList/WorkExperience').map((job) =>
      withoutEmpty({
        position: textAt(job, 'Position/Label'),
        esco: escoAddress(textAt(job, 'Position/Code')),
        summary: textOfMarkup(textAt(job, 'Activities') ?? ''),
        ...period(job),
      }),
    ),
    education: all(learner, 'EducationList/Education').map((study) => {
      const level = /^[1-8]$/.exec(textAt(study, 'Level/Code') ?? '')?.[0]
      return withoutEmpty({
        studyType: [textAt(study, 'Title'), level && `EQF level ${level}`].filter(Boolean).join(', '),
        area: textAt(study, 'Field/Label'),
        courses: itemsOf(textAt(study, 'Activities') ?? ''),
        ...period(study),
      })
    }),
    skills: [{ keywords: listed.flatMap((kind) => all(skills, `${kind}/Description`)).flatMap(({ text }) => itemsOf(text)) }],
    languages: [
      ...all(skills, 'Linguistic/MotherTongueList/MotherTongue').map((tongue) => ({
        language: named(tongue),
        fluency: 'native',
      })),
      ...all(skills, 'Linguistic/ForeignLanguageList/ForeignLanguage').map((tongue) => ({
        language: named(tongue),
        fluency: fluencyOf(all(tongue, 'ProficiencyLevel').flatMap(({ children }) => children.map(({ text }) => text))),
      })),
    ],
  }
}

function named(tongue: XmlElement): string {
  return textAt(tongue, 'Description/Label') ?? languageOf(textAt(tongue, 'Description/Code') ?? '')
}

function period(inside: XmlElement): { readonly startDate?: string; readonly endDate?: string } {
  const [from] = all(inside, 'Period/From')
  const [to] = all(inside, 'Period/To')
  return withoutEmpty({
    startDate: from && dateOf(from),
    endDate: textAt(inside, 'Period/Current') === 'true' ? undefined : to && dateOf(to),
  })
}

/** `<From year="2012" month="--08" day="---01"/>` */
function dateOf({ attributes: { year, month } }: XmlElement): string | undefined {
  return isoDate([year, month?.replace(/^-+/, '').padStart(2, '0')].filter(Boolean).join('-'))
}
