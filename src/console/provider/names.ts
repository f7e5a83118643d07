import type { Language } from '#console/words/language.tsx'

type Provider = { en: string; zh: string; letters: string }

/** Identity providers and directories, by GenAuth's spelling; the two vocabularies differ and overlap. */
const providers: Record<string, Provider> = {
  lark: { en: 'Feishu', zh: '飞书', letters: 'Fs' },
  'lark-international': { en: 'Lark', zh: 'Lark', letters: 'Lk' },
  wechat: { en: 'WeChat', zh: '微信', letters: 'Wc' },
  wechatwork: { en: 'WeCom', zh: '企业微信', letters: 'Wx' },
  dingtalk: { en: 'DingTalk', zh: '钉钉', letters: 'Dt' },
  ad: { en: 'Active Directory', zh: 'Active Directory', letters: 'AD' },
  'active-directory': { en: 'Active Directory', zh: 'Active Directory', letters: 'AD' },
  'azure-ad': { en: 'Microsoft Entra ID', zh: 'Microsoft Entra ID', letters: 'En' },
  ldap: { en: 'LDAP', zh: 'LDAP', letters: 'LD' },
  oidc: { en: 'OpenID Connect', zh: 'OpenID Connect', letters: 'Oi' },
  oauth2: { en: 'OAuth 2.0', zh: 'OAuth 2.0', letters: 'Oa' },
  saml: { en: 'SAML', zh: 'SAML', letters: 'Sa' },
  cas: { en: 'CAS', zh: 'CAS', letters: 'Ca' },
  scim: { en: 'SCIM', zh: 'SCIM', letters: 'Sc' },
  welink: { en: 'WeLink', zh: 'WeLink', letters: 'We' },
  italent: { en: 'iTalent', zh: '北森 iTalent', letters: 'iT' },
  xiaoshouyi: { en: 'Xiaoshouyi', zh: '销售易', letters: 'Xs' },
  maycur: { en: 'Maycur', zh: '每刻', letters: 'Mc' },
  moka: { en: 'Moka', zh: 'Moka', letters: 'Mk' },
  fxiaoke: { en: 'Fxiaoke', zh: '纷享销客', letters: 'Fx' },
  kayang: { en: 'Kayang', zh: '嘉扬', letters: 'Ky' },
  github: { en: 'GitHub', zh: 'GitHub', letters: 'Gh' },
  gitlab: { en: 'GitLab', zh: 'GitLab', letters: 'Gl' },
  gitee: { en: 'Gitee', zh: 'Gitee', letters: 'Ge' },
  google: { en: 'Google', zh: 'Google', letters: 'Go' },
  apple: { en: 'Apple', zh: 'Apple', letters: 'Ap' },
  qq: { en: 'QQ', zh: 'QQ', letters: 'QQ' },
  weibo: { en: 'Weibo', zh: '微博', letters: 'Wb' },
  alipay: { en: 'Alipay', zh: '支付宝', letters: 'Al' },
  slack: { en: 'Slack', zh: 'Slack', letters: 'Sl' },
  linkedin: { en: 'LinkedIn', zh: '领英', letters: 'in' },
}

const namesakes = new Map(Object.values(providers).map((provider) => [provider.en, provider]))

/** A provider's name as people say it; one that is not known keeps GenAuth's spelling. */
export function providerName(provider: string, language: Language): string {
  return providers[provider]?.[language] ?? provider
}

/**
 * A source's name: the pool's own, but in the reader's language where the pool only repeats the
 * provider's.
 */
export function sourceName(
  { name, provider }: { name: string | null; provider: string },
  language: Language,
): string {
  if (name === null || name === '') return providerName(provider, language)
  return namesakes.get(name)?.[language] ?? name
}

/** One or two letters for a tile. */
export function providerLetters(provider: string): string {
  return providers[provider]?.letters ?? provider.slice(0, 2).toUpperCase()
}
