import type { Language } from '../skills/index.ts'
import { type ComposedMail, composeMail } from './compose.ts'
import { type TemplateName, templateNames, templateOf, textOf } from './templates/index.ts'

export interface MailExample extends ComposedMail {
  readonly name: TemplateName
  readonly language: Language
}

/** Every template with its example, in both languages: to look at, and for tests. */
export function composeExamples(publicUrl: string): readonly MailExample[] {
  return templateNames.flatMap((name) =>
    (['nl', 'en'] as const).map((language) => {
      const said = textOf(name, language, templateOf(name).example)
      return { name, language, ...composeMail(said, { language, publicUrl }) }
    }),
  )
}
