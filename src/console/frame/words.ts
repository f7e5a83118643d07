import type { InBoth } from '#console/words/language.tsx'

const en = {
  product: 'Leaver Desk',
  skip: 'Skip to the content',
  main: 'Main',
  users: 'Users',
  person: 'User details',
  batches: 'Batches',
  production: 'Production',
  productionPool: (name: string) => `${name} · Production`,
  sandbox: 'SANDBOX',
  toChinese: '切换到中文',
  toEnglish: 'Switch to English',
  menu: 'Menu',
  theme: {
    light: 'Light theme. Switch to dark.',
    dark: 'Dark theme. Switch to the system’s.',
    system: 'System theme. Switch to light.',
  },
  themeName: { light: 'Light theme', dark: 'Dark theme', system: 'System theme' },
  nothingHere: 'Nothing is at this address.',
  toUsers: 'Go to Users',
  broken: 'Something went wrong in this page, or the server did not answer.',
  tryAgain: 'Try again',
}

const zh: typeof en = {
  product: 'Leaver Desk',
  skip: '跳到内容',
  main: '主导航',
  users: '用户',
  person: '用户详情',
  batches: '批次',
  production: '生产',
  productionPool: (name) => `${name} · 生产`,
  sandbox: '沙盒',
  toChinese: '切换到中文',
  toEnglish: 'Switch to English',
  menu: '菜单',
  theme: {
    light: '浅色主题，切换到深色。',
    dark: '深色主题，切换到跟随系统。',
    system: '跟随系统，切换到浅色。',
  },
  themeName: { light: '浅色主题', dark: '深色主题', system: '跟随系统' },
  nothingHere: '此地址没有内容。',
  toUsers: '前往用户',
  broken: '此页面出错，或服务器没有应答。',
  tryAgain: '重试',
}

/** What the bar around every page says. */
export const frameWords: InBoth<typeof en> = { en, zh }
