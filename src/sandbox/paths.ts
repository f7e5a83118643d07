/** What every path of the Management API begins with. */
export const apiPrefix = '/api/v3/'

/** Where the OpenID provider stands. */
export const oidcPrefix = '/oidc'

/** Where people pick an operator; the rest of the path is the number of the sign-in. */
export const signInPrefix = `${oidcPrefix}/sign-in/`

/** What GenAuth does not have: ledger, people, switches. */
export const backstagePrefix = '/sandbox/'
