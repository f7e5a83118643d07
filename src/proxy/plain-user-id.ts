const hexadecimal = /^[0-9a-f]{24}$/i

/**
 * A user id as two are compared: GenAuth's own are hexadecimal, and whoever wrote one down may have
 * used capitals.
 */
export function plainUserId(userId: string): string {
  return hexadecimal.test(userId) ? userId.toLowerCase() : userId
}
