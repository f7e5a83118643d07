import { Component, type ReactNode } from 'react'
import { Problem } from '#console/call/problem.ts'
import { ProblemNote } from '#console/state/ProblemNote.tsx'

type Props = { children: ReactNode; what: ReactNode }

/** Keeps the rest of the desk alive when a part of it fails or its code cannot be fetched. */
export class Boundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <ProblemNote
        what={this.props.what}
        problem={new Problem('internal')}
        retry={() => location.reload()}
      />
    )
  }
}
