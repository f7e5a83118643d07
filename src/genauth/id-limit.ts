/** The most ids that GenAuth takes in one call: of users in a batch, of apps in kick-users. */
export const idLimit = 50
