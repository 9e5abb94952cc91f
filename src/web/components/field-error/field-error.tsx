import { Icon } from '../icon/icon.tsx'

/** What is wrong with a field, beside it; `id` is what the field's `aria-describedby` names. Nothing where nothing is wrong. */
export function FieldError({ id, text }: { readonly id: string; readonly text: string | undefined }) {
  if (text === undefined) return null
  return (
    <span className="err" id={id}>
      <Icon name="warning" />
      {text}
    </span>
  )
}
