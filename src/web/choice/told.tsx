import { ToldDone, ToldWrong } from '../shell/told.tsx'

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
      <ToldWrong title={wrong.title}>
        <p>{wrong.text}</p>
      </ToldWrong>
    )
  }
  return done === undefined ? null : <ToldDone title={done} />
}
