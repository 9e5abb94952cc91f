import { Form } from 'react-router'
import type { OrganisationKind } from '../../modules/permissions/index.ts'
import { Choice, Field } from '../organisation/field.tsx'
import { type BadgeWrongWord, badgeWords } from '../words/badges.ts'
import { useLanguage } from '../words/use-words.ts'
import type { BadgeWrong } from './badge-action.ts'
import { nlqfLevels } from './nlqf-levels.ts'

/** A badge for somebody by their address. */
export function OfferForm({ kind, wrong }: { readonly kind: OrganisationKind; readonly wrong: BadgeWrong | undefined }) {
  const all = badgeWords[useLanguage()]
  const words = all.desk.offer
  const isThis = wrong?.intent === 'offer'
  const given = (name: string): string => (isThis ? (wrong.given[name] ?? '') : '')
  const error = (word: BadgeWrongWord) => (isThis && wrong.wrong === word ? all.wrong[word] : undefined)
  const kinds = Object.entries(all.kinds).filter(([one]) => kind !== 'employer' || one === 'practice')
  const hasMore = isThis && ['alignments', 'evidence', 'validUntil'].includes(wrong.wrong)
  return (
    <section className="narrow" aria-labelledby="offer">
      <h2 id="offer" className="h3">
        {words.title}
      </h2>
      <p className="mt4">{words.text}</p>
      <Form method="post" className="stack-4 mt4" noValidate>
        <input type="hidden" name="intent" value="offer" />
        <Field name="email" type="email" label={words.email} value={given('email')} error={error('email')} />
        <Choice
          name="kind"
          label={words.kind}
          choices={kinds.map(([value, text]) => ({ value, text }))}
          value={given('kind') || undefined}
        />
        <Field name="title" label={words.name} value={given('title')} error={error('title')} />
        <Field
          name="description"
          type="textarea"
          label={words.description}
          value={given('description')}
          error={error('description')}
        />
        <Field name="criteria" type="textarea" label={words.criteria} value={given('criteria')} error={error('criteria')} />
        <Field name="credits" label={words.credits} hint={words.creditsHint} value={given('credits')} error={error('credits')} />
        <details open={hasMore}>
          <summary>{words.more}</summary>
          <div className="stack-4 mt4">
            <Choice
              name="level"
              label={words.level}
              choices={[
                { value: '', text: words.noLevel },
                ...nlqfLevels.map((level) => ({ value: level, text: `NLQF ${level}` })),
              ]}
              value={given('level') || undefined}
            />
            <Field
              name="esco"
              type="textarea"
              rows={3}
              label={words.esco}
              hint={words.escoHint}
              value={given('esco')}
              error={error('alignments')}
            />
            <Field name="ecf" type="textarea" rows={3} label={words.ecf} hint={words.ecfHint} value={given('ecf')} />
            <Field
              name="evidence"
              type="textarea"
              rows={3}
              label={words.evidence}
              hint={words.evidenceHint}
              value={given('evidence')}
              error={error('evidence')}
            />
            <Field
              name="validUntil"
              label={words.validUntil}
              hint={words.validUntilHint}
              value={given('validUntil')}
              error={error('validUntil')}
            />
            <Field name="ref" label={words.ref} hint={words.refHint} value={given('ref')} />
          </div>
        </details>
        <button className="btn" type="submit">
          {words.button}
        </button>
      </Form>
    </section>
  )
}
