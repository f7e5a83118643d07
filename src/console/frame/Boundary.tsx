import { Component, type ReactNode } from 'react'
import { NotLoaded } from './NotLoaded.tsx'

type Props = { children: ReactNode; what: ReactNode }

/** Keeps the rest of the desk alive when a part of it fails or its code cannot be fetched. */
export class Boundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return <NotLoaded what={this.props.what} retry={() => location.reload()} />
  }
}
