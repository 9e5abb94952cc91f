import { Alert } from '../components/alert/alert.tsx'

/** Above a page: what was done, or why it was not. */
export function OrgTold({
  wrong,
  done,
}: {
  readonly wrong: { readonly title: string; readonly text: string } | undefined
  readonly done: string | undefined
}) {
  if (wrong) {
    return (
      // biome-ignore lint/a11y/noAutofocus: without a script this is what brings the person to what is wrong
      <div tabIndex={-1} autoFocus className="mb5">
        <Alert kind="error" title={wrong.title} isNew>
          <p>{wrong.text}</p>
        </Alert>
      </div>
    )
  }
  return done === undefined ? null : (
    <div className="mb5">
      <Alert kind="ok" title={done} isNew />
    </div>
  )
}
