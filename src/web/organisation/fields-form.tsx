import { Form } from 'react-router'
import type { Organisation } from '../../modules/organisations/index.ts'
import { organisationWords } from '../words/organisations.ts'
import { useLanguage } from '../words/use-words.ts'
import { Choice, Field } from './field.tsx'
import type { OrgWrong } from './org-action.ts'
import { useFieldWrong } from './told.tsx'

/** What an owner says of an organisation: to make one, or to change it. The kind is chosen once. */
export function OrganisationForm({
  intent,
  organisation,
  wrong,
  button,
}: {
  readonly intent: 'create' | 'change'
  readonly organisation?: Organisation
  readonly wrong: OrgWrong | undefined
  readonly button: string
}) {
  const words = organisationWords[useLanguage()]
  const { error, given } = useFieldWrong(wrong, intent)
  const { fields, optional } = words
  return (
    <Form method="post" className="stack-4" noValidate>
      <input type="hidden" name="intent" value={intent} />
      <Field
        name="name"
        label={fields.name}
        value={given('name', organisation?.name)}
        error={error('name')}
        autoComplete="organization"
      />
      {organisation ? null : (
        <Choice
          name="kind"
          label={words.kind}
          hint={words.kindHint}
          error={error('kind')}
          value={given('kind', 'employer')}
          choices={Object.entries(words.kinds).map(([value, text]) => ({ value, text }))}
        />
      )}
      <Field
        name="registerNumber"
        label={fields.registerNumber}
        hint={fields.registerNumberHint}
        value={given('registerNumber', organisation?.registerNumber)}
        error={error('registerNumber')}
      />
      <Field
        name="placeName"
        label={`${fields.placeName} (${optional})`}
        value={given('placeName', organisation?.placeName)}
        error={error('placeName')}
      />
      <Field
        name="website"
        type="url"
        label={`${fields.website} (${optional})`}
        value={given('website', organisation?.website)}
        error={error('website')}
        autoComplete="url"
      />
      <Field
        name="about"
        type="textarea"
        label={`${fields.about} (${optional})`}
        hint={fields.aboutHint}
        value={given('about', organisation?.about)}
        error={error('about')}
      />
      <p>
        <button className="btn" type="submit">
          {button}
        </button>
      </p>
    </Form>
  )
}
