import { prepareBrowser } from './browser.ts'

/** What happens once, before the first browser test. */
export default prepareBrowser
