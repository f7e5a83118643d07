import createCache from '@emotion/cache'
import { CacheProvider } from '@emotion/react'
import CssBaseline from '@mui/material/CssBaseline'
import { ThemeProvider } from '@mui/material/styles'
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router'
import { App } from '#console/App.tsx'
import { theme } from '#console/frame/theme.ts'
import { restoreAddress } from '#console/session/kept-address.ts'
import { noticeRefusal } from '#console/session/session.tsx'
import { LanguageProvider } from '#console/words/language.tsx'

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce
const cache = createCache({ key: 'ld', prepend: true, ...(nonce && { nonce }) })

const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (problem) => noticeRefusal(client, problem) }),
  mutationCache: new MutationCache({ onError: (problem) => noticeRefusal(client, problem) }),
  defaultOptions: {
    // Whoever waits is told at once and decides; nothing is asked or sent twice behind their back.
    queries: { retry: false, staleTime: 60_000 },
    // Kept until there is a network again, an act would be sent when nobody expects it any more.
    mutations: { retry: false, networkMode: 'always' },
  },
})

restoreAddress()

const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <CacheProvider value={cache}>
        <ThemeProvider theme={theme} defaultMode="system" modeStorageKey="leaver-desk:theme" noSsr>
          <CssBaseline enableColorScheme />
          <LanguageProvider>
            <QueryClientProvider client={client}>
              <BrowserRouter>
                <App />
              </BrowserRouter>
            </QueryClientProvider>
          </LanguageProvider>
        </ThemeProvider>
      </CacheProvider>
    </StrictMode>,
  )
}
