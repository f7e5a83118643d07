/** `/users` and below. */
export function UsersPage() {
  return null
}
