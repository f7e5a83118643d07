import type { UserIdType } from '#contract/user-id-type.ts'

/** One person. */
export function UserPanel({ userId }: { userId: string; foundAs: readonly UserIdType[] }) {
  return <p>{userId}</p>
}
