import { createHash } from 'node:crypto'
import { guest, type Operator, operators } from './operators.ts'
import { style } from './sign-in-style.ts'
import { type Language, words } from './sign-in-words.ts'

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? '')

const styleHash = createHash('sha256').update(style).digest('base64')

/**
 * Headers of the provider's pages. No script at all; the form may lead on to the console, because
 * browsers apply `form-action` to where a form's answer redirects, too.
 */
export function pageHeaders(consoleOrigin: string): Record<string, string> {
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    'img-src data:',
    `form-action 'self' ${consoleOrigin}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ]
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy.join('; '),
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  }
}

const icon = (size: number, paths: string) =>
  `<svg width="${size}" height="${size}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${paths}</svg>`

const arrow = icon(16, '<path d="M5 12h14"/><path d="m12 5 7 7-7 7"/>')
const screen = icon(
  14,
  '<rect x="2" y="3" width="20" height="14" rx="2"/><path d="M8 21h8"/><path d="M12 17v4"/>',
)
const brand = `<div class="brand"><svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true"><rect width="22" height="22" rx="5" fill="var(--mark)"/><path d="M11 6H7v10h4" fill="none" stroke="var(--on-mark)" stroke-width="2"/><circle cx="14.5" cy="11" r="2" fill="var(--dot)"/></svg>Leaver Desk</div>`

function page(language: Language, title: string, content: string): string {
  return `<!doctype html>
<html lang="${words[language].lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} · Leaver Desk</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body><main>${brand}${content}</main></body>
</html>`
}

const initials = (name: string) =>
  name
    .split(' ')
    .map((word) => word.slice(0, 1))
    .join('')

function button(operator: Operator, language: Language): string {
  const { key, name, chineseName, role, may } = operator
  const shown = language === 'zh' ? chineseName : name
  const called = role === null ? '' : words[language].roles[role]
  return `<button class="operator" name="operator" value="${key}" aria-label="${escaped(
    `${shown}, ${called}`,
  )}" aria-describedby="may-${key}"><span class="initials" aria-hidden="true">${escaped(
    language === 'zh' ? shown.slice(0, 1) : initials(shown),
  )}</span><span class="who"><span class="name">${escaped(shown)}</span><span class="may">${escaped(
    called,
  )} · <span id="may-${key}">${escaped(may[language])}</span></span></span><span class="arrow">${arrow}</span></button>`
}

const languageLink = (language: Language, current: Language, label: string, lang: string) =>
  `<a href="?lang=${language}" lang="${lang}" hreflang="${lang}"${
    language === current ? ' aria-current="true"' : ''
  }>${label}</a>`

/** The page on which one picks an operator. It works without JavaScript: each is a submit button. */
export function signInPage(language: Language, people: number): string {
  const { title, pick, sandbox, noRole, theme } = words[language]
  const [first, second] = sandbox(people.toLocaleString('en-US'))
  return page(
    language,
    title,
    `<h1>${title}</h1><p>${pick}</p>
<form method="post">${operators.map((operator) => button(operator, language)).join('')}
<button class="plain" name="operator" value="${guest.key}">${noRole}</button></form>
<p class="note"><span class="chip">SANDBOX</span><span>${first}<br>${second}</span></p>
<div class="foot">${languageLink('en', language, 'EN', 'en')} / ${languageLink(
      'zh',
      language,
      '中',
      'zh-CN',
    )} · ${screen} ${theme}</div>`,
  )
}

/** The page that says why a sign-in cannot go on, and leads back to the console. */
export function stoppedPage(language: Language, why: string, consoleOrigin: string): string {
  const { title, expired, back } = words[language]
  return page(
    language,
    title,
    `<h1>${title}</h1><p>${expired}</p><p>${escaped(why)}</p>
<p><a class="back" href="${escaped(consoleOrigin)}">${back}</a></p>`,
  )
}
