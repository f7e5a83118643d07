import { Navigate, useLocation } from 'react-router'
import { returnAddress } from './kept-address.ts'

/**
 * Stands at `/sign-in` for somebody who is signed in: back to where they were. Whoever could not prove
 * anew who they are comes back too, and is told there.
 */
export function BackFromSignIn() {
  const failed = new URLSearchParams(useLocation().search).has('problem')
  return <Navigate to={returnAddress()} replace state={failed ? { signInFailed: true } : null} />
}

/** Whether somebody came back to this page without having signed in. */
export function useSignInFailed(): boolean {
  const state: unknown = useLocation().state
  return typeof state === 'object' && state !== null && 'signInFailed' in state
}
