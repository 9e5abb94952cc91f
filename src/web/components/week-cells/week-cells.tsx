import { placed } from '../../placed.ts'

/** Weeks as boxes, each as full as it is booked. What they say stands beside them as text. */
export function WeekCells({
  cells,
}: {
  /** `share`: from 0 to 1; left out: there are no hours in that week. */
  readonly cells: readonly { readonly key: string; readonly share: number | undefined }[]
}) {
  return (
    <span className="week-cells" aria-hidden="true">
      {cells.map(({ key, share }) => (
        <span className={share === undefined ? 'none' : share >= 1 ? 'full' : undefined} key={key}>
          {share === undefined || share === 0 ? null : <i {...placed({ at: 0, size: 100 * share })} />}
        </span>
      ))}
    </span>
  )
}
