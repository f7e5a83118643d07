import { Skeleton } from '#console/state/Skeleton.tsx'

const rows = Array.from({ length: 12 }, (_, row) => row)

/** Bars where people will be. */
export function SkeletonRows({ ticks }: { ticks: boolean }) {
  return rows.map((row) => (
    <tr key={row} aria-hidden>
      {ticks && <td className="tick" />}
      <td>
        <Skeleton wide={96} />
      </td>
      <td className="username">
        <Skeleton wide={56} />
      </td>
      <td className="email">
        <Skeleton wide={160} />
      </td>
      <td className="department">
        <Skeleton wide={72} />
      </td>
      <td className="status">
        <Skeleton wide={64} />
      </td>
      <td className="last number">
        <Skeleton wide={72} />
      </td>
    </tr>
  ))
}
