import type { InBoth } from '#console/words/language.tsx'

const en = {
  noName: 'No name',
  copy: (what: string) => `Copy ${what}`,
  copied: 'Copied.',
  notCopied: 'Copying was not allowed by the browser.',
}

const zh: typeof en = {
  noName: '无姓名',
  copy: (what) => `复制${what}`,
  copied: '已复制。',
  notCopied: '浏览器不允许复制。',
}

/** What is said around names and ids. */
export const textWords: InBoth<typeof en> = { en, zh }
