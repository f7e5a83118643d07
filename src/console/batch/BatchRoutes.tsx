/** `/batches` and below. */
export function BatchRoutes() {
  return null
}
