import ChevronRight from 'lucide-react/icons/chevron-right'
import type { ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import { StatusChip } from '#console/chip/StatusChip.tsx'
import { Skeleton } from '#console/state/Skeleton.tsx'
import { Name } from '#console/text/Name.tsx'
import { Visible } from '#console/text/Visible.tsx'
import { useLanguage } from '#console/words/language.tsx'
import { dayWords } from '#console/words/when.ts'
import type { UserSummary } from '#contract/user.ts'

type UserRowProps = {
  user: UserSummary
  /** The address of the person. */
  to: string
  open: boolean
  selected: boolean
  tick?: ReactNode
  now: Date
}

/** One person of a list. The name is the link; the rest of the row opens it for the mouse. */
export function UserRow({ user, to, open, selected, tick, now }: UserRowProps) {
  const navigate = useNavigate()
  const { language } = useLanguage()
  return (
    <tr
      aria-selected={tick === undefined ? undefined : selected}
      data-open={open ? '' : undefined}
      onClick={(event) => {
        const { target } = event
        if (target instanceof Element && target.closest('a, .tick') === null) void navigate(to)
      }}
    >
      {tick !== undefined && <td className="tick">{tick}</td>}
      <td className="name">
        <Link to={to} data-move="" aria-current={open ? 'true' : undefined}>
          <Name user={user} />
        </Link>
        <span className="under">
          <Visible text={user.email ?? user.username ?? user.userId} />
        </span>
      </td>
      <td className="mono username" title={user.username ?? undefined}>
        <Visible text={user.username ?? ''} />
      </td>
      <td className="email" title={user.email ?? undefined}>
        <Visible text={user.email ?? ''} />
      </td>
      <td className="quiet department">
        <Visible text={user.department ?? ''} />
      </td>
      <td className="status">
        <StatusChip status={user.status} />
        <ChevronRight className="chevron" size={16} strokeWidth={1.75} aria-hidden />
      </td>
      <td className="quiet number last">{dayWords(user.lastLogin, now, language)}</td>
    </tr>
  )
}

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
