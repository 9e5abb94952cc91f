import { Form } from 'react-router'
import { Field } from '../organisation/field.tsx'
import { teachingWords } from '../words/teaching.ts'
import { useLanguage } from '../words/use-words.ts'
import type { ProgrammeLoaded } from './programme-loader.ts'
import type { TeachingWrong } from './teaching-action.ts'

export interface PartProps {
  readonly loaded: ProgrammeLoaded
  readonly wrong: TeachingWrong | undefined
}

/** Title and description, in the language that one writes first. */
export function TextsForm({ loaded: { content, version }, wrong }: PartProps) {
  const language = useLanguage()
  const words = teachingWords[language].programme
  const given = wrong?.intent === 'texts' ? wrong.given : undefined
  const both = language === 'nl' ? (['nl', 'en'] as const) : (['en', 'nl'] as const)
  return (
    <section aria-labelledby="texts">
      <h2 id="texts" className="h3">
        {words.texts}
      </h2>
      <p className="mt4">{words.textsText}</p>
      <Form method="post" className="stack-4 mt4" noValidate>
        <input type="hidden" name="intent" value="texts" />
        <input type="hidden" name="version" value={version} />
        {both.map((one) => (
          <div key={one} className="stack-4">
            <Field name={`title-${one}`} label={words.titles[one]} value={given?.[`title-${one}`] ?? content.title[one] ?? ''} />
            <Field
              name={`description-${one}`}
              type="textarea"
              label={words.descriptions[one]}
              value={given?.[`description-${one}`] ?? content.description[one] ?? ''}
              rows={one === language ? 8 : 4}
            />
          </div>
        ))}
        <button className="btn btn-2" type="submit">
          {words.saveTexts}
        </button>
      </Form>
    </section>
  )
}
